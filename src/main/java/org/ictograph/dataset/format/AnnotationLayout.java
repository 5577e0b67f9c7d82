package org.ictograph.dataset.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ictograph.dataset.ClipLabel;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.TextFile;
import org.ictograph.model.Span;

/**
 * The clips of RatSeizure with the annotations that a public program for temporal action localisation reads: clips under
 * opaque names, one JSON file for each {@link Round} with times in seconds since the start of the clip, and {@code
 * subjects.csv} with the animals. Subsets are called {@code training}, {@code validation} and {@code testing}. Where features
 * were measured they lie in {@code features/}, one array (steps × channels) under each clip's name.
 *
 * <ul>
 *   <li>ActivityNet 1.3 ({@code Evaluation/eval_detection.py}): {@code database}, {@code taxonomy} and {@code version} at
 *       the top; names of eleven characters, files with {@code v_} before.
 *   <li>ActionFormer ({@code libs/datasets/anet.py}): {@code fps} and {@code duration} of each clip. The program wants as
 *       many classes as occur, so {@code label_id} counts those that occur from 0.
 *   <li>OpenTAD ({@code opentad/datasets/base}): {@code duration} and {@code frame}, the number of frames, of each clip,
 *       and {@code category_idx.txt} with a class on each line.
 * </ul>
 */
public final class AnnotationLayout implements Layout {
    private static final String FOLDER = "clips/";
    private static final String CATEGORIES = "category_idx.txt";

    /** What differs between the programs. */
    private enum Reader {
        ACTIVITYNET(11, "v_"),
        ACTIONFORMER(16, ""),
        OPENTAD(16, "");

        private final int idLength;
        private final String prefix;

        Reader(int idLength, String prefix) {
            this.idLength = idLength;
            this.prefix = prefix;
        }
    }

    private final Profile profile;
    private final Reader reader;

    private AnnotationLayout(Profile profile, Reader reader) {
        this.profile = profile;
        this.reader = reader;
    }

    /** One for each program. */
    public static List<Layout> all() {
        return List.of(
                new AnnotationLayout(Profiles.ACTIVITYNET, Reader.ACTIVITYNET),
                new AnnotationLayout(Profiles.ACTIONFORMER, Reader.ACTIONFORMER),
                new AnnotationLayout(Profiles.OPENTAD, Reader.OPENTAD));
    }

    @Override
    public String profile() {
        return profile.id();
    }

    @Override
    public String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile made) {
        String name = reader.prefix + OpaqueName.of(place, source, reader.idLength);
        return FOLDER + name + "." + made.clip().extension();
    }

    @Override
    public String clipId(String file) {
        return file.substring(FOLDER.length() + reader.prefix.length(), file.lastIndexOf('.'));
    }

    @Override
    public SortedMap<Integer, String> labelNumbers(Manifest manifest) {
        SortedMap<Integer, String> numbers = new TreeMap<>();
        classes(manifest).forEach((label, number) -> numbers.put(number, label));
        return numbers;
    }

    private String id(Manifest.Clip clip) {
        return clipId(clip.file());
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        List<TextFile> texts = new ArrayList<>();
        Map<String, Integer> classes = classes(manifest);
        for (Round round : Round.of(manifest)) {
            String name = profile.id() + ".json";
            texts.add(new TextFile(round.folder() + name, Json.text(root(manifest, round, classes))));
            if (reader == Reader.OPENTAD) {
                texts.addAll(FeatureLists.openTad(manifest, round, name, CATEGORIES));
            } else if (reader == Reader.ACTIONFORMER) {
                texts.addAll(FeatureLists.actionFormer(manifest, round, name, classes.size()));
            }
        }
        if (reader == Reader.OPENTAD) {
            texts.add(new TextFile(CATEGORIES, String.join("\n", classes.keySet()) + "\n"));
        }
        StringBuilder subjects = new StringBuilder("clip,subject,part,recording\n");
        for (Manifest.Clip clip : byId(manifest)) {
            subjects.append(Csv.line(
                    id(clip), clip.place().subject(), clip.part(), clip.place().recording()));
        }
        texts.add(new TextFile("subjects.csv", subjects.toString()));
        return texts;
    }

    /** The labels that occur, in the order of their ids, numbered from 0 without a hole. */
    private static Map<String, Integer> classes(Manifest manifest) {
        Map<Integer, String> byId = new TreeMap<>();
        manifest.clips().forEach(clip -> clip.truth().labels().forEach(label -> byId.put(label.id(), label.label())));
        Map<String, Integer> classes = new LinkedHashMap<>();
        byId.values().forEach(label -> classes.put(label, classes.size()));
        return classes;
    }

    private ObjectNode root(Manifest manifest, Round round, Map<String, Integer> classes) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (reader == Reader.ACTIVITYNET) {
            root.put("version", "VERSION 1.3");
            root.set("taxonomy", taxonomy(classes));
        }
        ObjectNode database = root.putObject("database");
        for (Manifest.Clip clip : byId(manifest)) {
            ObjectNode entry = database.putObject(id(clip));
            entry.put("subset", round.subset(clip).text());
            entry.put("duration", (double) manifest.profile().clip().seconds());
            switch (reader) {
                case ACTIVITYNET -> {
                    entry.put(
                            "resolution", clip.cut().width() + "x" + clip.cut().height());
                    entry.put("url", "");
                }
                case ACTIONFORMER -> entry.put("fps", clip.cut().rate());
                case OPENTAD -> entry.put("frame", clip.cut().frames());
            }
            ArrayNode annotations = entry.putArray("annotations");
            clip.truth().labels().forEach(label -> annotations.add(annotation(label, classes)));
        }
        return root;
    }

    private ObjectNode annotation(ClipLabel label, Map<String, Integer> classes) {
        ObjectNode annotation = JsonNodeFactory.instance.objectNode();
        annotation.putArray("segment").add(seconds(label.start())).add(seconds(label.end()));
        annotation.put("label", label.label());
        if (reader == Reader.ACTIONFORMER) {
            annotation.put("label_id", classes.get(label.label()));
        }
        return annotation;
    }

    /** A tree of one level, as the evaluator wants one to be there. */
    private static ArrayNode taxonomy(Map<String, Integer> classes) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        nodes.addObject()
                .put("nodeId", 0)
                .put("nodeName", "Root")
                .putNull("parentId")
                .putNull("parentName");
        classes.forEach((label, id) -> nodes.addObject()
                .put("nodeId", id + 1)
                .put("nodeName", label)
                .put("parentId", 0)
                .put("parentName", "Root"));
        return nodes;
    }

    private static double seconds(long micros) {
        return micros / (double) Span.SECOND;
    }

    private List<Manifest.Clip> byId(Manifest manifest) {
        return manifest.clips().stream().sorted(Comparator.comparing(this::id)).toList();
    }
}
