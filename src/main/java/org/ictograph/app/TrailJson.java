package org.ictograph.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Study;
import org.ictograph.model.Uptime;
import org.ictograph.session.StudySession;
import org.ictograph.session.TrailLine;

/** The audit trail as one JSON document, an entry a line, written as it is read: logs may be long. */
final class TrailJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Console console;
    private boolean first = true;

    TrailJson(Console console) {
        this.console = console;
    }

    void begin(StudySession session, Head head, String seed) {
        Study study = session.state().study().get();
        console.print("{");
        console.print("\"study\": " + text(NODES.textNode(study.name())) + ",");
        console.print("\"study_id\": " + text(NODES.textNode(study.id().toString())) + ",");
        console.print("\"seed\": " + text(NODES.textNode(seed)) + ",");
        ObjectNode end = NODES.objectNode().put("sequence", head.sequence()).put("hash", head.hash());
        console.print("\"head\": " + text(end) + ",");
        Optional<String> doubt = session.logHead().doubt().get();
        console.print("\"doubt\": " + text(doubt.<JsonNode>map(NODES::textNode).orElse(NODES.nullNode())) + ",");
        console.print("\"edits\": [");
    }

    void print(TrailLine line) {
        console.print((first ? "" : ",") + text(node(line)));
        first = false;
    }

    void end() {
        console.print("]");
        console.print("}");
    }

    private static ObjectNode node(TrailLine line) {
        LogEntry entry = line.logged().entry();
        ObjectNode node = NODES.objectNode()
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("zone", entry.zone())
                .put("rater", line.rater())
                .put("rater_id", entry.raterId().toString())
                .put("verb", entry.edit().verb().name().toLowerCase(Locale.ROOT))
                .put("changes", entry.edit().changes().size())
                .put("reason", entry.edit().reason());
        number(node, "undoes", entry.undoes());
        number(node, "opened_after", uptime(entry, true));
        number(node, "elapsed_millis", uptime(entry, false));
        node.put("origin", entry.origin().orElse(""));
        ArrayNode remarks = node.putArray("anomalies");
        line.anomalies().stream()
                .sorted()
                .forEach(anomaly -> remarks.add(anomaly.name().toLowerCase(Locale.ROOT)));
        ArrayNode entities = node.putArray("entities");
        JsonNode changes = HistoryCommand.changes(line);
        for (int i = 0; i < changes.size(); i++) {
            TrailLine.Touched touched = line.touched().get(i);
            ObjectNode entity = entities.addObject()
                    .put("table", changes.get(i).path("table").asText())
                    .put("id", touched.id().toString())
                    .put("recording", touched.recording())
                    .put("animal", touched.animal())
                    .put("whose", touched.whose());
            TrailDecision.in(touched).ifPresent(decision -> {
                number(entity, "looked_millis", decision.millis());
                entity.put("unaided", decision.unaided());
            });
            entity.set("before", orNull(changes.get(i).get("before")));
            entity.set("after", orNull(changes.get(i).get("after")));
        }
        return node.put("changes_text", line.logged().changes())
                .put("previous_hash", line.logged().previousHash())
                .put("hash", entry.hash());
    }

    private static JsonNode orNull(@org.jspecify.annotations.Nullable JsonNode value) {
        return value == null ? NODES.nullNode() : value;
    }

    private static OptionalLong uptime(LogEntry entry, boolean opened) {
        Optional<Uptime> uptime = entry.uptime();
        return uptime.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        opened ? uptime.get().openedAfter() : uptime.get().millis());
    }

    private static void number(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    private String text(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A tree of plain values can always be written.", defect);
        }
    }
}
