package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.Refusal;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.VideoFile;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of three real files of a second each, some of which vanish and return. */
class PresenceTest {
    private static final long SECOND = Span.SECOND;
    private static final int PIECE = 25;

    @TempDir
    Path folder;

    private Bench bench;
    private Recording recording;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        NewRecording added = new NewRecording(
                List.of(
                        NewFile.of(bench.film(folder.resolve("a.mkv"), 0, 0, PIECE, 0)),
                        NewFile.of(bench.film(folder.resolve("b.mkv"), 0, 25, PIECE, 0)),
                        NewFile.of(bench.film(folder.resolve("c.mkv"), 0, 50, PIECE, 0))),
                Bench.cages(),
                Optional.empty(),
                "");
        recording = bench.session.recordings().add(added).result().join();
        bench.session.open(recording.id()).join();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void vanish(String name) throws Exception {
        Files.move(folder.resolve(name), folder.resolve(name + ".away"));
    }

    private FrameIndex index() {
        return bench.session.playback().index().orElseThrow();
    }

    private SpanSet absent() {
        return bench.session.state().absent().get();
    }

    private int brightnessAt(long micros) {
        bench.session.playback().seek(micros);
        Picture still = bench.session.playback().still().orElseThrow().join();
        return still.bgra()[0] & 0xff;
    }

    private static SpanSet seconds(int from, int to) {
        return SpanSet.of(new Span(from * SECOND, to * SECOND));
    }

    @Test
    void theRestOfARecordingIsShownWithAGapWhereAFileIsMissing() throws Exception {
        int before = brightnessAt(2 * SECOND);
        vanish("b.mkv");
        bench.session.open(recording.id()).join();
        assertEquals(seconds(1, 2), absent());
        assertEquals(seconds(1, 2), index().gaps());
        assertEquals(3 * SECOND, index().duration());
        assertEquals(before, brightnessAt(2 * SECOND), "later frames keep their times");
        assertEquals(SpanSet.EMPTY, recording.gaps(), "the study knows no gap");
    }

    @Test
    void firstAndLastFilesMayBeMissing() throws Exception {
        int before = brightnessAt(SECOND);
        vanish("a.mkv");
        vanish("c.mkv");
        assertFalse(bench.session.recordings().lost(recording));
        bench.session.open(recording.id()).join();
        assertEquals(seconds(0, 1).union(seconds(2, 3)), absent());
        assertEquals(3 * SECOND, index().duration());
        assertEquals(before, brightnessAt(SECOND));
        assertEquals(Optional.of(new Span(0, SECOND)), index().gapAt(0));
    }

    @Test
    void withoutAnyFileItIsRefusedInASentence() throws Exception {
        for (VideoFile file : recording.files()) {
            vanish(file.path());
        }
        assertTrue(bench.session.recordings().lost(recording));
        String sentence = Sentence.of(assertThrows(
                CompletionException.class,
                () -> bench.session.open(recording.id()).join()));
        assertTrue(sentence.contains("relink"), sentence);
    }

    @Test
    void aModelPassesOverMissingTimeAndSaysSo() throws Exception {
        vanish("b.mkv");
        Localizer localizer = bench.session.proposing().localizers().get(0);
        Localization found = bench.session
                .proposing()
                .run(recording.id(), localizer)
                .result()
                .join();
        assertEquals(localizer.model(), found.run().model());
        assertEquals(
                Optional.of(Notice.done("proposals.skipped", recording.name(), 1.0)),
                bench.session.state().notice().get());
    }

    @Test
    void aFileThatVanishesWhileOpenIsAGapUntilItReturns() throws Exception {
        bench.session.playback().seek(2 * SECOND);
        vanish("b.mkv");
        bench.session.presence().look().join();
        assertEquals(seconds(1, 2), absent());
        assertFalse(bench.session.presence().missingBefore(SECOND / 2));
        assertTrue(bench.session.presence().missingBefore(2 * SECOND));
        assertEquals(2 * SECOND, bench.session.playback().position().get());
        Files.move(folder.resolve("b.mkv.away"), folder.resolve("b.mkv"));
        bench.session.presence().look().join();
        assertEquals(SpanSet.EMPTY, absent());
        assertEquals(SpanSet.EMPTY, index().gaps());
    }

    @Test
    void aMissingFileIsFoundByItsContentAndShownAgain() throws Exception {
        vanish("b.mkv");
        bench.session.open(recording.id()).join();
        bench.session.recordings().relink(folder.resolve("b.mkv.away")).result().join();
        bench.session.presence().look().join();
        assertEquals(SpanSet.EMPTY, absent());
    }

    @Test
    void marksInItStayAndItsTimeIsNeitherAvailableNorSeen() throws Exception {
        var cage = bench.cage(1).id();
        bench.session
                .marking()
                .add(cage, "seizure", new Span(SECOND, 2 * SECOND))
                .join();
        bench.session.reviewing().declare(List.of(cage), recording.span()).join();
        vanish("b.mkv");
        bench.session.open(recording.id()).join();
        assertEquals(1, bench.labels().marks().size());
        LedgerLine line = bench.session.coverageLedger().join().get(0);
        assertEquals(2 * SECOND, line.time().filmed());
        assertEquals(2 * SECOND, line.time().looked());

        var other = bench.cage(2).id();
        bench.session.reviewing().declare(List.of(other), recording.span()).join();
        assertEquals(
                seconds(0, 1).union(seconds(2, 3)),
                new SpanSet(bench.labels().coverage().stream()
                        .filter(piece -> piece.cageId().equals(other))
                        .map(piece -> piece.span())
                        .toList()));
    }

    @Test
    void exportLeavesItOutAndSaysSo() throws Exception {
        vanish("a.mkv");
        DatasetPlan plan = bench.session
                .exporting()
                .plan(ExportOrder.of(Profiles.RODEPIL))
                .result()
                .join();
        List<Refusal> refusals = plan.refusals().stream()
                .filter(refusal -> refusal.reason() == Refusal.Reason.FILE_MISSING)
                .toList();
        assertEquals(2, refusals.size(), "one for each cage");
        assertTrue(
                refusals.get(0).what().contains("0:00:00.0 to 0:00:01.0"),
                refusals.get(0).what());
        assertTrue(refusals.get(0).why().contains("relink"), refusals.get(0).why());
    }
}
