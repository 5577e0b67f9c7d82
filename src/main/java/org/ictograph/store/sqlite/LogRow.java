package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Uptime;
import org.ictograph.model.Verb;

/**
 * One row of the edit log exactly as it is stored.
 *
 * @param undoes sequence of the entry taken back, or empty text
 * @param changes canonical JSON
 * @param reason empty where none was needed
 * @param openedAfter newest entry when the study was opened, or empty text in entries of old files
 * @param elapsedMillis time since then, or empty text in entries of old files
 * @param origin hash of the entry in another copy of the study, or empty text
 * @param previousHash hash of the entry before, for the first one the seed of the study
 */
record LogRow(
        long sequence,
        String raterId,
        String madeAt,
        String zone,
        String undoes,
        String verb,
        String changes,
        String reason,
        String openedAfter,
        String elapsedMillis,
        String origin,
        String previousHash,
        String hash) {
    static final String COLUMNS = """
            sequence, rater_id, made_at, zone, coalesce(undoes, '') AS undoes, verb, changes, reason,
            coalesce(opened_after, '') AS opened_after, coalesce(elapsed_millis, '') AS elapsed_millis, origin,
            previous_hash, hash""";

    /** Reads by position, since looking for thirteen names costs as much as all else when a million rows are read. */
    static LogRow read(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }

    /** The same in three columns: a line for each short value, in the order of this record, the changes, the reason. */
    static final String LINES = """
            CAST(concat_ws(char(10), sequence, rater_id, made_at, zone, coalesce(undoes, ''), verb,
                coalesce(opened_after, ''), coalesce(elapsed_millis, ''), origin, previous_hash, hash) AS BLOB),
            CAST(changes AS BLOB), reason""";

    private static final int SHORT = 11;

    /**
     * Reads {@link #LINES}, in a third of the time that {@link #read} takes, since each column costs a call into SQLite. Empty
     * for a row that was spoiled so that the lines do not tell its values apart.
     */
    static Optional<LogRow> readLines(ResultSet row) throws SQLException {
        byte[] head = row.getBytes(1);
        byte[] changes = row.getBytes(2);
        String reason = row.getString(3);
        if (head == null || changes == null || reason == null) {
            return Optional.empty();
        }
        String[] values = new String(head, StandardCharsets.UTF_8).split("\n", -1);
        if (values.length != SHORT) {
            return Optional.empty();
        }
        return Optional.of(new LogRow(
                Long.parseLong(values[0]),
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                new String(changes, StandardCharsets.UTF_8),
                reason,
                values[6],
                values[7],
                values[8],
                values[9],
                values[10]));
    }

    /** What the hashes of a study start from, so that the chain also proves the study's id and name. */
    static String seed(String studyId, String studyName) {
        return sha256("ictograph\n" + studyId + "\n" + studyName);
    }

    /**
     * The row with its hash: SHA-256 over the previous hash and the row's values, one a line in the order of the table. No
     * value but the reason holds a line break (JSON escapes them), and the reason comes last, so no two rows share a text.
     */
    LogRow sealed() {
        return new LogRow(
                sequence,
                raterId,
                madeAt,
                zone,
                undoes,
                verb,
                changes,
                reason,
                openedAfter,
                elapsedMillis,
                origin,
                previousHash,
                digest(bytes(changes)));
    }

    boolean intact() {
        return intact(bytes(changes));
    }

    /** @param changesBytes the changes in UTF-8, for who has them anyway */
    boolean intact(byte[] changesBytes) {
        return hash.equals(digest(changesBytes));
    }

    private String digest(byte[] changesBytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes(
                String.join("\n", previousHash, Long.toString(sequence), raterId, madeAt, zone, undoes, verb, "")));
        digest.update(changesBytes);
        boolean old = openedAfter.isEmpty() && elapsedMillis.isEmpty() && origin.isEmpty() && reason.isEmpty();
        if (!old) {
            digest.update(bytes(String.join("\n", "", openedAfter, elapsedMillis, origin, reason)));
        }
        return Sha256.hex(digest.digest());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        return Sha256.of(bytes(text));
    }

    /** Identity of the edit in all copies of the study: the hash of its row where it was made. */
    String root() {
        return origin.isEmpty() ? hash : origin;
    }

    /** The row as bundles and merged edits write it: every value as stored, by the name of its column. */
    ObjectNode json() {
        return Json.object()
                .put("sequence", sequence)
                .put("rater_id", raterId)
                .put("made_at", madeAt)
                .put("zone", zone)
                .put("undoes", undoes)
                .put("verb", verb)
                .put("changes", changes)
                .put("reason", reason)
                .put("opened_after", openedAfter)
                .put("elapsed_millis", elapsedMillis)
                .put("origin", origin)
                .put("previous_hash", previousHash)
                .put("hash", hash);
    }

    /** @throws IllegalArgumentException when a value is missing */
    static LogRow of(JsonNode json) {
        return new LogRow(
                Json.property(json, "sequence").longValue(),
                Json.word(json, "rater_id"),
                Json.word(json, "made_at"),
                Json.word(json, "zone"),
                Json.word(json, "undoes"),
                Json.word(json, "verb"),
                Json.word(json, "changes"),
                Json.word(json, "reason"),
                Json.word(json, "opened_after"),
                Json.word(json, "elapsed_millis"),
                Json.word(json, "origin"),
                Json.word(json, "previous_hash"),
                Json.word(json, "hash"));
    }

    /** @throws IllegalArgumentException when the row holds no entry */
    LogEntry entry() {
        try {
            return new LogEntry(
                    sequence,
                    UUID.fromString(raterId),
                    Instant.parse(madeAt),
                    zone,
                    uptime(),
                    undoes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(undoes)),
                    new Edit(Verb.valueOf(verb), ChangesJson.read(changes), reason),
                    origin.isEmpty() ? Optional.empty() : Optional.of(origin),
                    hash);
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw new IllegalArgumentException(
                    "entry " + sequence + " of the edit log: " + damaged.getMessage(), damaged);
        }
    }

    /** @throws IllegalArgumentException when a value other than the changes cannot be read */
    void refuseUnreadable(WrittenMoment moments) {
        try {
            UUID.fromString(raterId);
            moments.refuseOther(madeAt);
            Verb.valueOf(verb);
        } catch (DateTimeException damaged) {
            throw new IllegalArgumentException("It holds no moment.", damaged);
        }
    }

    private Optional<Uptime> uptime() {
        return openedAfter.isEmpty() || elapsedMillis.isEmpty()
                ? Optional.empty()
                : Optional.of(new Uptime(Long.parseLong(openedAfter), Long.parseLong(elapsedMillis)));
    }
}
