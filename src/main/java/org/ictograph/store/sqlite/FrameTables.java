package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Pattern;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Role;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;

/** The tables of the frame of a study: protocol, raters, subjects, recordings, cages and what shows the animals in them. */
final class FrameTables {
    static final EntityTable<Protocol> PROTOCOL = new EntityTable<>(
            Protocol.class,
            "protocol",
            List.of(
                    Column.id("id", Protocol::id),
                    Column.text("name", Protocol::name),
                    Column.integer("version", Protocol::version),
                    Column.json("labels", protocol -> Json.array(protocol.labels(), FrameTables::json)),
                    Column.text("scale", Protocol::scale),
                    Column.json("stages", protocol -> Json.texts(protocol.stages())),
                    Column.json("plan", protocol -> PlanJson.plan(protocol.plan()))),
            row -> new Protocol(
                    row.id("id"),
                    row.text("name"),
                    row.small("version"),
                    Json.list(row.json("labels"), FrameTables::label),
                    row.text("scale"),
                    Json.list(row.json("stages"), JsonNode::asText),
                    PlanJson.plan(row.jsonIfAny("plan"))));

    static final EntityTable<Rater> RATER = new EntityTable<>(
            Rater.class,
            "rater",
            List.of(
                    Column.id("id", Rater::id),
                    Column.text("name", Rater::name),
                    Column.text("role", rater -> rater.role().map(Role::name).orElse(null))),
            row -> new Rater(
                    row.id("id"), row.text("name"), row.textIfAny("role").map(Role::valueOf)));

    static final EntityTable<Subject> SUBJECT = new EntityTable<>(
            Subject.class,
            "subject",
            List.of(
                    Column.id("id", Subject::id),
                    Column.text("name", Subject::name),
                    Column.text("litter", Subject::litter),
                    Column.text("experimental_group", Subject::group),
                    Column.text("treatment", Subject::treatment)),
            row -> new Subject(
                    row.id("id"),
                    row.text("name"),
                    row.text("litter"),
                    row.text("experimental_group"),
                    row.text("treatment")));

    static final EntityTable<Recording> RECORDING = new EntityTable<>(
            Recording.class,
            "recording",
            List.of(
                    Column.id("id", Recording::id),
                    Column.text("name", Recording::name),
                    Column.json("files", recording -> Json.array(recording.files(), FrameTables::json)),
                    Column.integer("width", Recording::width),
                    Column.integer("height", Recording::height),
                    Column.integer("frames", Recording::frames),
                    Column.integer("duration_micros", Recording::duration),
                    Column.json("gaps", recording -> Json.array(recording.gaps().spans(), FrameTables::json)),
                    Column.text(
                            "started_at",
                            recording ->
                                    recording.startedAt().map(Instant::toString).orElse(null)),
                    Column.text("zone", Recording::zone)),
            row -> new Recording(
                    row.id("id"),
                    row.text("name"),
                    Json.list(row.json("files"), FrameTables::videoFile),
                    row.small("width"),
                    row.small("height"),
                    row.small("frames"),
                    row.integer("duration_micros"),
                    new SpanSet(Json.list(row.json("gaps"), FrameTables::span)),
                    row.instantIfAny("started_at"),
                    row.text("zone")));

    static final EntityTable<Cage> CAGE = new EntityTable<>(
            Cage.class,
            "cage",
            List.of(
                    Column.id("id", Cage::id),
                    Column.id("recording_id", Cage::recordingId),
                    Column.integer("position", Cage::position),
                    Column.integer("x", cage -> cage.box().x()),
                    Column.integer("y", cage -> cage.box().y()),
                    Column.integer("width", cage -> cage.box().width()),
                    Column.integer("height", cage -> cage.box().height()),
                    Column.json(
                            "tag_mask",
                            cage -> cage.tagMask().map(FrameTables::json).orElse(null)),
                    Column.text(
                            "subject_id",
                            cage -> cage.subjectId().map(UUID::toString).orElse(null))),
            row -> new Cage(
                    row.id("id"),
                    row.id("recording_id"),
                    row.small("position"),
                    new Box(row.small("x"), row.small("y"), row.small("width"), row.small("height")),
                    row.jsonIfAny("tag_mask").map(FrameTables::box),
                    row.textIfAny("subject_id").map(UUID::fromString)));

