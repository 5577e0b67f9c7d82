package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ictograph.model.Change;
import org.ictograph.model.Entity;

/**
 * Changes as the edit log writes them: a list of {@code {"table", "before", "after"}}, where a missing {@code before} is a
 * new entity and a missing {@code after} one that goes.
 */
final class ChangesJson {
    private ChangesJson() {}

    static String write(List<Change> changes) {
        return Json.text(Json.array(changes, ChangesJson::node));
    }

    /** @throws IllegalArgumentException when the text is no list of changes */
    static List<Change> read(String text) {
        return Json.list(Json.parse(text), ChangesJson::change);
    }

    private static JsonNode node(Change change) {
        EntityTable<?> table = EntityTables.of(change.after().or(change::before).orElseThrow());
        ObjectNode node = Json.object().put("table", table.name());
        change.before().ifPresent(before -> node.set("before", table.row(before).json()));
        change.after().ifPresent(after -> node.set("after", table.row(after).json()));
        return node;
    }

    private static Change change(JsonNode node) {
        EntityTable<?> table = EntityTables.named(Json.property(node, "table").asText());
        JsonNode before = node.get("before");
        JsonNode after = node.get("after");
        if (before == null) {
            return new Change.Added(table.entity(Json.property(node, "after")));
        }
        Entity from = table.entity(before);
        return after == null ? new Change.Removed(from) : new Change.Changed(from, table.entity(after));
    }
}
