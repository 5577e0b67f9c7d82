package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
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
        LogRow row,
        boolean intact,
        List<Step> steps,
        @Nullable String unreadable) {
    /** The text of one state of an entity, without the text: 128 bits of its SHA-256. */
    record Print(long high, long low) {
        static Print of(String text) {
            byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
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

    static Retold of(LogRow row) {
        boolean intact = row.intact();
        try {
            row.refuseUnreadable();
            List<Step> steps = new ArrayList<>(1);
            for (JsonNode change : Json.parse(row.changes())) {
                steps.add(step(change));
            }
            return new Retold(row, intact, steps, null);
        } catch (IllegalArgumentException unfit) {
            return new Retold(row, intact, List.of(), Objects.toString(unfit.getMessage(), "it cannot be read"));
        }
    }

    private static Step step(JsonNode change) {
        EntityTable<?> table = EntityTables.named(Json.word(change, "table"));
        JsonNode before = change.get("before");
        JsonNode after = change.get("after");
        if (before == null && after == null) {
            throw new IllegalArgumentException("A change of nothing.");
        }
        String id = Json.word(before == null ? after : before, "id");
        if (after != null) {
            if (!table.entity(after).id().toString().equals(id)
                    || !Json.word(after, "id").equals(id)) {
                throw new IllegalArgumentException("A change keeps the identity of what it changes.");
            }
        }
        return new Step(table, id, print(before), print(after));
    }

    private static @Nullable Print print(@Nullable JsonNode state) {
        return state == null ? null : Print.of(Json.text(state));
    }
}
