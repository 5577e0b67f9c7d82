package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.Verb;

/**
 * Which entries of the log a bundle of one rater needs: those of the rater's own work, and all that concern anything these touch or
 * refer to. Other raters' work that has nothing to do with it stays at home.
 */
final class Closure {
    private static final int PAGE = 1000;

    private final EditLog log;
    private final String raterId;
    private final BitSet entries = new BitSet();
    private final BitSet own = new BitSet();
    private final Set<UUID> needed = new HashSet<>();

    private Closure(EditLog log, UUID raterId) {
        this.log = log;
        this.raterId = raterId.toString();
    }

    static Closure of(EditLog log, UUID raterId) throws SQLException {
        Closure closure = new Closure(log, raterId);
        int before = -1;
        // An entry may need something that only an earlier entry made, which then needs more.
        while (before != closure.entries.cardinality()) {
            before = closure.entries.cardinality();
            closure.pass();
        }
        return closure;
    }

    /** How many of the entries are the rater's own work. */
    int own() {
        return own.cardinality();
    }

    /** Sequences of the entries. */
    BitSet entries() {
        return entries;
    }

    /** True for what the rater did, and for what was done to the rater's marks, as when somebody imports them. */
    private boolean owns(LogRow row, List<Touch> touches) {
        return row.raterId().equals(raterId)
                || touches.stream()
                        .anyMatch(touch -> touch.before()
                                .or(touch::after)
                                .flatMap(value -> value.textIfAny("rater_id"))
                                .filter(raterId::equals)
                                .isPresent());
    }

    private void pass() throws SQLException {
        List<LogRow> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            for (LogRow row : page) {
                look(row);
            }
            page = log.after(page.get(page.size() - 1).sequence(), PAGE);
        }
    }

    private void look(LogRow row) {
        int sequence = Math.toIntExact(row.sequence());
        if (entries.get(sequence)) {
            return;
        }
        List<Touch> touches = touches(row);
        if (touches.isEmpty()) {
            return;
        }
        if (owns(row, touches) || touches.stream().anyMatch(touch -> needed.contains(touch.id()))) {
            entries.set(sequence);
            own.set(sequence, owns(row, touches));
            needed.add(UUID.fromString(row.raterId()));
            for (Touch touch : touches) {
                needed.add(touch.id());
                touch.before().ifPresent(value -> refer(value.json()));
                touch.after().ifPresent(value -> refer(value.json()));
            }
        }
    }

    /** What an entry does, as its maker meant it; nothing for one that only fits the tables to merged work. */
    private static List<Touch> touches(LogRow row) {
        List<Touch> touches = new ArrayList<>();
        for (MergedEdit edit : Lineage.merged(row)) {
            touches.addAll(Touch.of(MergedEdits.entry(edit).changes(), (table, id) -> true));
        }
        if (row.origin().isEmpty() && !row.verb().equals(Verb.TAKE_IN.name())) {
            touches.addAll(Touch.of(row.changes(), (table, id) -> true));
        }
        return touches;
    }

    private void refer(JsonNode row) {
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            if (column.getKey().endsWith("_id") && column.getValue().isTextual()) {
                needed.add(UUID.fromString(column.getValue().textValue()));
            } else if (column.getKey().equals("sources")) {
                column.getValue().forEach(id -> needed.add(UUID.fromString(id.asText())));
            }
        }
    }
}
