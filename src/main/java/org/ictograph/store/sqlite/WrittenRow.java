package org.ictograph.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Verb;

/**
 * One row of the edit log in the bytes that its hash covers. The hash of a row is SHA-256 over the hash of the row before
 * and the row's values, one a line: what comes before the changes, the changes, and what comes after them. No value but the
 * reason holds a line break (JSON escapes them), and the reason comes last, so no two rows share a text.
 *
 * <p>Whoever looks at a million rows makes the values of the few that it needs, not the thirteen texts of a {@link LogRow}
 * for each.
 */
final class WrittenRow {
    /** Three columns, since each costs a call into SQLite. */
    static final String COLUMNS = """
            CAST(concat_ws(char(10), hash, previous_hash, sequence, rater_id, made_at, zone, coalesce(undoes, ''), verb, '')
                AS BLOB),
            CAST(changes AS BLOB),
            CAST(concat_ws(char(10), '', coalesce(opened_after, ''), coalesce(elapsed_millis, ''), origin, reason) AS BLOB)""";

    private static final int HASH = 0;
    private static final int PREVIOUS = 1;
    private static final int SEQUENCE = 2;
    private static final int RATER = 3;
    private static final int MOMENT = 4;
    private static final int ZONE = 5;
    private static final int UNDOES = 6;
    private static final int VERB = 7;
    private static final int LINES = 8;
    private static final int AFTER = 4;

    /** What the values after the changes are in rows of old files, whose hash does not cover them. */
    private static final byte[] NOTHING = "\n\n\n\n".getBytes(StandardCharsets.UTF_8);

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final byte[] head;
    private final byte[] changes;
    private final byte[] tail;

    /** Where each line of the head begins, and where the last one ends. */
    private final int[] lines;

    private WrittenRow(byte[] head, byte[] changes, byte[] tail, int[] lines) {
        this.head = head;
        this.changes = changes;
        this.tail = tail;
        this.lines = lines;
    }

    /** Reads {@link #COLUMNS}. Empty for a row that was spoiled so that the lines do not tell its values apart. */
    static Optional<WrittenRow> read(ResultSet row) throws SQLException {
        byte[] head = row.getBytes(1);
        byte[] changes = row.getBytes(2);
        byte[] tail = row.getBytes(3);
        if (head == null || changes == null || tail == null) {
            return Optional.empty();
        }
        int[] lines = lines(head);
        return lines[LINES] == head.length && breaks(tail) >= AFTER
                ? Optional.of(new WrittenRow(head, changes, tail, lines))
                : Optional.empty();
    }

    static WrittenRow of(LogRow row) {
        List<String> values = List.of(
                row.hash(),
                row.previousHash(),
                Long.toString(row.sequence()),
                row.raterId(),
                row.madeAt(),
                row.zone(),
                row.undoes(),
                row.verb());
        int[] lines = new int[LINES + 1];
        for (int i = 0; i < LINES; i++) {
            lines[i + 1] = lines[i] + bytes(values.get(i)).length + 1;
        }
        String tail = String.join("\n", "", row.openedAfter(), row.elapsedMillis(), row.origin(), row.reason());
        return new WrittenRow(bytes(String.join("\n", values) + "\n"), bytes(row.changes()), bytes(tail), lines);
    }

    /** The last of them is the length of the head only where it has as many lines as it must. */
    private static int[] lines(byte[] head) {
        int[] lines = new int[LINES + 1];
        int line = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == '\n') {
                line++;
                if (line > LINES) {
                    lines[LINES] = -1;
                    return lines;
                }
                lines[line] = i + 1;
            }
        }
        return lines;
    }

    private static int breaks(byte[] text) {
        int breaks = 0;
        for (byte one : text) {
            if (one == '\n') {
                breaks++;
            }
        }
        return breaks;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String value(int line) {
        return text(lines[line], lines[line + 1] - 1);
    }

    private String text(int from, int to) {
        return new String(head, from, to - from, StandardCharsets.UTF_8);
    }

    long sequence() {
        return Long.parseLong(value(SEQUENCE));
    }

    /** Canonical JSON in UTF-8; not to be written to. */
    byte[] changes() {
        return changes;
    }

    boolean intact() {
        byte[] digest = digest();
        int from = lines[HASH];
        if (lines[HASH + 1] - 1 - from != 2 * digest.length) {
            return false;
        }
        for (int i = 0; i < digest.length; i++) {
            if (head[from + 2 * i] != DIGITS[digest[i] >> 4 & 0xf]
                    || head[from + 2 * i + 1] != DIGITS[digest[i] & 0xf]) {
                return false;
            }
        }
        return true;
    }

    /** SHA-256 of the row, whatever it says its hash is. */
    byte[] digest() {
        MessageDigest digest = Sha256.digest();
        digest.update(head, lines[PREVIOUS], lines[LINES] - lines[PREVIOUS]);
        digest.update(changes);
        if (!Arrays.equals(tail, NOTHING)) {
            digest.update(tail);
        }
        return digest.digest();
    }

    /** True when the row names the hash of another one as that of the row before. */
    boolean follows(WrittenRow other) {
        return Arrays.equals(
                head, lines[PREVIOUS], lines[PREVIOUS + 1], other.head, other.lines[HASH], other.lines[HASH + 1]);
    }

    /** True when the row names this hash as that of the row before. */
    boolean follows(String hash) {
        return value(PREVIOUS).equals(hash);
    }

    /** @throws IllegalArgumentException when a value other than the changes cannot be read */
    void refuseUnreadable(WrittenMoment moments) {
        try {
            UUID.fromString(value(RATER));
            moments.refuseOther(value(MOMENT));
            Verb.valueOf(value(VERB));
        } catch (DateTimeException damaged) {
            throw new IllegalArgumentException("It holds no moment.", damaged);
        }
    }

    /** All of its values. */
    LogRow row() {
        String[] after = new String(tail, StandardCharsets.UTF_8).split("\n", AFTER + 1);
        return new LogRow(
                sequence(),
                value(RATER),
                value(MOMENT),
                value(ZONE),
                value(UNDOES),
                value(VERB),
                new String(changes, StandardCharsets.UTF_8),
                after[4],
                after[1],
                after[2],
                after[3],
                value(PREVIOUS),
                value(HASH));
    }
}
