package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ictograph.Speaking;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RatSeizureLayout;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real exports from a real video. */
class DatasetExportTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final List<Layout> LAYOUTS =
            List.of(new RodEpilLayout(), new RatSeizureLayout(new JsonBenchmarkFiles()));

    @TempDir
    static Path films;

    @TempDir
    Path out;

    private static Path film;

    @BeforeAll
    static void film() throws Exception {
        film = films.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
    }

    private static Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), LAYOUTS, "1.2.3");
    }

    private static DatasetPlan plan(Profile profile) throws Exception {
        return datasets().plan(Footage.colony(VIDEOS, film).request(Footage.small(profile)));
    }

    private static Map<String, String> tree(Path folder) throws Exception {
        return new TreeMap<>(HashList.of(folder, Progress.NONE));
    }

    private List<String> left() throws Exception {
        try (Stream<Path> entries = Files.list(out)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aRodEpilDataSetIsWholeAndSound() throws Exception {
        ExportOutcome outcome = datasets().write(plan(Profiles.RODEPIL), out.resolve("set"), Progress.NONE);
        assertEquals(4, outcome.clips());
        assertEquals(List.of("set"), left());
        Path set = out.resolve("set/data");
        assertEquals(
                List.of(
                        "0/Feb-1-2019_M2U00244_1_70-3_1-16_N_0.avi",
                        "0/Feb-1-2019_M2U00244_2_M~fc~~2f~1~5f~~e4~_1-16_N_0.avi",
                        "0/Feb-1-2019_M2U00244_2_M~fc~~2f~1~5f~~e4~_17-32_N_0.avi",
                        "1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1.avi",
                        "README.md",
                        "clips.csv",
                        "croissant.json",
                        "datacite.json",
                        "folds.csv",
                        "manifest.json",
                        "split.json"),
                new ArrayList<>(tree(set).keySet()));
        assertEquals("""
                clip,subject,label,fold
                0/Feb-1-2019_M2U00244_1_70-3_1-16_N_0.avi,70-3,0,1
                0/Feb-1-2019_M2U00244_2_M~fc~~2f~1~5f~~e4~_1-16_N_0.avi,Mü/1_ä,0,2
                0/Feb-1-2019_M2U00244_2_M~fc~~2f~1~5f~~e4~_17-32_N_0.avi,Mü/1_ä,0,2
                1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1.avi,70-3,1,1
                """, Files.readString(set.resolve("folds.csv")));
        assertEquals(outcome.manifestHash(), Sha256.of(set.resolveSibling("manifest-sha256.txt")));
        assertEquals(List.of(), datasets().verify(set, Progress.NONE));
    }

    @Test
    void theManifestTellsWhereEachClipComesFrom() throws Exception {
        datasets().write(plan(Profiles.RODEPIL), out.resolve("set"), Progress.NONE);
        JsonNode manifest = new ObjectMapper()
                .readTree(out.resolve("set/data/manifest.json").toFile());
        assertEquals("1.2.3", manifest.at("/maker/version").asText());
        assertEquals(1, manifest.at("/study/protocol_version").asInt());
        JsonNode seizure = manifest.at("/clips/1");
        assertEquals("70-3", seizure.at("/place/subject").asText());
        assertTrue(seizure.at("/truth/positive").asBoolean());
        assertEquals("Ada", seizure.at("/truth/raters/0").asText());
        assertEquals(
                Colony.id("mark 0").toString(),
                seizure.at("/truth/consensus_marks/0").asText());
        assertEquals(300, seizure.at("/source/first_frame").asInt());
        assertEquals(599, seizure.at("/source/last_frame").asInt());
        assertEquals(10_000_000, seizure.at("/source/first_pts_micros").asInt(), 1_000);
        assertEquals(VIDEOS.fingerprint(film), seizure.at("/source/fingerprint").asText());
        assertEquals(64, seizure.at("/cut/crop/width").asInt());
        assertEquals(32, seizure.at("/cut/width").asInt());
        assertEquals(300, seizure.at("/cut/frames").asInt());
        assertTrue(seizure.at("/cut/first_frame_psnr").asDouble() > 25);
        assertEquals(
                Sha256.of(out.resolve("set/data").resolve(seizure.at("/file").asText())),
                seizure.at("/sha256").asText());
    }

    @Test
    void ratSeizureJsonHasTheFieldsOfTheBenchmarkAndNoOthers() throws Exception {
        DatasetPlan plan = plan(Profiles.RATSEIZURE);
        datasets().write(plan, out.resolve("set"), Progress.NONE);
        JsonNode root = new ObjectMapper()
                .readTree(out.resolve("set/data/ratseizure.json").toFile());
        assertEquals(List.of("database"), names(root));
        assertTrue(Files.readString(out.resolve("set/data/README.md")).contains("segments may leave holes"));
        List<String> subsets = new ArrayList<>();
        for (PlannedClip clip : plan.clips()) {
            JsonNode entry = root.path("database").path(clip.file().substring(6, 22));
            assertEquals(List.of("annotations", "duration", "subset"), names(entry));
            assertEquals("10.0", entry.path("duration").toString());
            subsets.add(entry.path("subset").asText());
        }
        assertEquals(3, root.path("database").size());
        assertEquals(
                List.of("testing", "training"),
                subsets.stream().distinct().sorted().toList());
        JsonNode jump = root.path("database")
                .path(plan.clips().get(0).file().substring(6, 22))
                .path("annotations");
        assertEquals(
                "[{\"segment\":[0.0,3.0],\"label\":\"others\",\"label_id\":0},"
                        + "{\"segment\":[5.0,6.0],\"label\":\"jumping\",\"label_id\":12},"
                        + "{\"segment\":[6.0,10.0],\"label\":\"others\",\"label_id\":0}]",
                jump.toString());
        assertEquals(List.of(), datasets().verify(out.resolve("set"), Progress.NONE));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    @Test
    void theSameStudyGivesTheSameBytes() throws Exception {
        ExportOutcome one = datasets().write(plan(Profiles.RODEPIL), out.resolve("one"), Progress.NONE);
        Speaking.otherLanguages(() -> {
            Path again = out.resolve(Locale.getDefault().getLanguage());
            ExportOutcome two = datasets().write(plan(Profiles.RODEPIL), again, Progress.NONE);
            assertEquals(one.manifestHash(), two.manifestHash());
            assertEquals(tree(out.resolve("one")), tree(again));
        });
    }

    @Test
    void whatIsThereIsNeverTouched() throws Exception {
        Path set = Files.createDirectory(out.resolve("set"));
        DatasetPlan plan = plan(Profiles.RODEPIL);
        String sentence = refused(plan, set);
        assertTrue(sentence.endsWith("exists already; choose a new name for the data set."), sentence);
        assertEquals(Map.of(), tree(set));
        assertTrue(refused(plan, out.resolve("no/where")).contains("does not exist"));
        assertEquals(List.of("set"), left());
    }

    private String refused(DatasetPlan plan, Path folder) {
        DatasetException e =
                assertThrows(DatasetException.class, () -> datasets().write(plan, folder, Progress.NONE));
        return String.valueOf(e.getMessage());
    }

    @Test
    void aMissingOrExchangedVideoIsToldBeforeAnythingIsWritten() throws Exception {
        FrameIndex index = Colony.steady(25);
        Colony missing = new Colony()
                .recording("R", out.resolve("gone.avi"), "print", index, "a", "b")
                .reviewed("R", 1, 0, 25)
                .reviewed("R", 2, 0, 25);
        Profile profile = Footage.small(Profiles.RODEPIL);
        assertTrue(refused(datasets().plan(missing.request(profile)), out.resolve("set"))
                .contains("gone.avi of recording R is not there"));
        Colony exchanged = new Colony()
                .recording("R", film, "print", index, "a", "b")
                .reviewed("R", 1, 0, 25)
                .reviewed("R", 2, 0, 25);
        assertTrue(refused(datasets().plan(exchanged.request(profile)), out.resolve("set"))
                .contains("its content differs"));
        assertEquals(List.of(), left());
    }

    @Test
    void aCancelledExportLeavesNothing() throws Exception {
        DatasetPlan plan = plan(Profiles.RODEPIL);
        Progress cancelled = new Progress() {
            private boolean begun;

            @Override
            public void report(double fraction, String what) {
                begun = true;
            }

            @Override
            public boolean cancelled() {
                return begun;
            }
        };
        assertThrows(CancellationException.class, () -> datasets().write(plan, out.resolve("set"), cancelled));
        assertEquals(List.of(), left());
    }

    @Test
    void aFullDiskIsToldBeforeAndDuringTheExport() throws Exception {
        DatasetPlan plan = plan(Profiles.RODEPIL);
        DatasetWriter small = new DatasetWriter(VIDEOS, new JsonManifests(), LAYOUTS, "1", folder -> 1_000_000);
        DatasetException before =
                assertThrows(DatasetException.class, () -> small.write(plan, out.resolve("set"), Progress.NONE));
        assertTrue(String.valueOf(before.getMessage()).contains("has 1 MB free, the data set may need 2 MB"));
        List<Long> free = new ArrayList<>(List.of(1_000_000_000L, 0L));
        DatasetWriter filling =
                new DatasetWriter(fillsUp(), new JsonManifests(), LAYOUTS, "1", folder -> free.remove(0));
        DatasetException during =
                assertThrows(DatasetException.class, () -> filling.write(plan, out.resolve("set"), Progress.NONE));
        assertTrue(String.valueOf(during.getMessage()).contains("is full; nothing was left behind"));
        assertEquals(List.of(), left());
    }

    /** Cuts half of the clips and then finds no more room. */
    private static Videos fillsUp() {
        return new PassingVideos(VIDEOS) {
            @Override
            public List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress) throws VideoException {
                super.cut(source, orders.subList(0, orders.size() / 2), progress);
                throw new VideoException("The clip could not be written: No space left on device.");
            }
        };
    }

    @Test
    void theVerifierFindsWhatWasDoneToADataSet() throws Exception {
        Path set = out.resolve("set");
        datasets().write(plan(Profiles.RODEPIL), set, Progress.NONE);
        Path clip = set.resolve("data/1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1.avi");
        byte[] bytes = Files.readAllBytes(clip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(clip, bytes);
        assertTrue(found(set)
                .contains("1/" + clip.getFileName() + ": The file was changed: its SHA-256 is not the listed one."));
        bytes[bytes.length / 2] ^= 1;
        Files.write(clip, bytes);
        assertEquals(List.of(), found(set));

        Path renamed = set.resolve("data/0/Feb-1-2019_M2U00244_1_70-3_17-32_N_0.avi");
        Files.move(clip, renamed);
        List<String> moved = found(set);
        assertTrue(moved.contains("1/" + clip.getFileName() + ": The file is missing."));
        assertTrue(moved.contains("0/" + renamed.getFileName() + ": The file does not belong to the data set."));
        Files.move(renamed, clip);

        Files.delete(set.resolve("data/folds.csv"));
        assertTrue(found(set).contains("folds.csv: The file is missing."));
    }

    @Test
    void forgedLabelsAreFoundEvenWithMatchingHashes() throws Exception {
        Path set = out.resolve("set");
        datasets().write(plan(Profiles.RODEPIL), set, Progress.NONE);
        Path folds = set.resolve("data/folds.csv");
        Files.writeString(folds, Files.readString(folds).replace(",70-3,1,1", ",70-3,1,2"));
        var unused = new Bag(set).seal("forger", HashList.of(set.resolve("data"), Progress.NONE));
        assertEquals(List.of("folds.csv: The labels are not those that the manifest tells of."), found(set));
        Path manifest = set.resolve("data/manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\"positive\" : true", "\"positive\" : false"));
        unused = new Bag(set).seal("forger", HashList.of(set.resolve("data"), Progress.NONE));
        List<String> findings = found(set);
        assertTrue(
                findings.stream().anyMatch(f -> f.contains("its name should be 0/Feb-1-2019_M2U00244_1_70-3_17-32")));
    }

    @Test
    void aFolderWithoutADataSetIsToldInASentence() {
        DatasetException e =
                assertThrows(DatasetException.class, () -> datasets().verify(out, Progress.NONE));
        assertTrue(String.valueOf(e.getMessage()).contains("manifest-sha256.txt is missing"));
        assertFalse(Files.exists(out.resolve("manifest-sha256.txt")));
    }

    private static List<String> found(Path set) throws DatasetException {
        return datasets().verify(set, Progress.NONE).stream()
                .map(Finding::toString)
                .toList();
    }
}
