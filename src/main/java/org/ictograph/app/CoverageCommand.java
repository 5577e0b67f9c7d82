package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.LedgerLine;
import org.ictograph.session.LookedTime;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coverage STUDY}: who has looked at which cage, and how. */
@Command(
        name = "coverage",
        description = "Print how each rater has looked at each cage.",
        mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--json", description = "print one JSON document, times in seconds")
    private boolean json;

    CoverageCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            session.showOthers(true).join();
            Study whole = session.state().study().get();
            List<LedgerLine> lines = desk.await(() -> session.coverageLedger().join());
            if (json) {
                List<Map<String, Object>> cages = new ArrayList<>();
                lines.forEach(line -> cages.add(row(whole, line)));
                desk.console().json(Map.of("study", whole.name(), "cages", cages));
            } else {
                desk.console()
                        .print(
                                "%-16s %4s %-12s %-16s %9s %9s %9s %9s %9s %9s",
                                "recording",
                                "cage",
                                "animal",
                                "rater",
                                "filmed",
                                "unseen",
                                "skimmed",
                                "watched",
                                "empty",
                                "labelled");
                for (LedgerLine line : lines) {
                    LookedTime time = line.time();
                    desk.console()
                            .print(
                                    "%-16s %4d %-12s %-16s %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f",
                                    line.recording().name(),
                                    line.cage().position(),
                                    animal(whole, line),
                                    line.rater().name(),
                                    time.filmed() / 1e6,
                                    time.unseen() / 1e6,
                                    time.skimmed() / 1e6,
                                    time.watched() / 1e6,
                                    time.reviewed() / 1e6,
                                    time.labelled() / 1e6);
                }
            }
        }
        return Program.DONE;
    }

    private static String animal(Study study, LedgerLine line) {
        return study.subjectIn(line.cage()).map(Subject::name).orElse("");
    }

    private static Map<String, Object> row(Study study, LedgerLine line) {
        LookedTime time = line.time();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("recording", line.recording().name());
        row.put("cage", line.cage().position());
        row.put("animal", animal(study, line));
        row.put("rater", line.rater().name());
        row.put("filmed", time.filmed() / 1e6);
        row.put("unseen", time.unseen() / 1e6);
        row.put("skimmed", time.skimmed() / 1e6);
        row.put("slowest_skim", time.slowest());
        row.put("fastest_skim", time.fastest());
        row.put("watched", time.watched() / 1e6);
        row.put("reviewed_empty", time.reviewed() / 1e6);
        row.put("labelled", time.labelled() / 1e6);
        row.put("seizures", time.seizures());
        return row;
    }
}
