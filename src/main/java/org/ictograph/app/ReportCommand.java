package org.ictograph.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ictograph.session.TroubleReport;
import org.ictograph.settings.SettingsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report -o FILE}: versions and logs, to be sent to somebody who mends the program. */
@Command(
        name = "report",
        description = "Pack versions and logs into one file to send; no labels are in it.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "a zip; an existing one is replaced")
    private Path file = Path.of("");

    ReportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        List<String> logs = new TroubleReport(SettingsFolder.logs())
                .write(file.toAbsolutePath(), "", desk.videos().libraryVersion());
        desk.console()
                .print("%s holds versions and %d logs, which name files and folders; no labels", file, logs.size());
        return Program.DONE;
    }
}
