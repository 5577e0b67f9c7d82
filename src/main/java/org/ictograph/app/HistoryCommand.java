package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history STUDY}: the audit trail. */
@Command(name = "history", description = "Print who did what and when.", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(names = "--csv", description = "print comma-separated values")
    private boolean csv;

    HistoryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            List<LogEntry> log = session.log().join();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (LogEntry entry : log) {
                rows.add(row(session, entry));
            }
            if (json) {
                desk.console()
                        .json(Map.of("study", session.state().study().get().name(), "edits", rows));
            } else if (csv) {
                desk.console().print("sequence,at,zone,rater,verb,changes,undoes,hash");
                rows.forEach(row -> desk.console().print(line(row)));
            } else {
                rows.forEach(row -> desk.console()
                        .print(
                                "%6s  %s  %-16s %-18s %s",
                                row.get("sequence"), row.get("at"), row.get("rater"), row.get("verb"), undone(row)));
            }
        }
        return Program.DONE;
    }

    private static Map<String, Object> row(StudySession session, LogEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sequence", entry.sequence());
        row.put("at", entry.at().toString());
        row.put("zone", entry.zone());
        row.put(
                "rater",
                session.state()
                        .study()
                        .get()
                        .rater(entry.raterId())
                        .map(Rater::name)
                        .orElse("?"));
        row.put("verb", entry.edit().verb().name().toLowerCase(Locale.ROOT));
        row.put("changes", entry.edit().changes().size());
        row.put("undoes", entry.undoes().isPresent() ? entry.undoes().getAsLong() : "");
        row.put("hash", entry.hash());
        return row;
    }

    private static String undone(Map<String, Object> row) {
        return "".equals(row.get("undoes")) ? "" : "takes back " + row.get("undoes");
    }

    private static String line(Map<String, Object> row) {
        return String.join(
                ",",
                row.values().stream()
                        .map(value -> quoted(String.valueOf(value)))
                        .toList());
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
