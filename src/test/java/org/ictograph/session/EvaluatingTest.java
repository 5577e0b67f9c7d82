package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.dataset.ClipLabel;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.ClipTruth;
import org.ictograph.dataset.Onsets;
import org.ictograph.dataset.TestSheet;
import org.ictograph.measure.EventScoring;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.Segment;
import org.ictograph.measure.TestedClip;
import org.ictograph.measure.Thresholds;
import org.ictograph.report.ResultFiles;
import org.ictograph.report.ResultTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables for a data set: the model by fold, and rivals that know nothing or little beside it. */
class EvaluatingTest {
    private static final Evaluating.Terms TERMS =
            new Evaluating.Terms(0.5, Thresholds.ratSeizure(), EventScoring.SZCORE, 42);

    private static TestSheet.TestClip clip(
            int number, String part, boolean positive, @Nullable Double motion, ClipLabel... labels) {
        return new TestSheet.TestClip(
                "c" + number,
                "c" + number + ".avi",
                part,
                new ClipPlace("R" + part, "", 1, "rat " + part),
                new ClipTruth(positive, List.of(), List.of(labels), List.of(), List.of(), List.of(), motion, null),
                new ClipSource("a.avi", "f", number * 10_000_000L, (number + 1) * 10_000_000L, 0, 299, 0, 1),
                10);
    }

    private static TestSheet sheet(TestSheet.Kind kind, boolean folded, List<TestSheet.TestClip> clips) {
        return new TestSheet("rodepil", "RodEpil", "0.1", kind, folded, new TreeMap<>(), clips);
    }

    private static List<String> row(ResultTable table, int row) {
        return table.rows().get(row).stream()
                .map(cell -> cell.statistic()
                        .map(one -> ResultFiles.told(one, ResultTable.Form.PERCENT))
                        .orElse(cell.text()))
                .toList();
    }

    /** Five animals, a fold each; clips 0 to 5 of each follow each other, 2 and 3 are positive. */
    private static List<TestSheet.TestClip> colony() {
        List<TestSheet.TestClip> clips = new ArrayList<>();
        for (int fold = 1; fold <= 5; fold++) {
            for (int i = 0; i < 6; i++) {
                boolean positive = i == 2 || i == 3;
                clips.add(clip(i, String.valueOf(fold), positive, positive || i == fold % 2 ? 0.8 : 0.3));
            }
        }
        return clips;
    }

    @Test
    void clipsHaveARowForEachFoldTheirMeanAndRivals() {
        TestSheet sheet = sheet(TestSheet.Kind.CLIPS, true, colony());
        List<TestedClip> said = new ArrayList<>();
        for (TestSheet.TestClip clip : sheet.tested()) {
            // Fold 5 misses its second positive clip and takes the first for one.
            boolean yes = clip.truth().positive();
            if (clip.part().equals("5") && (clip.id().equals("c3") || clip.id().equals("c0"))) {
                yes = !yes;
            }
            said.add(new TestedClip(
                    clip.place().subject(), clip.part(), clip.truth().positive(), yes ? 0.9 : 0.1));
        }
        List<ResultTable> tables = new ClipTables(sheet, TERMS).of(Map.of("net", said));
        ResultTable clips = tables.get(0);
        assertEquals(List.of("net", "1", "6", "2", "100.00", "100.00", "100.00", "100.00", "100.00"), row(clips, 0));
        assertEquals(List.of("net", "5", "6", "2", "66.67", "50.00", "75.00", "50.00", "50.00"), row(clips, 4));
        // Mean of 1, 1, 1, 1, 2/3; a resample can hold fold 5 at most five times and not at all.
        assertEquals("93.33", row(clips, 5).get(4).substring(0, 5));
        assertEquals("mean", row(clips, 5).get(1));
        assertTrue(row(clips, 5).get(4).endsWith("100.00]"), row(clips, 5).toString());
        assertEquals("all", row(clips, 6).get(1));
        assertEquals(
                List.of("always negative", "mean", "30", "10", "66.67", "0.00", "100.00", "–", "0.00"), row(clips, 7));
        assertEquals(List.of("prior", "mean", "30", "10", "66.67", "0.00", "100.00", "–", "0.00"), row(clips, 8));
        // Of the four still clips of each animal one moves as much: accuracy 5/6, specificity 3/4, precision 2/3, F1
        // 0.8.
        assertEquals(
                List.of("motion", "mean", "30", "10", "83.33", "100.00", "75.00", "66.67", "80.00"), row(clips, 9));
        ResultTable events = tables.get(1);
        // One event in each recording of a minute; in fold 5 the two said are merged, since less than 90 s lie between.
        assertEquals(List.of("net", "5", "5", "0"), row(events, 0).subList(0, 4));
        assertEquals(List.of("always negative", "5", "0", "0"), row(events, 1).subList(0, 4));
    }

