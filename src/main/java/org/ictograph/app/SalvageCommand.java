package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ictograph.store.Salvaged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salvage STUDY -o NEW}: makes a new study of what is sound of a damaged one, and says what was lost. */
@Command(
        name = "salvage",
        description = "Make a new study of what is sound of a damaged one.",
        mixinStandardHelpOptions = true)
final class SalvageCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY", description = "is only read")
    private Path damaged = Path.of("");

    @Option(names = "-o", paramLabel = "NEW", required = true, description = "the study that is made")
    private Path into = Path.of("");

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    SalvageCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Salvaged salvaged = desk.workplace(Runnable::run)
                .files()
                .salvage(damaged, into, desk.progress("saving " + damaged.getFileName()));
        desk.console().noProgress();
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("study", into.toString());
            told.put("proven", salvaged.proven());
            told.put("found", salvaged.found());
            told.put("lost", salvaged.lost());
            told.put("from_tables", salvaged.fromTables());
            told.put("report", salvaged.sentences());
            desk.console().json(told);
        } else {
            salvaged.sentences().forEach(sentence -> desk.console().print("%s", sentence));
            desk.console()
                    .print("%s is a study of its own; compare it with the newest snapshot before you go on.", into);
        }
        return salvaged.whole() ? Program.DONE : Program.NO;
    }
}
