package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Follows the edit log from its first entry and compares what it leaves with the tables. Of each entity that is there only
 * a print of its last state and the entry it comes from are kept, so that a million entries need little memory; where two
 * prints differ, the states themselves are compared.
 */
final class Replay {
    /** More sentences about one table would help nobody. */
    private static final int TOLD = 20;

    private final Connection stored;
    private final Map<EntityTable<?>, Map<String, Left>> left = new HashMap<>();

    /** The last state of an entity, and the entry that left it; written over, since a million new ones would cost more. */
    private static final class Left {
        private long sequence;
        private long high;
        private long low;

        void leave(long by, Retold.Print print) {
            sequence = by;
            high = print.high();
            low = print.low();
        }

        boolean is(Retold.Print print) {
            return high == print.high() && low == print.low();
        }
    }

    Replay(Connection stored) {
        this.stored = stored;
        EntityTables.ALL.forEach(table -> left.put(table, new HashMap<>()));
    }

    /** Adds sentences that say where chain, log and tables disagree. */
    void differences(Progress progress, List<String> differences) throws SQLException {
        List<String> unfit = new ArrayList<>();
        new Chain(stored).walk(progress, differences, entry -> {
            if (unfit.isEmpty()) {
                follow(entry)
                        .ifPresent(why ->
                                unfit.add("Entry " + entry.sequence() + " of the edit log cannot be followed: " + why));
            }
        });
        differences.addAll(unfit);
        for (EntityTable<?> table : EntityTables.ALL) {
            progress.check();
            differences.addAll(compare(table));
        }
        differences.addAll(Projection.doubles(stored));
    }

    /** Why an entry does not fit what the entries before it left. */
    private Optional<String> follow(Retold entry) throws SQLException {
        if (entry.unreadable() != null) {
            return Optional.of(entry.unreadable());
        }
        for (int i = 0; i < entry.steps().size(); i++) {
            Retold.Step step = entry.steps().get(i);
            Map<String, Left> states = states(step.table());
            Left was = states.get(step.id());
            if (!fits(entry, i, step, was)) {
                return Optional.of("the " + step.table().name().replace('_', ' ') + " " + step.id()
                        + " was not as it says at the time.");
            }
            if (step.after() == null) {
                states.remove(step.id());
            } else {
                if (was == null) {
                    was = new Left();
                    states.put(step.id(), was);
                }
                was.leave(entry.sequence(), step.after());
            }
        }
        return Optional.empty();
    }

    private boolean fits(Retold entry, int at, Retold.Step step, @Nullable Left was) throws SQLException {
        if (step.before() == null || was == null) {
            return step.before() == null && was == null;
        }
        if (was.is(step.before())) {
            return true;
        }
        JsonNode before = Json.parse(entry.row().row().changes()).path(at).path("before");
        long source = was.sequence;
        return source != entry.sequence()
                && state(step.table(), step.id(), source)
                        .equals(Optional.of(step.table().row(before)));
    }

    private List<String> compare(EntityTable<?> table) throws SQLException {
        Told told = new Told(table);
        Map<String, Left> states = states(table);
        RowPages rows = new RowPages(table, stored);
        while (rows.has()) {
            if (!makesSense(table, rows.row())) {
                told.add("holds values for " + rows.id() + " that make no "
                        + table.name().replace('_', ' ') + ".");
            }
            Left logged = states.remove(rows.id());
            if (logged == null) {
                told.add("holds " + rows.id() + ", which the edit log does not know.");
            } else if (!logged.is(Retold.Print.of(Json.text(rows.row().json())))
                    && !state(table, rows.id(), logged.sequence).equals(Optional.of(rows.row()))) {
                told.add("holds other values for " + rows.id() + " than the edit log.");
            }
            rows.next();
        }
        states.keySet().stream().sorted().forEach(id -> told.add("lacks " + id + ", which the edit log has."));
        return told.sentences();
    }

    private static boolean makesSense(EntityTable<?> table, Row row) {
        try {
            table.entity(row);
            return true;
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    private Map<String, Left> states(EntityTable<?> table) {
        return left.computeIfAbsent(table, unknown -> new HashMap<>());
    }

    /** The state in which an entry left an entity; for the rare case that the same values are written in another way. */
    private Optional<Row> state(EntityTable<?> table, String id, long sequence) throws SQLException {
        Optional<Row> state = Optional.empty();
        for (LogRow row : new EditLog(stored).after(sequence - 1, 1)) {
            for (JsonNode change : Json.parse(row.changes())) {
                JsonNode after = change.get("after");
                if (after != null
                        && table.name().equals(change.path("table").asText())
                        && id.equals(after.path("id").asText())) {
                    state = Optional.of(table.row(after));
                }
            }
        }
        return state;
    }

    /** What is said about one table. */
    private static final class Told {
        private final EntityTable<?> table;
        private final List<String> sentences = new ArrayList<>();
        private int more;

        Told(EntityTable<?> table) {
            this.table = table;
        }

        void add(String what) {
            if (sentences.size() < TOLD) {
                sentences.add("Table " + table.name() + " " + what);
            } else {
                more++;
            }
        }

        List<String> sentences() {
            if (more > 0) {
                sentences.add("Table " + table.name() + " differs from the edit log in " + more + " more rows.");
            }
            return sentences;
        }
    }
}
