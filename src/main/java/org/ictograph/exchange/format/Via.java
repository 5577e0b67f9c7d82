package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Mark;
import org.ictograph.model.Study;

/**
 * Projects of VIA 3. Each temporal segment gives a mark for every value of its attributes; an attribute whose name says so
 * tells the animal, the stage, the rater or a
 * remark. Source: {@code CodeDoc.md} of VIA 3.
 */
public final class Via implements LabelFormat {
    private static final String SUBJECT = "(?i)(subject|animal|rat|mouse|cage|individual|identity)";
    private static final String STAGE = "(?i)(stage|racine)";
    private static final String NOTE = "(?i)(notes?|comments?|remarks?)";
    private static final String OBSERVER = "(?i)(rater|observer|annotator|coder)";

    @Override
    public String id() {
        return "via";
    }

    @Override
    public String description() {
        return "Project of VIA 3, temporal segments in seconds";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        JsonPlace root = JsonPlace.read(file);
        JsonNode attributes = root.get("attribute").node();
        List<ForeignMark> marks = new ArrayList<>();
        Losses losses = new Losses();
        int regions = 0;
        for (Map.Entry<String, JsonPlace> entry : root.get("metadata").entries()) {
            JsonNode segment = entry.getValue().node();
            if (segment.path("z").size() != 2) {
                regions++;
                continue;
            }
            String place = "Segment “" + entry.getKey() + "”";
            try {
                segment(place, segment, media(root.node(), segment), attributes, marks);
            } catch (Misread misread) {
                losses.refuse(place + ": " + misread.sentence());
            }
        }
        if (regions > 0) {
            losses.note(regions + " regions in single pictures are not kept.");
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        MarkRow.loseDetails(rows, losses);
        TextFile.write(file, JsonPlace.text(new ViaWriter(study, losses).project(rows)));
        return losses.report(rows.size());
    }

    private static String media(JsonNode root, JsonNode segment) {
        String view = segment.path("vid").asText();
        String file = root.path("view").path(view).path("fid_list").path(0).asText();
        return root.path("file").path(file).path("fname").asText();
    }

    private static void segment(
            String place, JsonNode segment, String media, JsonNode attributes, List<ForeignMark> marks) throws Misread {
        ForeignTime start =
                new ForeignTime.Clock(media, Times.micros(segment.path("z").path(0)));
        ForeignTime end =
                new ForeignTime.Clock(media, Times.micros(segment.path("z").path(1)));
        String subject = "";
        String stage = "";
        String note = "";
        String observer = "";
        List<String> labels = new ArrayList<>();
        for (Map.Entry<String, List<String>> told : told(segment, attributes).entrySet()) {
            String words = String.join(" ", told.getValue());
            if (told.getKey().matches(SUBJECT)) {
                subject = words;
            } else if (told.getKey().matches(STAGE)) {
                stage = words;
            } else if (told.getKey().matches(NOTE)) {
                note = words;
            } else if (told.getKey().matches(OBSERVER)) {
                observer = words;
            } else {
                labels.addAll(told.getValue());
            }
        }
        if (labels.isEmpty()) {
            throw new Misread("no attribute says what it is.");
        }
        for (String label : labels) {
            marks.add(new ForeignMark(
                    place,
                    new ForeignMark.Whose("", subject, observer),
                    start,
                    end,
                    label,
                    ForeignMark.Remarks.of(stage, note)));
        }
    }

    /** The values of a segment's attributes by the attributes' names. Several options stand with commas between them. */
    private static Map<String, List<String>> told(JsonNode segment, JsonNode attributes) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : segment.path("av").properties()) {
            JsonNode attribute = attributes.path(value.getKey());
            JsonNode options = attribute.path("options");
            List<String> values = new ArrayList<>();
            if (options.size() == 0) {
                values.add(value.getValue().asText().strip());
            } else {
                for (String key : value.getValue().asText().split(",", -1)) {
                    values.add(options.path(key.strip()).asText(key).strip());
                }
            }
            values.removeIf(String::isEmpty);
            if (!values.isEmpty()) {
                told.put(attribute.path("aname").asText(value.getKey()), values);
            }
        }
        return told;
    }
}
