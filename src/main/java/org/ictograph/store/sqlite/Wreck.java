package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.ScoreTrack;

/** Reads what can still be read of a damaged study file: where a page of rows fails, row by row. */
final class Wreck {
    private static final int PAGE = 500;
    /** Rows asked for one by one behind the last one that could be read, where the file does not tell how many it has. */
    private static final int GROPE = 20_000;

    private final Connection connection;

    /** @param connection to a copy; the damaged file itself is never opened for this */
    Wreck(Connection connection) {
        this.connection = connection;
    }

    /** The id and the name of the study, where they can be read. */
    Optional<List<String>> title() {
        try {
            return Sql.first(
                    connection,
                    row -> List.of(UUID.fromString(row.getString("id")).toString(), row.getString("name")),
                    "SELECT id, name FROM study");
        } catch (SQLException | IllegalArgumentException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    /** The rows of the edit log that can be read, by sequence. */
    List<LogRow> log() {
        List<LogRow> rows = new ArrayList<>();
        EditLog log = new EditLog(connection);
        long last = last("SELECT max(sequence) FROM edit_log", GROPE);
        for (long from = 0; from < last; from += PAGE) {
            long start = from;
            long end = Math.min(last, from + PAGE);
            try {
                rows.addAll(log.after(start, PAGE).stream()
                        .filter(row -> row.sequence() <= end)
                        .toList());
            } catch (SQLException damage) {
                for (long sequence = start + 1; sequence <= end; sequence++) {
                    single(log, sequence).ifPresent(rows::add);
                }
            }
        }
        return rows;
    }

    /** How many entries the log had, as far as that can be told. */
    long entries(List<LogRow> readable) {
        long known = readable.isEmpty() ? 0 : readable.get(readable.size() - 1).sequence();
        return Math.max(known, last("SELECT max(sequence) FROM edit_log", 0));
    }

    private static Optional<LogRow> single(EditLog log, long sequence) {
        try {
            return log.after(sequence - 1, 1).stream()
                    .filter(row -> row.sequence() == sequence)
                    .findFirst();
        } catch (SQLException damage) {
            return Optional.empty();
        }
    }

    /** The rows of a table that can be read, in the order in which they were made. */
    List<Row> rows(EntityTable<?> table) {
        List<Row> rows = new ArrayList<>();
        long last = last("SELECT max(rowid) FROM " + table.name(), GROPE);
        for (long from = 0; from < last; from += PAGE) {
            Optional<List<Row>> stretch = stretch(table, from, from + PAGE);
            if (stretch.isPresent()) {
                rows.addAll(stretch.get());
            } else {
                for (long rowid = from; rowid < Math.min(last, from + PAGE); rowid++) {
                    stretch(table, rowid, rowid + 1).ifPresent(rows::addAll);
                }
            }
        }
        return rows;
    }

    private Optional<List<Row>> stretch(EntityTable<?> table, long after, long to) {
        try {
            return Optional.of(table.stretch(connection, after, to));
        } catch (SQLException | IllegalArgumentException damage) {
            return Optional.empty();
        }
    }

    /** The score tracks of a run, none where they cannot be read. */
    List<ScoreTrack> tracks(UUID runId) {
        try {
            return new TrackTable(connection).of(runId);
        } catch (SQLException | IllegalArgumentException | NullPointerException damage) {
            return List.of();
        }
    }

    private long last(String question, long otherwise) {
        try {
            return Sql.number(connection, question);
        } catch (SQLException damage) {
            return otherwise;
        }
    }
}
