package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.ictograph.dataset.format.AnnotationLayout;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Annotations read back by the rules of the programs that read them: ActivityNet's eval_detection.py, ActionFormer's
 * libs/datasets/anet.py, OpenTAD's opentad/datasets/base/padding_dataset.py and anet.py.
 */
class AnnotationSetsTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final Set<String> SUBSETS = Set.of("training", "testing");

    @TempDir
    static Path out;

    private static Path film;

    @BeforeAll
    static void film() throws Exception {
        film = out.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
    }

    private static Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), AnnotationLayout.all(), "1.2.3");
    }

    private static Path write(Profile profile, SplitRule split, String name) throws Exception {
        Path set = out.resolve(name);
        DatasetPlan plan = datasets()
                .plan(Footage.colony(VIDEOS, film)
                        .request(Footage.small(profile).withSplit(split)));
        datasets().write(plan, set, Progress.NONE);
        assertEquals(List.of(), datasets().verify(set, Progress.NONE));
        return set.resolve("data");
    }

    /** Predictions name clips and number labels as the label file does. */
    private static void predictable(Path set, JsonNode root) throws Exception {
        TestSheet sheet = datasets().testSheet(set.resolveSibling("."));
        Set<String> ids = new TreeSet<>();
        sheet.clips().forEach(clip -> ids.add(clip.id()));
        assertEquals(names(root.path("database")), ids);
        assertEquals(List.of("testing"), sheet.testedParts());
        root.findParents("label_id")
                .forEach(each -> assertEquals(
                        each.path("label").asText(),
                        sheet.labelNumbers().get(each.path("label_id").asInt())));
    }

    private static JsonNode read(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What holds for each: a clip under its name, ten seconds, segments inside it, subsets of both animals. */
    private static List<JsonNode> entries(Path set, JsonNode root, String prefix) {
        Set<String> subsets = new TreeSet<>();
        List<JsonNode> entries = new ArrayList<>();
        root.path("database").properties().forEach(entry -> {
            JsonNode clip = entry.getValue();
            assertTrue(Files.isRegularFile(set.resolve("clips/" + prefix + entry.getKey() + ".avi")), entry.getKey());
            assertEquals("10.0", clip.path("duration").toString());
            subsets.add(clip.path("subset").asText());
            assertFalse(clip.path("annotations").isEmpty());
            for (JsonNode annotation : clip.path("annotations")) {
                double start = annotation.at("/segment/0").asDouble();
                double end = annotation.at("/segment/1").asDouble();
                assertTrue(start >= 0 && start < end && end <= 10, annotation.toString());
            }
            entries.add(clip);
        });
        assertEquals(3, entries.size());
        assertEquals(SUBSETS, subsets);
        return entries;
    }

    @Test
    void activityNetHasWhatItsEvaluatorAsksFor() throws Exception {
        Path set = write(Profiles.ACTIVITYNET, SplitRule.trainingTesting(42), "activitynet");
        JsonNode root = read(set.resolve("activitynet.json"));
        assertEquals(Set.of("database", "taxonomy", "version"), names(root));
        predictable(set, root);
        root.path("database").fieldNames().forEachRemaining(id -> assertEquals(11, id.length(), id));
        for (JsonNode clip : entries(set, root, "v_")) {
            assertEquals(Set.of("annotations", "duration", "resolution", "subset", "url"), names(clip));
            clip.path("annotations").forEach(each -> assertEquals(Set.of("label", "segment"), names(each)));
        }
        Set<String> nodes = new LinkedHashSet<>();
        root.path("taxonomy").forEach(node -> nodes.add(node.path("nodeName").asText()));
        assertEquals(List.of("Root", "others", "rearing", "jumping"), List.copyOf(nodes));
    }

    @Test
    void actionFormerFindsAsManyClassesAsOccurNumberedFromZero() throws Exception {
        Path set = write(Profiles.ACTIONFORMER, SplitRule.trainingTesting(42), "actionformer");
        JsonNode root = read(set.resolve("actionformer.json"));
        assertEquals(Set.of("database"), names(root));
        predictable(set, root);
        Set<String> labels = new TreeSet<>();
        for (JsonNode clip : entries(set, root, "")) {
            assertEquals(Set.of("annotations", "duration", "fps", "subset"), names(clip));
            assertEquals(30.0, clip.path("fps").asDouble());
            clip.path("annotations").forEach(each -> {
                assertEquals(Set.of("label", "label_id", "segment"), names(each));
                labels.add(
                        each.path("label_id").asInt() + " " + each.path("label").asText());
            });
        }
        assertEquals(Set.of("0 others", "1 rearing", "2 jumping"), labels);
    }

    @Test
    void openTadFindsFramesAndAClassOnEachLine() throws Exception {
        Path set = write(Profiles.OPENTAD, SplitRule.trainingTesting(42), "opentad");
        List<String> classes = Files.readAllLines(set.resolve("category_idx.txt"));
        assertEquals(List.of("others", "rearing", "jumping"), classes);
        for (JsonNode clip : entries(set, read(set.resolve("opentad.json")), "")) {
            assertEquals(Set.of("annotations", "duration", "frame", "subset"), names(clip));
            assertEquals(300, clip.path("frame").asInt());
            clip.path("annotations").forEach(each -> {
                assertEquals(Set.of("label", "segment"), names(each));
                assertTrue(classes.contains(each.path("label").asText()));
            });
        }
    }

    @Test
    void eachFoldHasItsAnnotations() throws Exception {
        Path set = write(Profiles.OPENTAD, SplitRule.eachAnimal(42), "folds");
        List<List<String>> testing = new ArrayList<>();
        for (int fold = 1; fold <= 2; fold++) {
            List<String> ids = new ArrayList<>();
            entries(set, read(set.resolve("fold-" + fold + "/opentad.json")), "");
            read(set.resolve("fold-" + fold + "/opentad.json"))
                    .path("database")
                    .properties()
                    .forEach(entry -> {
                        if (entry.getValue().path("subset").asText().equals("testing")) {
                            ids.add(entry.getKey());
                        }
                    });
            testing.add(ids);
        }
        assertEquals(3, testing.get(0).size() + testing.get(1).size());
        assertTrue(testing.get(0).stream().noneMatch(testing.get(1)::contains));
    }

    @Test
    void theSameStudyGivesTheSameBytesInAnyLocaleAndZone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path one = write(Profiles.ACTIVITYNET, SplitRule.trainingTesting(42), "here");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path two = write(Profiles.ACTIVITYNET, SplitRule.trainingTesting(42), "there");
            assertEquals(
                    Files.readString(one.resolveSibling(HashList.FILE)),
                    Files.readString(two.resolveSibling(HashList.FILE)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theBuiltInPartsAreThoseThatTheProgramsRead() {
        for (Profile profile : List.of(Profiles.ACTIVITYNET, Profiles.ACTIONFORMER, Profiles.OPENTAD)) {
            assertEquals(List.of("train", "val", "test"), profile.split().partNames());
        }
    }
}
