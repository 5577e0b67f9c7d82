package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.exchange.format.FrameTable;
import org.ictograph.exchange.format.Jabs;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.exchange.format.Predictions;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foreign labels fitted to the frames of a real video, taken in with one edit and never twice. */
class InterchangeTest {
    private static final Translation NAMES = new Translation(Map.of(), Map.of("mouse", "70-2", "", "70-2"), Map.of());

    private Bench bench;
    private Path labels;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        bench.record();
        labels = Files.writeString(folder.resolve("labels.json"), """
                {"file": "video ä,1.mkv", "labels": {"mouse": {"rearing": [{"start": 10, "end": 19, "present": true}],
                 "falling": [{"start": 70, "end": 74, "present": true}, {"start": 80, "end": 90, "present": true}]}}}""");
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private LossReport take(boolean dryRun) {
        return bench.session
                .interchange()
                .take(new Jabs(), labels, "Anna", NAMES, dryRun)
                .result()
                .join();
    }

    private List<Mark> marks() {
        bench.session.settled().join();
        return List.copyOf(bench.labels().marks());
    }

    @Test
    void framesAreThoseOfTheVideo() {
        assertEquals(2, take(true).kept());
        assertEquals(List.of(), marks(), "a dry run changes nothing");
        LossReport report = take(false);
        assertEquals(1, report.refused());
        assertTrue(report.sentences().toString().contains("has 75 frames and none numbered 80"), report.toString());
        assertEquals(
                List.of(new Span(400_000, 800_000), new Span(2_800_000, 3_000_000)),
                marks().stream().map(Mark::span).sorted().toList());
    }

    @Test
    void nothingIsTakenTwiceAndOneUndoTakesAllBack() {
        take(false);
        LossReport again = take(false);
        assertEquals(0, again.kept());
        assertTrue(
                again.sentences().toString().contains("2 of the marks were there already"),
                again.sentences().toString());
        assertEquals(2, marks().size());
        bench.session.edits().undo().join();
        assertEquals(List.of(), marks());
    }

    @Test
    void whoWorksBlindTakesNothingTwiceEitherAsSomebodyElse() {
        take(false);
        bench.session.workAs("Ben").join();
        assertEquals(List.of(), marks(), "Ben is blind to them");
        LossReport again = take(false);
        assertEquals(0, again.kept());
        bench.session.workAs("Anna").join();
        assertEquals(2, marks().size());
    }

    /** Raters may say the same, but what they agreed on is one event. */
    @Test
    void theConsensusIsTakenOnceWhoeverBringsIt(@TempDir Path folder) throws Exception {
        String head = "recording,cage,rater,layer,label,onset,offset,note\n\"video ä,1.mkv\",1,Anna,";
        Path agreed =
                Files.writeString(folder.resolve("agreed.csv"), head + "consensus,seizure,0.4,0.8,seen by both\n");
        Path rated = Files.writeString(folder.resolve("rated.csv"), head + "rating,seizure,0.4,0.8,\n");
        bench.session.showOthers(true).join();
        assertEquals(1, take(agreed, "Anna").kept());
        LossReport again = take(agreed, "Ben");
        assertEquals(0, again.kept());
        assertTrue(again.sentences().toString().contains("1 of the marks were there already"), again.toString());
        assertEquals(1, marks().size());
        assertEquals(1, take(rated, "Anna").kept(), "a rating is no consensus");
        assertEquals(1, take(rated, "Ben").kept(), "another rater may say the same");
        assertEquals(3, marks().size());
    }

    private LossReport take(Path file, String rater) {
        return bench.session
                .interchange()
                .take(new MarkCsv(), file, rater, NAMES, false)
                .result()
                .join();
    }

    @Test
    void aTableOfFramesComesBackFromARealVideo(@TempDir Path folder) throws Exception {
        take(false);
        Path table = folder.resolve("video ä,1_labels.csv");
        LossReport given = bench.session
                .interchange()
                .give(FrameTable.deepEthogram(), table, mark -> true)
                .result()
                .join();
        assertEquals(2, given.kept());
        assertEquals(76, Files.readAllLines(table).size(), "a line for each frame and the names");
        LossReport back = bench.session
                .interchange()
                .take(FrameTable.deepEthogram(), table, "Anna", NAMES, true)
                .result()
                .join();
        assertEquals(0, back.refused(), back.sentences().toString());
        assertTrue(back.sentences().toString().contains("2 of the marks were there already"), back.toString());
    }

    @Test
    void anOutsideModelsWordIsTakenAsProposalsAndOnce(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("net.json"), """
                {"results": {"video ä,1.mkv": [{"segment": [0.5, 1.25], "label": "seizure", "score": 0.9}]}}""");
        LossReport first = propose(file, "lab net");
        assertEquals(1, first.kept(), first.toString());
        bench.session.showOthers(true).join();
        assertEquals(1, bench.labels().proposals().size());
        assertEquals(0.9, bench.labels().proposals().get(0).score());
        assertEquals(List.of(), marks(), "nothing is a mark before a person decides");
        LossReport again = propose(file, "lab net");
        assertEquals(0, again.kept());
        assertTrue(again.sentences().toString().contains("1 of the proposals were there already"), again.toString());
        assertEquals(1, propose(file, "another net").kept(), "another model may say the same");
        assertThrows(
                CompletionException.class,
                () -> bench.session
                        .interchange()
                        .take(new Predictions(), file, "Anna", NAMES, false)
                        .result()
                        .join(),
                "a model is no rater");
    }

    private LossReport propose(Path file, String model) {
        return bench.session
                .interchange()
                .propose(new Predictions(), file, model, NAMES, false)
                .result()
                .join();
    }
}