    @Test
    void whereMotionIsNotKnownTheRivalSaysSo() {
        List<TestSheet.TestClip> clips = new ArrayList<>(colony());
        clips.set(0, clip(0, "1", false, null));
        TestSheet sheet = sheet(TestSheet.Kind.CLIPS, true, clips);
        List<TestedClip> said = sheet.tested().stream()
                .map(one -> new TestedClip(
                        one.place().subject(), one.part(), one.truth().positive(), 1))
                .toList();
        ResultTable table = new ClipTables(sheet, TERMS).of(Map.of("net", said)).get(0);
        assertEquals("motion", row(table, 9).get(0));
        assertEquals("–", row(table, 9).get(4));
        assertTrue(
                String.join(" ", table.notes()).contains("the motion of 1 of the 30 clips is not known"),
                table.notes().toString());
    }

    @Test
    void tasksOfFewShotsAreTakenTogetherByTheirNumber() {
        TestSheet sheet = sheet(
                TestSheet.Kind.WINDOWS, false, List.of(clip(0, "testing", true, 0.5), clip(1, "testing", false, 0.5)));
        List<TestedClip> said = new ArrayList<>();
        double[][] scores = {{0.9, 0.1}, {0.2, 0.8}, {0.9, 0.1}};
        List<String> tasks = List.of("2-shot 1", "2-shot 2", "3-shot 1");
        for (int i = 0; i < 3; i++) {
            said.add(new TestedClip("rat", tasks.get(i), true, scores[i][0]));
            said.add(new TestedClip("rat", tasks.get(i), false, scores[i][1]));
        }
        List<ResultTable> tables = new ClipTables(sheet, TERMS).of(Map.of("vmae", said));
        assertEquals(1, tables.size(), "windows make no events");
        // Balanced accuracy, AUROC and average precision of a task are 1, 1, 1 or 0, 0, 0.5.
        assertEquals(List.of("vmae", "2-shot", "4", "2", "50.00", "50.00", "75.00"), row(tables.get(0), 0));
        assertEquals(List.of("vmae", "3-shot", "2", "1", "100.00", "100.00", "100.00"), row(tables.get(0), 1));
        assertEquals(List.of("vmae", "mean", "6", "3", "66.67", "66.67", "83.33"), row(tables.get(0), 2));
        assertEquals(List.of("always negative", "testing", "2", "1", "50.00", "50.00", "50.00"), row(tables.get(0), 3));
    }

    private static TestSheet.TestClip around(int number, String part, double probability) {
        return new TestSheet.TestClip(
                "c" + number,
                "c" + number + ".avi",
                part,
                new ClipPlace("R" + part, "", 1, "rat " + part),
                new ClipTruth(
                        probability > 0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0.5,
                        null,
                        new Onsets(100_000_000L, 120_000_000, probability)),
                new ClipSource("a.avi", "f", number * 5_000_000L, (number + 1) * 5_000_000L, 0, 29, 0, 1),
                5);
    }

