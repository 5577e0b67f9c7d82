package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.LogStep;
import org.ictograph.model.Uptime;
import org.ictograph.model.Verb;
import org.jspecify.annotations.Nullable;

/** The append-only, hash-chained list of everything that was ever done to the study. */
final class EditLog {
    private final Connection connection;

    EditLog(Connection connection) {
        this.connection = connection;
    }

    LogEntry append(UUID raterId, Instant at, String zone, Uptime uptime, OptionalLong undoes, Edit edit)
            throws SQLException {
        return append(raterId, at, zone, uptime, undoes, edit, "");
    }

    /** @param origin hash of the entry in the copy of the study where the edit was made, empty for an edit made here */
    LogEntry append(UUID raterId, Instant at, String zone, Uptime uptime, OptionalLong undoes, Edit edit, String origin)
            throws SQLException {
        Optional<LogRow> last = Sql.first(
                connection, LogRow::read, "SELECT " + LogRow.COLUMNS + " FROM edit_log ORDER BY sequence DESC LIMIT 1");
        LogRow row = new LogRow(
                        last.map(LogRow::sequence).orElse(0L) + 1,
                        raterId.toString(),
                        at.toString(),
                        zone,
                        undoes.isPresent() ? Long.toString(undoes.getAsLong()) : "",
                        edit.verb().name(),
                        ChangesJson.write(edit.changes()),
                        edit.reason(),
                        Long.toString(uptime.openedAfter()),
                        Long.toString(uptime.millis()),
                        origin,
                        last.isPresent() ? last.get().hash() : seed(),
                        "")
                .sealed();
        keep(row);
        return new LogEntry(
                row.sequence(),
                raterId,
                at,
                zone,
                Optional.of(uptime),
                undoes,
                edit,
                origin.isEmpty() ? Optional.empty() : Optional.of(origin),
                row.hash());
    }

    /** Stores a row as it is. */
    void keep(LogRow row) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO edit_log
                    (sequence, rater_id, made_at, zone, undoes, verb, changes, reason, opened_after, elapsed_millis,
                    origin, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.sequence(),
                row.raterId(),
                row.madeAt(),
                row.zone(),
                number(row.undoes()),
                row.verb(),
                row.changes(),
                row.reason(),
                number(row.openedAfter()),
                number(row.elapsedMillis()),
                row.origin(),
                row.previousHash(),
                row.hash());
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    /** The hash that the first entry follows. */
    String seed() throws SQLException {
        return Sql.first(
                        connection,
                        row -> LogRow.seed(row.getString("id"), row.getString("name")),
                        "SELECT id, name FROM study")
                .orElseThrow(() -> new SQLException("the study has lost its name"));
    }

    /** At most {@code limit} rows after a sequence number, oldest first. */
    List<LogRow> after(long sequence, int limit) throws SQLException {
        return after(LogRow.COLUMNS, LogRow::read, sequence, limit);
    }

    /** The same for who looks at each, but seldom at all of its values. */
    List<WrittenRow> written(long sequence, int limit) throws SQLException {
        List<Optional<WrittenRow>> rows = after(WrittenRow.COLUMNS, WrittenRow::read, sequence, limit);
        return rows.stream().allMatch(Optional::isPresent)
                ? rows.stream().map(Optional::get).toList()
                : after(sequence, limit).stream().map(WrittenRow::of).toList();
    }

    private <T> List<T> after(String columns, Sql.RowReader<T> reader, long sequence, int limit) throws SQLException {
        return Sql.list(
                connection,
                reader,
                "SELECT " + columns + " FROM edit_log WHERE sequence > ? ORDER BY sequence LIMIT ?",
                sequence,
                limit);
    }

    /** Sequence of the row that holds an edit, whether it was made here or elsewhere; empty when it is not known. */
    OptionalLong find(String root) throws SQLException {
        Optional<Long> found = Sql.first(connection, row -> row.getLong(1), """
                SELECT sequence FROM edit_log WHERE hash = ?
                UNION ALL SELECT sequence FROM edit_log WHERE origin = ? AND origin <> ''""", root, root);
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    /**
     * At most {@code limit} steps of a rater before a sequence number, newest first: what was done in this copy of the
     * study and not taken back in another.
     */
    List<LogStep> steps(UUID raterId, long sequence, int limit) throws SQLException {
        return Sql.list(
                connection,
                row -> {
                    long undoes = row.getLong("undoes");
                    return new LogStep(
                            row.getLong("sequence"),
                            undoes == 0 ? OptionalLong.empty() : OptionalLong.of(undoes),
                            Verb.valueOf(row.getString("verb")));
                },
                """
                SELECT sequence, undoes, verb FROM edit_log
                WHERE sequence < ? AND rater_id = ? AND origin = '' AND NOT EXISTS
                    (SELECT 1 FROM edit_log merged WHERE merged.undoes = edit_log.sequence AND merged.origin <> '')
                ORDER BY sequence DESC LIMIT ?""",
                sequence,
                raterId.toString(),
                limit);
    }

    /** The newest entry; for an empty log what the first one will follow. */
    Head head() throws SQLException {
        Optional<Head> newest = Sql.first(
                connection,
                row -> new Head(row.getLong("sequence"), row.getString("hash")),
                "SELECT sequence, hash FROM edit_log ORDER BY sequence DESC LIMIT 1");
        return newest.isPresent() ? newest.get() : new Head(0, seed());
    }

    /** The newest entry of another kind; for a log without one what the first entry will follow. */
    Head headBut(Verb verb) throws SQLException {
        Optional<Head> newest = Sql.first(
                connection,
                row -> new Head(row.getLong("sequence"), row.getString("hash")),
                "SELECT sequence, hash FROM edit_log WHERE verb <> ? ORDER BY sequence DESC LIMIT 1",
                verb.name());
        return newest.isPresent() ? newest.get() : new Head(0, seed());
    }

    /** The entry whose hash begins so. */
    Optional<Head> beginning(String digits) throws SQLException {
        return Sql.first(
                connection,
                row -> new Head(row.getLong("sequence"), row.getString("hash")),
                "SELECT sequence, hash FROM edit_log WHERE hash >= ? AND hash < ? LIMIT 1",
                digits,
                digits + "g");
    }

    long size() throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM edit_log");
    }
}
