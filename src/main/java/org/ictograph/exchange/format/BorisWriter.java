package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;

/**
 * Writes a BORIS project of format 7.0: one observation for each recording and rater, one subject for each animal, the
 * labels as behaviours and the stage as a modifier. Times have six decimals.
 */
final class BorisWriter {
    private static final List<String> COLOURS =
            List.of("black", "orange", "skyblue", "green", "yellow", "blue", "red", "purple");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Study study;
    private final Losses losses;
    private int kept;

    private record Event(long micros, boolean end, MarkRow row) {}

    BorisWriter(Study study, Losses losses) {
        this.study = study;
        this.losses = losses;
    }

    /** Marks that the project holds. */
    int kept() {
        return kept;
    }

    ObjectNode project(List<MarkRow> rows) {
        ObjectNode project = JSON.objectNode();
        project.put("time_format", "hh:mm:ss");
        project.put("project_date", "");
        project.put("project_name", study.name());
        project.put("project_description", "");
        project.put("project_format_version", "7.0");
        project.set("subjects_conf", subjects(rows));
        project.set("behaviors_conf", behaviours());
        project.set("observations", observations(rows));
        project.set("behavioral_categories", JSON.arrayNode());
        ObjectNode variable = JSON.objectNode()
                .put("label", BorisReader.RATER)
                .put("description", "")
                .put("type", "text")
                .put("default value", "")
                .put("possible values", "");
        project.set("independent_variables", JSON.objectNode().set("0", variable));
        project.set("coding_map", JSON.objectNode());
        project.set("behaviors_coding_map", JSON.arrayNode());
        project.set("converters", JSON.objectNode());
        return project;
    }

    private static ObjectNode subjects(List<MarkRow> rows) {
        ObjectNode subjects = JSON.objectNode();
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.subject()));
        for (String name : names) {
            subjects.set(
                    String.valueOf(subjects.size()),
                    JSON.objectNode().put("key", "").put("name", name).put("description", ""));
        }
        return subjects;
    }

    private ObjectNode behaviours() {
        ObjectNode behaviours = JSON.objectNode();
        for (Label label : study.protocol().labels()) {
            ObjectNode modifiers = JSON.objectNode();
            if (!study.protocol().stages().isEmpty()) {
                ArrayNode values = JSON.arrayNode();
                study.protocol().stages().forEach(values::add);
                modifiers.set(
                        "0",
                        JSON.objectNode()
                                .put("name", BorisReader.STAGE)
                                .put("type", 0)
                                .set("values", values));
            }
            ObjectNode behaviour = JSON.objectNode()
                    .put("type", label.kind() == LabelKind.POINT ? "Point event" : "State event")
                    .put("key", label.key())
                    .put("code", label.name())
                    .put("description", label.definition())
                    .put("color", COLOURS.get(label.colour()))
                    .put("category", "")
                    .put("excluded", "")
                    .put("coding map", "");
            behaviour.set("modifiers", modifiers);
            behaviours.set(String.valueOf(behaviours.size()), behaviour);
        }
        return behaviours;
    }

    private ObjectNode observations(List<MarkRow> rows) {
        Map<List<String>, List<MarkRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(
                        List.of(row.recording().name(), row.rater()), unknown -> new ArrayList<>())
                .add(row));
        Set<String> raters = new HashSet<>();
        rows.forEach(row -> raters.add(row.rater()));
        ObjectNode observations = JSON.objectNode();
        groups.forEach((key, group) ->
                observations.set(raters.size() > 1 ? String.join(" / ", key) : key.get(0), observation(group)));
        return observations;
    }

    private ObjectNode observation(List<MarkRow> rows) {
        Recording recording = rows.get(0).recording();
        ObjectNode observation = JSON.objectNode();
        observation.put("type", "MEDIA");
        observation.put("date", recording.startedAt().map(Object::toString).orElse(""));
        observation.put("description", "");
        observation.put("time offset", 0);
        ArrayNode paths = JSON.arrayNode();
        ObjectNode lengths = JSON.objectNode();
        ObjectNode rates = JSON.objectNode();
        double rate = Math.rint(recording.frames() * 1e9 / recording.filmed()) / 1e3;
        for (FilmAxis.File file : FilmAxis.of(recording).files()) {
            paths.add(file.path());
            lengths.put(file.path(), file.length() / 1e6);
            rates.put(file.path(), rate);
        }
        observation.set("file", JSON.objectNode().set("1", paths));
        ObjectNode media = JSON.objectNode();
        media.set("length", lengths);
        media.set("fps", rates);
        observation.set("media_info", media);
        observation.set(
                "independent_variables",
                JSON.objectNode().put(BorisReader.RATER, rows.get(0).rater()));
        observation.set("observation time interval", JSON.arrayNode().add(0).add(0));
        observation.put("close_behaviors_between_videos", false);
        observation.set("events", events(rows));
        return observation;
    }

    private ArrayNode events(List<MarkRow> rows) {
        List<Event> events = new ArrayList<>();
        Map<List<String>, Long> busy = new HashMap<>();
        for (MarkRow row : rows) {
            boolean point =
                    study.protocol().label(row.mark().label()).orElseThrow().kind() == LabelKind.POINT;
            List<String> thread =
                    List.of(row.subject(), row.mark().label(), row.mark().stage());
            if (!point
                    && busy.getOrDefault(thread, Long.MIN_VALUE)
                            > row.mark().span().start()) {
                losses.refuse("“" + row.mark().label() + "” of " + row.subject() + " in “"
                        + row.recording().name() + "” at "
                        + Times.seconds(row.mark().span().start())
                        + " s begins before the one before it ends; BORIS cannot hold both.");
                continue;
            }
            kept++;
            events.add(new Event(row.mark().span().start(), false, row));
            if (!point) {
                busy.put(thread, row.mark().span().end());
                events.add(new Event(row.mark().span().end(), true, row));
            }
        }
        events.sort(Comparator.comparingLong(Event::micros)
                .thenComparing(event -> !event.end())
                .thenComparing(event -> event.row().subject())
                .thenComparing(event -> event.row().mark().label()));
        ArrayNode array = JSON.arrayNode();
        events.forEach(event -> array.add(array(event)));
        return array;
    }

    private static ArrayNode array(Event event) {
        MarkRow row = event.row();
        return JSON.arrayNode()
                .add(FilmAxis.on(row.recording(), event.micros()) / 1e6)
                .add(row.subject())
                .add(row.mark().label())
                .add(row.mark().stage())
                .add(event.end() ? "" : row.mark().note());
    }
}
