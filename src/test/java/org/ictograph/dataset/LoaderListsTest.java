package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.LoaderLayout;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists read back by the rules of the programs' documentation: one clip a line, split at single spaces into exactly a path
 * and a whole number (TimeSformer and SlowFast kinetics.py, VideoMAE DATASET.md, MMAction2 prepare_dataset.md).
 */
class LoaderListsTest {
    private static final Videos VIDEOS = new FfmpegVideos();

    @TempDir
    Path out;

    private static Map<String, Integer> read(Path root, Path list) throws Exception {
        String text = Files.readString(list, StandardCharsets.US_ASCII);
        assertTrue(text.endsWith("\n") && !text.contains("\r"), text);
        Map<String, Integer> labels = new TreeMap<>();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            String[] fields = line.split(" ", -1);
            assertEquals(2, fields.length, line);
            assertFalse(fields[0].matches(".*[,\"'\\s].*") || fields[0].startsWith("/"), line);
            assertTrue(Files.isRegularFile(root.resolve(fields[0])), line);
            labels.put(fields[0], Integer.valueOf(fields[1]));
        }
        // VideoMAE adds up what it finds in the views of a clip under its name before the first dot, up to a bracket
        // (kinetics.py, __getitem__; engine_for_finetuning.py, merge)
        assertEquals(
                labels.size(),
                labels.keySet().stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1).replaceFirst("[.\\[].*", ""))
                        .distinct()
                        .count());
        return labels;
    }

    private Path write(Datasets datasets, Profile profile) throws Exception {
        Path film = out.resolve("M2U00244.avi");
        if (!Files.exists(film)) {
            Footage.write(VIDEOS, film);
        }
        // the footage has two animals, so two parts
        Profile small = Footage.small(profile);
        Profile two = small.withSplit(new SplitRule(
                SplitRule.Kind.TRAINING_TESTING,
                List.of(new SplitRule.Part("train", 0.7), new SplitRule.Part("test", 0.3)),
                List.of(),
                42));
        Path set = out.resolve(profile.id());
        datasets.write(datasets.plan(Footage.colony(VIDEOS, film).request(two)), set, Progress.NONE);
        return set.resolve("data");
    }

    @Test
    void everyProgramFindsEveryClipWithItsLabel() throws Exception {
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), LoaderLayout.all(), "1.2.3");
        Map<String, String> endings =
                Map.of("timesformer", ".csv", "slowfast", ".csv", "videomae", ".csv", "mmaction2", ".txt");
        for (Map.Entry<String, String> program : endings.entrySet()) {
            Path set = write(datasets, Profiles.named(program.getKey()).orElseThrow());
            assertEquals(
                    Map.of(
                            "0/Feb-1-2019_M2U00244_1_70-3_1-16_N_0.avi", 0,
                            "1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1.avi", 1),
                    read(set, set.resolve("train" + program.getValue())));
            assertEquals(
                    Map.of(
                            "0/Feb-1-2019_M2U00244_2_M~fc~~2f~1~5f~~e4~_1-16_N_0.avi", 0,
                            "0/Feb-1-2019_M2U00244_2_M~fc~~2f~1~5f~~e4~_17-32_N_0.avi", 0),
                    read(set, set.resolve("test" + program.getValue())));
            assertEquals(List.of(), datasets.verify(set, Progress.NONE));
        }
    }

    @Test
    void foldsHaveTheirListsInAFolderEach() throws Exception {
        Path film = out.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), LoaderLayout.all(), "1.2.3");
        Profile two = Footage.small(Profiles.VIDEOMAE).withSplit(SplitRule.eachAnimal(42));
        Path set = out.resolve("folds");
        datasets.write(datasets.plan(Footage.colony(VIDEOS, film).request(two)), set, Progress.NONE);
        Map<String, Integer> first = read(set.resolve("data"), set.resolve("data/fold-1/train.csv"));
        Map<String, Integer> second = read(set.resolve("data"), set.resolve("data/fold-2/train.csv"));
        assertEquals(4, first.size() + second.size());
        assertEquals(second, read(set.resolve("data"), set.resolve("data/fold-1/test.csv")));
        assertEquals(first, read(set.resolve("data"), set.resolve("data/fold-2/test.csv")));
        assertFalse(Files.exists(set.resolve("data/fold-1/val.csv")), "two folds leave none for validation");
        assertEquals(List.of(), datasets.verify(set, Progress.NONE));
        assertEquals(two.split().seed(), datasets.split(set).rule().seed());
    }

    /** VideoMAE's datasets.py: two fields or more, the second a whole number, a dot in the file name. */
    @Test
    void theListForPretrainingHoldsNoAnimalOfTheTest() throws Exception {
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), LoaderLayout.all(), "1.2.3");
        Path set = write(datasets, Profiles.VIDEOMAE);
        assertEquals(
                List.of(
                        "0/Feb-1-2019_M2U00244_1_70-3_1-16_N_0.avi 300 -1",
                        "1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1.avi 300 -1"),
                Files.readAllLines(set.resolve("pretrain.csv")));
    }

    @Test
    void aChangedListIsFound() throws Exception {
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), LoaderLayout.all(), "1.2.3");
        Path set = write(datasets, Profiles.VIDEOMAE);
        Path list = set.resolve("train.csv");
        Files.writeString(list, Files.readString(list).replace(" 1\n", " 0\n"));
        List<String> findings = datasets.verify(set, Progress.NONE).stream()
                .map(Finding::toString)
                .toList();
        assertTrue(findings.toString().contains("train.csv"), findings.toString());
    }

    @Test
    void theBuiltInPartsAreThoseThatTheProgramsRead() {
        for (String id : List.of("timesformer", "slowfast", "videomae", "mmaction2")) {
            assertEquals(
                    List.of("train", "val", "test"),
                    Profiles.named(id).orElseThrow().split().parts().stream()
                            .map(SplitRule.Part::name)
                            .toList());
        }
    }
}
