package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;

/**
 * Annotations of JABS: frames from 0, ends inclusive, by animal and behaviour. JABS numbers animals from 0; written files
 * number them by cage and tell their names as {@code external_identities}. Its {@code annotations} with a tag are marks, too,
 * of all animals or of one. Source: {@code annotations} of a JABS project
 * as written by JABS-behavior-classifier.
 */
public final class Jabs implements LabelFormat {
    /** With several behaviours at once, this one says that none of them is there. */
    private static final String NO_BEHAVIOUR = "None";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String id() {
        return "jabs";
    }

    @Override
    public String description() {
        return "Annotations of JABS for one video, frames from 0";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        JsonPlace root = JsonPlace.read(file);
        String media = root.get("file").text();
        boolean whole = root.has("unfragmented_labels");
        JsonNode outside = root.node().path("external_identities");
        List<ForeignMark> marks = new ArrayList<>();
        int absent = 0;
        for (Map.Entry<String, JsonPlace> animal :
                root.get(whole ? "unfragmented_labels" : "labels").entries()) {
            String subject = outside.path(animal.getKey()).asText(animal.getKey());
            for (Map.Entry<String, JsonPlace> behaviour : animal.getValue().entries()) {
                for (JsonPlace bout : behaviour.getValue().items("bout")) {
                    if (behaviour.getKey().equals(NO_BEHAVIOUR)
                            || !bout.node().path("present").asBoolean(true)) {
                        absent++;
                    } else {
                        marks.add(mark(
                                bout,
                                media,
                                behaviour.getKey(),
                                ForeignMark.Whose.subject(subject),
                                ForeignMark.Remarks.NONE));
                    }
                }
            }
        }
        if (root.has("annotations")) {
            for (JsonPlace remark : root.get("annotations").items("annotation")) {
                JsonNode identity = remark.node().path("identity");
                marks.add(mark(
                        remark,
                        media,
                        remark.get("tag").text(),
                        identity.isNumber()
                                ? ForeignMark.Whose.subject(
                                        outside.path(identity.asText()).asText(identity.asText()))
                                : ForeignMark.Whose.UNKNOWN,
                        ForeignMark.Remarks.note(
                                remark.node().path("description").asText(""))));
            }
        }
        Losses losses = new Losses();
        if (absent > 0) {
            losses.note(absent + " pieces that say that a behaviour is absent are not kept.");
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    /** A piece from the first to the last frame. */
    private static ForeignMark mark(
            JsonPlace piece, String media, String label, ForeignMark.Whose whose, ForeignMark.Remarks remarks)
            throws ExchangeException {
        int first = piece.get("start").wholeNumber();
        int last = piece.get("end").wholeNumber();
        if (last < first) {
            throw piece.wrong("ends at frame " + last + " before it starts at frame " + first);
        }
        String whom = whose.subject().isEmpty() ? "" : " of “" + whose.subject() + "”";
        return new ForeignMark(
                "“" + label + "”" + whom + ", frame " + first,
                whose,
                new ForeignTime.Frame(media, first),
                new ForeignTime.Frame(media, last + 1L),
                label,
                remarks);
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        MarkRow.refuseSeveralRecordings(rows, "A file of JABS");
        if (rows.isEmpty() || rows.stream().map(MarkRow::rater).distinct().count() > 1) {
            throw new ExchangeException("A file of JABS holds the marks of one rater; choose one who has marks there.");
        }
        Recording recording = rows.get(0).recording();
        if (recording.files().size() > 1) {
            losses.note("JABS knows one video; frames are counted over all "
                    + recording.files().size() + " files of “" + recording.name() + "”.");
        }
        losses.note("Edges are kept to the nearest frame; overlaps of one label melt into one; stages and notes are not"
                + " kept.");
        MarkRow.loseDetails(rows, losses);
        TextFile.write(file, JsonPlace.text(document(rows, recording, frames)));
        return losses.report(rows.size());
    }

    private static ObjectNode document(List<MarkRow> rows, Recording recording, FrameClock frames)
            throws ExchangeException {
        TreeMap<Integer, TreeMap<String, List<MarkRow>>> sorted = new TreeMap<>();
        rows.forEach(row -> sorted.computeIfAbsent(row.cage().position(), unknown -> new TreeMap<>())
                .computeIfAbsent(row.mark().label(), unknown -> new ArrayList<>())
                .add(row));
        ObjectNode names = JSON.objectNode();
        ObjectNode labels = JSON.objectNode();
        for (Map.Entry<Integer, TreeMap<String, List<MarkRow>>> cage : sorted.entrySet()) {
            String identity = String.valueOf(cage.getKey() - 1);
            ObjectNode behaviours = labels.putObject(identity);
            for (Map.Entry<String, List<MarkRow>> label : cage.getValue().entrySet()) {
                names.put(identity, label.getValue().get(0).subject());
                behaviours.set(label.getKey(), bouts(ShownFrames.of(label.getValue(), recording, frames)));
            }
        }
        ObjectNode document = JSON.objectNode();
        document.put("version", 1);
        document.put(
                "file", Path.of(recording.files().get(0).path()).getFileName().toString());
        document.put("num_frames", recording.frames());
        document.set("external_identities", names);
        document.set("labels", labels);
        document.set("unfragmented_labels", labels.deepCopy());
        document.putObject("metadata").putObject("project");
        document.withObject("/metadata").putObject("video");
        document.putArray("annotations");
        return document;
    }

    /** Pieces of frames that lie together, the last frame included. */
    private static ArrayNode bouts(boolean[] shown) {
        ArrayNode bouts = JSON.arrayNode();
        int begun = -1;
        for (int frame = 0; frame <= shown.length; frame++) {
            boolean now = frame < shown.length && shown[frame];
            if (now && begun < 0) {
                begun = frame;
            } else if (!now && begun >= 0) {
                bouts.addObject().put("start", begun).put("end", frame - 1).put("present", true);
                begun = -1;
            }
        }
        return bouts;
    }
}
