package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Draft;
import org.ictograph.model.Span;

/** The drafts of the raters, one each. Not part of the log; a draft that cannot be understood counts as none. */
final class DraftTable {
    private final Connection connection;

    DraftTable(Connection connection) {
        this.connection = connection;
    }

    Optional<Draft> find(UUID raterId) throws SQLException {
        return Sql.first(
                        connection,
                        row -> row.getString("content"),
                        "SELECT content FROM draft WHERE rater_id = ?",
                        raterId.toString())
                .flatMap(DraftTable::understood);
    }

    void put(UUID raterId, Draft draft, Instant now) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO draft (rater_id, content, written_at) VALUES (?, ?, ?)",
                raterId.toString(),
                Json.text(written(draft)),
                now.toString());
    }

    private static ObjectNode written(Draft draft) {
        ObjectNode node = Json.object();
        node.put("working", draft.working());
        draft.recordingId().ifPresent(id -> node.put("recording_id", id.toString()));
        node.put("micros", draft.micros());
        draft.cageId().ifPresent(id -> node.put("cage_id", id.toString()));
        draft.markId().ifPresent(id -> node.put("mark_id", id.toString()));
        node.set(
                "begun",
                Json.array(
                        draft.begun(),
                        begun -> Json.object()
                                .put("cage_id", begun.cageId().toString())
                                .put("label", begun.label())
                                .put("onset_micros", begun.onset())));
        draft.dragged()
                .ifPresent(dragged -> node.set(
                        "dragged",
                        Json.object()
                                .put("mark_id", dragged.markId().toString())
                                .put("start_micros", dragged.span().start())
                                .put("end_micros", dragged.span().end())));
        return node;
    }

    private static Optional<Draft> understood(String content) {
        try {
            JsonNode node = Json.parse(content);
            List<Draft.Begun> begun = Json.list(
                    node.path("begun"),
                    each -> new Draft.Begun(
                            UUID.fromString(each.path("cage_id").asText()),
                            each.path("label").asText(),
                            each.path("onset_micros").asLong()));
            JsonNode moved = node.path("dragged");
            return Optional.of(new Draft(
                    node.path("working").asBoolean(),
                    id(node, "recording_id"),
                    node.path("micros").asLong(),
                    id(node, "cage_id"),
                    id(node, "mark_id"),
                    begun,
                    id(moved, "mark_id")
                            .map(mark -> new Draft.Dragged(
                                    mark,
                                    new Span(
                                            moved.path("start_micros").asLong(),
                                            moved.path("end_micros").asLong())))));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(JsonNode node, String name) {
        return node.has(name) ? Optional.of(UUID.fromString(node.path(name).asText())) : Optional.empty();
    }
}
