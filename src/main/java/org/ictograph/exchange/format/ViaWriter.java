package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Label;
import org.ictograph.model.Study;
import org.ictograph.model.VideoFile;

/**
 * Writes a project of VIA 3 (data format 3.1.1): a view for each video file, a temporal segment for each mark, with label and
 * stage to choose and animal, rater and note as text. VIA asks for the videos, which it knows by name.
 */
final class ViaWriter {
    private static final String SEGMENT = "FILE1_Z2_XY0";
    private static final int TEXT = 1;
    private static final int SELECT = 4;
    private static final int VIDEO = 4;
    private static final int LOCAL = 1;
    private static final String BEHAVIOUR_ID = "1";
    private static final String ANIMAL_ID = "2";
    private static final String RATER_ID = "3";
    private static final String NOTE_ID = "4";
    private static final String STAGE_ID = "5";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Study study;
    private final Losses losses;
    private final List<String> labels;
    private final Map<String, String> files = new LinkedHashMap<>();
    private int beyond;

    ViaWriter(Study study, Losses losses) {
        this.study = study;
        this.losses = losses;
        this.labels = study.protocol().labels().stream().map(Label::name).toList();
    }

    ObjectNode project(List<MarkRow> rows) {
        ObjectNode metadata = JSON.objectNode();
        rows.forEach(row -> metadata.set(String.format(Locale.ROOT, "1_%08d", metadata.size() + 1), segment(row)));
        if (beyond > 0) {
            losses.note(beyond + " marks end after the video file in which they begin; VIA shows them to its end.");
        }
        ObjectNode file = JSON.objectNode();
        ObjectNode view = JSON.objectNode();
        files.forEach((path, id) -> {
            file.set(
                    id,
                    JSON.objectNode()
                            .put("fid", id)
                            .put("fname", String.valueOf(Path.of(path).getFileName()))
                            .put("type", VIDEO)
                            .put("loc", LOCAL)
                            .put("src", ""));
            view.putObject(id).putArray("fid_list").add(id);
        });
        ObjectNode project = JSON.objectNode();
        ObjectNode head = project.putObject("project");
        head.put("pid", "__VIA_PROJECT_ID__");
        head.put("rev", "__VIA_PROJECT_REV_ID__");
        head.put("rev_timestamp", "__VIA_PROJECT_REV_TIMESTAMP__");
        head.put("pname", study.name());
        head.put("creator", "Ictograph");
        head.put("created", 0);
        head.put("data_format_version", "3.1.1");
        files.values().forEach(head.putArray("vid_list")::add);
        project.set("config", config());
        project.set("attribute", attributes());
        project.set("file", file);
        project.set("metadata", metadata);
        project.set("view", view);
        return project;
    }

    private static ObjectNode config() {
        ObjectNode config = JSON.objectNode();
        ObjectNode prefixes = config.putObject("file").putObject("loc_prefix");
        for (String place : List.of("1", "2", "3", "4")) {
            prefixes.put(place, "");
        }
        config.putObject("ui")
                .put("file_content_align", "center")
                .put("file_metadata_editor_visible", true)
                .put("spatial_metadata_editor_visible", true)
                .put("temporal_segment_metadata_editor_visible", true)
                .put("spatial_region_label_attribute_id", "")
                .put("gtimeline_visible_row_count", "4");
        return config;
    }

    private ObjectNode attributes() {
        ObjectNode attributes = JSON.objectNode();
        attributes.set(BEHAVIOUR_ID, attribute("behaviour", SELECT, labels));
        attributes.set(ANIMAL_ID, attribute("animal", TEXT, List.of()));
        attributes.set(RATER_ID, attribute("rater", TEXT, List.of()));
        attributes.set(NOTE_ID, attribute("note", TEXT, List.of()));
        if (!study.protocol().stages().isEmpty()) {
            attributes.set(STAGE_ID, attribute("stage", SELECT, study.protocol().stages()));
        }
        return attributes;
    }

    private static ObjectNode attribute(String name, int type, List<String> choices) {
        ObjectNode options = JSON.objectNode();
        choices.forEach(choice -> options.put(String.valueOf(options.size()), choice));
        ObjectNode attribute = JSON.objectNode()
                .put("aname", name)
                .put("anchor_id", SEGMENT)
                .put("type", type)
                .put("desc", "");
        attribute.set("options", options);
        attribute.put("default_option_id", "");
        return attribute;
    }

    private ObjectNode segment(MarkRow row) {
        List<VideoFile> all = row.recording().files();
        int at = 0;
        while (at + 1 < all.size()
                && all.get(at + 1).start() <= row.mark().span().start()) {
            at++;
        }
        VideoFile file = all.get(at);
        if (at + 1 < all.size() && row.mark().span().end() > all.get(at + 1).start()) {
            beyond++;
        }
        String id = files.computeIfAbsent(file.path(), unknown -> String.valueOf(files.size() + 1));
        ObjectNode segment = JSON.objectNode().put("vid", id).put("flg", 0);
        segment.putArray("z")
                .add((row.mark().span().start() - file.start()) / 1e6)
                .add((row.mark().span().end() - file.start()) / 1e6);
        segment.putArray("xy");
        ObjectNode values = segment.putObject("av");
        values.put(BEHAVIOUR_ID, String.valueOf(labels.indexOf(row.mark().label())));
        values.put(ANIMAL_ID, row.subject());
        values.put(RATER_ID, row.rater());
        Optional.of(row.mark().note()).filter(note -> !note.isEmpty()).ifPresent(note -> values.put(NOTE_ID, note));
        int stage = study.protocol().stages().indexOf(row.mark().stage());
        if (stage >= 0) {
            values.put(STAGE_ID, String.valueOf(stage));
        }
        return segment;
    }
}
