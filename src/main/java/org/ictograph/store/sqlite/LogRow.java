package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
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

    /** What the hashes of a study start from, so that the chain also proves the study's id and name. */
    static String seed(String studyId, String studyName) {
        return Sha256.of(("ictograph\n" + studyId + "\n" + studyName).getBytes(StandardCharsets.UTF_8));
    }

    /** The row with its hash. */
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
                Sha256.hex(WrittenRow.of(this).digest()));
    }

    boolean intact() {
        return WrittenRow.of(this).intact();
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

    private Optional<Uptime> uptime() {
        return openedAfter.isEmpty() || elapsedMillis.isEmpty()
                ? Optional.empty()
                : Optional.of(new Uptime(Long.parseLong(openedAfter), Long.parseLong(elapsedMillis)));
    }
}
