package org.ictograph.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code formats}: the label files, and files of boxes, that can be taken in and given out. */
@Command(name = "formats", description = "List the label formats.", mixinStandardHelpOptions = true)
final class FormatsCommand implements Callable<Integer> {
    private final Desk desk;

    FormatsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.formats()
                .forEach(format -> desk.console()
                        .print("%-12s %-8s %s", format.id(), format.writes() ? "in, out" : "in", format.description()));
        desk.boxFormats()
                .forEach(format ->
                        desk.console().print("%-12s %-8s %s ('boxes')", format.id(), "in, out", format.description()));
        return Program.DONE;
    }
}
