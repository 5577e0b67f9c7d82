package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.exchange.BenchmarkFiles;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.TestedClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions that do not fit their data set cost one sentence, which names the place. */
class AnswersTest {
    private static final BenchmarkFiles FILES = new JsonBenchmarkFiles();

    @TempDir
    Path folder;

    private static TestSheet sheet(TestSheet.Kind kind, boolean folded, String... parts) {
        List<TestSheet.TestClip> clips = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            clips.add(new TestSheet.TestClip(
                    "c" + i,
                    "clips/c" + i + ".avi",
                    parts[i],
                    new ClipPlace("R", "", 1, "rat " + parts[i]),
                    new ClipTruth(i % 2 == 0, List.of(), List.of(), List.of(), List.of(), List.of(), 0.5, null),
                    new ClipSource("a.avi", "f", 0, 10_000_000, 0, 299, 0, 1),
                    10));
        }
        return new TestSheet("p", "P", "1", kind, folded, new TreeMap<>(Map.of(0, "rearing")), clips);
    }

    private List<TestedClip> read(TestSheet sheet, String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("p.csv"), csv);
        return new Answers(sheet, "p.csv").clips(FILES.readAnswers(file));
    }

    private List<ScoredSegment> timed(TestSheet sheet, String json) throws Exception {
        Path file = Files.writeString(folder.resolve("p.json"), json);
        return new Answers(sheet, "p.json").segments(FILES.readPredictions(file));
    }

    @Test
    void clipsAreKnownByPathNameAndId() throws Exception {
        TestSheet sheet = sheet(TestSheet.Kind.CLIPS, true, "1", "2", "2");
        List<TestedClip> clips = read(sheet, "clip,score\nclips/c0.avi,0.25\nc2,1\nc1.avi,0\n");
        assertEquals(
                List.of(
                        new TestedClip("rat 1", "1", true, 0.25),
                        new TestedClip("rat 2", "2", false, 0),
                        new TestedClip("rat 2", "2", true, 1)),
                clips);
    }

    @Test
    void onlyThePartForTestingIsAskedFor() throws Exception {
        TestSheet sheet = sheet(TestSheet.Kind.CLIPS, false, "train", "val", "test");
        assertEquals(
                List.of(new TestedClip("rat test", "test", true, 0.5)), read(sheet, "score,clip\n0.5,c2\n0.25,c0\n"));
        assertEquals(1, sheet.learned("test").size());
    }

    @Test
    void tasksOfFewShotsAreKeptApart() throws Exception {
        TestSheet sheet = sheet(TestSheet.Kind.WINDOWS, false, "training", "testing");
        assertEquals(
                List.of("2-shot 1", "2-shot 2", "3-shot 1"),
                read(sheet, "clip,score,shots,draw\nc1,0.5,2,1\nc1,0.5,2,2\nc1,0.5,3,1\n").stream()
                        .map(TestedClip::part)
                        .toList());
    }

    private static void refused(String sentence, org.junit.jupiter.api.function.Executable read) {
        assertEquals(sentence, assertThrows(DatasetException.class, read).getMessage());
    }

    @Test
    void scoresThatDoNotFitAreRefused() {
        TestSheet sheet = sheet(TestSheet.Kind.CLIPS, true, "1", "2", "2");
        refused(
                "“p.csv”, line 3 names the clip c9, which the data set does not have. Name clips as its clips.csv does.",
                () -> read(sheet, "clip,score\nc0,1\nc9,1\n"));
        refused(
                "“p.csv”, line 2 gives the clip c0 the score 1.5. A score lies from 0 to 1.",
                () -> read(sheet, "clip,score\nc0,1.5\n"));
        refused(
                "“p.csv”, line 3 names the clip c0.avi again. Each clip has one score.",
                () -> read(sheet, "clip,score\nc0,1\nc0.avi,1\n"));
        refused(
                "“p.csv” says nothing about fold 2 with its 2 clips. Add the predictions of the model that was tested on"
                        + " it.",
                () -> read(sheet, "clip,score\nc0,1\n"));
        refused(
                "“p.csv” has no score for 1 of the 2 clips of fold 2, first for clips/c2.avi. Each clip needs one.",
                () -> read(sheet, "clip,score\nc0,1\nc1,1\n"));
        assertEquals(
                "“" + folder.resolve("p.csv") + "”, line 2 has the score “NaN”, which is not a number.",
                assertThrows(ExchangeException.class, () -> read(sheet, "clip,score\nc0,NaN\n"))
                        .getMessage());
    }

    @Test
    void segmentsThatDoNotFitAreRefused() throws Exception {
        TestSheet sheet = sheet(TestSheet.Kind.SEGMENTS, true, "1", "2");
        String one = "{\"database\": {\"c0\": [{\"segment\": [1, 2], \"label_id\": 0, \"scores\": 0.5}]";
        assertEquals(
                "rearing",
                timed(sheet, one + ", \"c1\": [{\"segment\": [1, 2], \"label_id\": 0, \"scores\": 0.5}]}}")
                        .get(1)
                        .segment()
                        .label());
        refused(
                "“p.json” says nothing about fold 2. Add the predictions of the model that was tested on it.",
                () -> timed(sheet, one + "}}"));
        refused(
                "“p.json” names the clip c7, which the data set does not have. Name clips as its label file does.",
                () -> timed(sheet, one.replace("c0", "c7") + "}}"));
        refused(
                "“p.json” gives rearing in the clip c0 from 1.00 s the score 50.0. A score lies from 0 to 1.",
                () -> timed(sheet, one.replace("0.5", "50") + "}}"));
    }
}
