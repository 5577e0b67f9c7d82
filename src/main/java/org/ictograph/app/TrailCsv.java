package org.ictograph.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ictograph.model.LogEntry;
import org.ictograph.session.TrailLine;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail as comma-separated values: a line for each value that an entry changes, with the value before and after.
 * Text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
final class TrailCsv {
    private static final String DANGEROUS = "=+-@\t\r'";

    private final Console console;

    TrailCsv(Console console) {
        this.console = console;
    }

    void begin() {
        console.print("sequence,at,zone,opened_after,elapsed_millis,rater,verb,reason,undoes,origin,anomalies,table,id,"
                + "recording,animal,whose,field,before,after,hash");
    }

    void print(TrailLine line) {
        JsonNode changes = HistoryCommand.changes(line);
        for (int i = 0; i < changes.size(); i++) {
            JsonNode change = changes.get(i);
            TrailLine.Touched touched = line.touched().get(i);
            for (String field : fields(change)) {
                String before = value(change.path("before").get(field));
                String after = value(change.path("after").get(field));
                if (!before.equals(after)) {
                    print(line, change, touched, List.of(field, before, after));
                }
            }
            boolean made = touched.change().after().isPresent();
            TrailDecision.in(touched)
                    .map(TrailDecision::fields)
                    .orElse(Map.of())
                    .forEach((field, value) ->
                            print(line, change, touched, List.of(field, made ? "" : value, made ? value : "")));
        }
    }

    /** @param value name of the field, value before and after */
    private void print(TrailLine line, JsonNode change, TrailLine.Touched touched, List<String> value) {
        LogEntry entry = line.logged().entry();
        List<String> cells = new ArrayList<>(about(line, entry));
        cells.addAll(List.of(
                change.path("table").asText(),
                touched.id().toString(),
                touched.recording(),
                touched.animal(),
                touched.whose()));
        cells.addAll(value);
        cells.add(entry.hash());
        console.print(cells.stream().map(TrailCsv::cell).collect(Collectors.joining(",")));
    }

    private static List<String> about(TrailLine line, LogEntry entry) {
        return List.of(
                Long.toString(entry.sequence()),
                entry.at().toString(),
                entry.zone(),
                entry.uptime().map(up -> Long.toString(up.openedAfter())).orElse(""),
                entry.uptime().map(up -> Long.toString(up.millis())).orElse(""),
                line.rater(),
                entry.edit().verb().name().toLowerCase(Locale.ROOT),
                entry.edit().reason(),
                entry.undoes().isPresent() ? Long.toString(entry.undoes().getAsLong()) : "",
                entry.origin().orElse(""),
                line.anomalies().stream()
                        .sorted()
                        .map(anomaly -> anomaly.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")));
    }

    private static Set<String> fields(JsonNode change) {
        Set<String> fields = new LinkedHashSet<>();
        change.path("before").fieldNames().forEachRemaining(fields::add);
        change.path("after").fieldNames().forEachRemaining(fields::add);
        fields.remove("id");
        return fields;
    }

    private static String value(@Nullable JsonNode node) {
        return node == null ? "" : node.isTextual() ? node.textValue() : node.toString();
    }

    private static String cell(String text) {
        boolean number = text.matches("-?[0-9.]+");
        String safe = !number && !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
