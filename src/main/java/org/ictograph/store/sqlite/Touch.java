package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * What one edit does to one entity, all its changes taken together.
 *
 * @param before as it was, empty when it was not there
 * @param after as it will be, empty when it goes
 */
record Touch(EntityTable<?> table, UUID id, Optional<Row> before, Optional<Row> after) {
    /**
     * What the changes of a log row do, by entity.
     *
     * @param wanted whether an entity, given the name of its table and its id, is asked for
     * @throws IllegalArgumentException when the text is no list of changes
     */
    static List<Touch> of(String changes, BiPredicate<String, UUID> wanted) {
        Map<UUID, Touch> touches = new LinkedHashMap<>();
        for (JsonNode change : Json.parse(changes)) {
            String name = Json.word(change, "table");
            UUID id = id(change);
            if (!name.equals(MergedEdits.TABLE.name()) && wanted.test(name, id)) {
                EntityTable<?> table = EntityTables.named(name);
                Optional<Row> after = row(table, change.get("after"));
                Touch earlier = touches.get(id);
                Optional<Row> before = earlier == null ? row(table, change.get("before")) : earlier.before();
                touches.put(id, new Touch(table, id, before, after));
            }
        }
        return new ArrayList<>(touches.values());
    }

    private static UUID id(JsonNode change) {
        JsonNode some = change.has("after") ? change.get("after") : Json.property(change, "before");
        return UUID.fromString(Json.word(some, "id"));
    }

    private static Optional<Row> row(EntityTable<?> table, JsonNode value) {
        return value == null ? Optional.empty() : Optional.of(table.row(table.entity(value)));
    }
}