    /** Average precision by hand: the positive ones come first and third, 1/2 · 1 + 1/2 · 2/3. */
    @Test
    void whatLiesBetweenTheOnsetsIsNotTested() {
        TestSheet sheet = sheet(
                TestSheet.Kind.ONSETS,
                false,
                List.of(
                        around(0, "testing", 1),
                        around(1, "testing", 1),
                        around(2, "testing", 0.4),
                        around(3, "testing", 0),
                        around(4, "testing", 0)));
        assertEquals(
                List.of("c0", "c1", "c3", "c4"),
                sheet.tested().stream().map(TestSheet.TestClip::id).toList());
        double[] scores = {0.9, 0.4, 0.6, 0.1};
        List<TestedClip> said = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            said.add(new TestedClip("rat", "testing", i < 2, scores[i]));
        }
        List<ResultTable> tables = new ClipTables(sheet, TERMS).of(Map.of("vivit", said));
        assertEquals(1, tables.size(), "pieces of one seizure make no events");
        assertEquals(
                List.of("vivit", "testing", "4", "2", "50.00", "75.00", "83.33", "50.00", "50.00", "50.00"),
                row(tables.get(0), 0));
    }

    @Test
    void segmentsStandBesideTheRivalThatKnowsTheClipsOnly() {
        TestSheet sheet = sheet(
                TestSheet.Kind.SEGMENTS,
                false,
                List.of(
                        clip(0, "training", true, 0.5, new ClipLabel("rearing", 1, 0, 2_000_000)),
                        clip(1, "testing", true, 0.5, new ClipLabel("rearing", 1, 0, 10_000_000)),
                        clip(2, "testing", true, 0.5, new ClipLabel("rearing", 1, 0, 5_000_000)),
                        clip(3, "testing", true, 0.9)));
        List<ScoredSegment> said = List.of(
                new ScoredSegment(new Segment("c1", 0, 9, "rearing"), 0.9),
                new ScoredSegment(new Segment("c2", 7, 9, "rearing"), 0.8));
        List<ResultTable> tables = new SegmentTables(sheet, TERMS).of(Map.of("net", said));
        ResultTable detection = tables.get(0);
        assertEquals(List.of("net", "50.00", "50.00", "50.00", "50.00", "50.00", "50.00"), row(detection, 0));
        // The oracle has the whole of both clips: of the second half, which is enough up to 0.5. Equal scores come in
        // reverse order, so above 0.5 the wrong one comes first: precision 1/2 at a recall of 1/2.
        assertEquals(
                List.of("clip oracle", "100.00", "100.00", "100.00", "25.00", "25.00", "70.00"), row(detection, 1));
        // Prior says all three clips alike, the third first: 2/3 at a recall of 1; then 1/3 at 1/2.
        assertEquals("66.67", row(detection, 2).get(1));
        assertEquals("16.67", row(detection, 2).get(5));
        assertEquals("motion", row(detection, 3).get(0));
        assertEquals(List.of("always negative", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"), row(detection, 4));
        ResultTable classes = tables.get(2);
        assertEquals(List.of("rearing", "2", "50.00", "70.00"), row(classes, 0).subList(0, 4));
        assertEquals(
                List.of("recall", "classes", "classes-tiou", "events"),
                tables.stream()
                        .map(ResultTable::name)
                        .filter(name -> !name.equals("detection"))
                        .toList());
        ResultTable events = tables.get(4);
        assertEquals(List.of("net", "all", "2", "2", "0"), row(events, 1).subList(0, 5));
        assertEquals(
                List.of("clip oracle", "all", "2", "2", "0"), row(events, 2).subList(0, 5));
        assertEquals(List.of("prior", "all", "2", "2", "1"), row(events, 3).subList(0, 5));
        // The one clip that may be learned from has a motion of 0.5, which all tested ones have too.
        assertEquals(List.of("motion", "all", "2", "2", "1"), row(events, 4).subList(0, 5));
        assertEquals(
                List.of("always negative", "all", "2", "0", "0"), row(events, 5).subList(0, 5));
    }
}
