package org.ictograph.store.sqlite;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of the edit log says, read from its stored text and checked as far as that needs no other entry. Made on
 * any thread.
 *
 * @param intact false when the row does not match its own hash
 * @param steps what it does to the tables, empty when it cannot be read
 * @param unreadable why it cannot be read, null when it can
 */
record Retold(
        WrittenRow row,
        long sequence,
        boolean intact,
        List<Step> steps,
        @Nullable String unreadable) {
    /** The text of one state of an entity, without the text: 128 bits of its SHA-256. */
    record Print(long high, long low) {
        static Print of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return of(bytes, 0, bytes.length);
        }

        static Print of(byte[] text, int from, int to) {
            MessageDigest sha = Sha256.digest();
            sha.update(text, from, to - from);
            byte[] digest = sha.digest();
            return new Print(number(digest, 0), number(digest, 8));
        }

        private static long number(byte[] digest, int from) {
            long number = 0;
            for (int i = from; i < from + 8; i++) {
                number = number << 8 | (digest[i] & 0xff);
            }
            return number;
        }
    }

    /**
     * One change.
     *
     * @param before null for a new entity
     * @param after null for one that goes
     */
    record Step(
            EntityTable<?> table,
            String id,
            @Nullable Print before,
            @Nullable Print after) {}

    static Retold of(WrittenRow row, WrittenMoment moments) {
        long sequence = row.sequence();
        boolean intact = row.intact();
        try {
            row.refuseUnreadable(moments);
            return new Retold(row, sequence, intact, steps(row.changes()), null);
        } catch (IllegalArgumentException unfit) {
            return new Retold(
                    row, sequence, intact, List.of(), Objects.toString(unfit.getMessage(), "it cannot be read"));
        } catch (IOException unfit) {
            return new Retold(row, sequence, intact, List.of(), "It holds no changes.");
        }
    }

    /** Reads the changes as a stream: a tree of each would take most of the time of a long verification. */
    private static List<Step> steps(byte[] changes) throws IOException {
        List<Step> steps = new ArrayList<>(1);
        try (JsonParser parser = Json.parser(changes)) {
            expect(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                steps.add(step(parser, changes));
            }
            expect(parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null);
        }
        return steps;
    }

    private static Step step(JsonParser parser, byte[] changes) throws IOException {
        String table = null;
        State before = null;
        State after = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "table" -> table = parser.getText();
                case "before" -> before = State.read(parser, changes);
                case "after" -> after = State.read(parser, changes);
                default -> parser.skipChildren();
            }
        }
        if (table == null || (before == null && after == null)) {
            throw new IllegalArgumentException("A change of nothing.");
        }
        if (before != null && after != null && !before.id().equals(after.id())) {
            throw new IllegalArgumentException("A change keeps the identity of what it changes.");
        }
        return new Step(
                EntityTables.named(table),
                before == null ? Objects.requireNonNull(after).id() : before.id(),
                before == null ? null : before.print(),
                after == null ? null : after.print());
    }

    private static void expect(boolean fits) throws IOException {
        if (!fits) {
            throw new IOException("not a list of changes");
        }
    }

    /** An entity as an entry writes it. */
    private record State(String id, Print print) {
        static State read(JsonParser parser, byte[] changes) throws IOException {
            expect(parser.currentToken() == JsonToken.START_OBJECT);
            int start = (int) parser.currentTokenLocation().getByteOffset();
            expect(start >= 0); // it has none where zero bytes make the text look like UTF-16
            String id = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean identity = parser.currentName().equals("id");
                JsonToken value = parser.nextToken();
                if (identity) {
                    expect(value == JsonToken.VALUE_STRING);
                    id = parser.getText();
                }
                parser.skipChildren();
            }
            expect(id != null);
            int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
            return new State(Objects.requireNonNull(id), Print.of(changes, start, end));
        }
    }
}