    static final EntityTable<PoseTrack> POSE_TRACK = new EntityTable<>(
            PoseTrack.class,
            "pose_track",
            List.of(
                    Column.id("id", PoseTrack::id),
                    Column.id("recording_id", PoseTrack::recordingId),
                    Column.id("cage_id", PoseTrack::cageId),
                    Column.text("path", PoseTrack::path),
                    Column.integer("bytes", PoseTrack::bytes),
                    Column.text("fingerprint", PoseTrack::fingerprint),
                    Column.text("track", PoseTrack::track),
                    Column.integer("x", PoseTrack::x),
                    Column.integer("y", PoseTrack::y),
                    Column.json("points", pose -> Json.texts(pose.points()))),
            row -> new PoseTrack(
                    row.id("id"),
                    row.id("recording_id"),
                    row.id("cage_id"),
                    row.text("path"),
                    row.integer("bytes"),
                    row.text("fingerprint"),
                    row.text("track"),
                    row.small("x"),
                    row.small("y"),
                    Json.list(row.json("points"), JsonNode::asText)));

    private FrameTables() {}

    private static JsonNode json(Label label) {
        ObjectNode node = Json.object().put("name", label.name());
        label.benchmarkId().ifPresent(id -> node.put("benchmark_id", id));
        node.put("kind", label.kind().name())
                .put("key", label.key())
                .put("colour", label.colour())
                .put("pattern", label.pattern().name());
        if (!label.definition().isEmpty()) {
            node.put("definition", label.definition());
        }
        if (!label.titles().isEmpty()) {
            ObjectNode titles = node.putObject("titles");
            label.titles().forEach(titles::put);
        }
        return node;
    }

    private static Label label(JsonNode node) {
        return new Label(
                Json.property(node, "name").asText(),
                node.has("benchmark_id")
                        ? OptionalInt.of(node.get("benchmark_id").intValue())
                        : OptionalInt.empty(),
                LabelKind.valueOf(Json.property(node, "kind").asText()),
                Json.property(node, "key").asText(),
                Json.property(node, "colour").intValue(),
                Pattern.valueOf(Json.property(node, "pattern").asText()),
                node.path("definition").asText(""),
                titles(node.path("titles")));
    }

    private static SortedMap<String, String> titles(JsonNode node) {
        SortedMap<String, String> titles = new TreeMap<>();
        node.properties()
                .forEach(title -> titles.put(title.getKey(), title.getValue().asText()));
        return titles;
    }

    private static JsonNode json(VideoFile file) {
        ObjectNode node = Json.object()
                .put("path", file.path())
                .put("bytes", file.bytes())
                .put("fingerprint", file.fingerprint())
                .put("start", file.start());
        file.rate().ifPresent(rate -> node.put("rate", rate.toString()));
        return node;
    }

    private static VideoFile videoFile(JsonNode node) {
        return new VideoFile(
                Json.property(node, "path").asText(),
                Json.property(node, "bytes").longValue(),
                Json.property(node, "fingerprint").asText(),
                Json.property(node, "start").longValue(),
                node.has("rate") ? Optional.of(FrameRate.parse(node.get("rate").asText())) : Optional.empty());
    }

    private static JsonNode json(Span span) {
        return Json.object().put("start", span.start()).put("end", span.end());
    }

    private static Span span(JsonNode node) {
        return new Span(
                Json.property(node, "start").longValue(),
                Json.property(node, "end").longValue());
    }

    private static JsonNode json(Box box) {
        return Json.object()
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height());
    }

    private static Box box(JsonNode node) {
        return new Box(
                Json.property(node, "x").intValue(),
                Json.property(node, "y").intValue(),
                Json.property(node, "width").intValue(),
                Json.property(node, "height").intValue());
    }
}
