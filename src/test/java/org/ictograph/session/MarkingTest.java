package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.collections.MapChangeListener;
import org.ictograph.model.Certainty;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.session.Marking.Edge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkingTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        bench.record();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theFramesUnderThePlayheadBelongToTheMarkAtBothEnds() {
        bench.session.playback().seekFrame(10);
        bench.session.marking().begin("seizure");
        bench.session.playback().seekFrame(29);
        bench.session.marking().end("seizure").join();
        Mark mark = onlyMark();
        assertEquals(new Span(10 * Bench.FRAME, 30 * Bench.FRAME), mark.span());
        assertEquals(bench.cage(1).id(), mark.cageId());
    }

    @Test
    void anOffsetBeforeTheOnsetMakesTheSameMarkBackwards() {
        bench.session.playback().seekFrame(20);
        bench.session.marking().begin("seizure");
        bench.session.playback().seekFrame(10);
        bench.session.marking().end("seizure").join();
        assertEquals(10 * Bench.FRAME, onlyMark().span().start());
        assertEquals(21 * Bench.FRAME, onlyMark().span().end());
    }

    @Test
    void theSameKeyStartsAndEndsAndLabelsOverlap() {
        bench.session.marking().toggle("rearing").join();
        bench.session.playback().seekFrame(5);
        bench.session.marking().toggle("falling").join();
        assertEquals(2, bench.session.marking().begun().size());
        bench.session.playback().seekFrame(9);
        bench.session.marking().toggle("rearing").join();
        bench.session.marking().toggle("falling").join();
        assertEquals(
                List.of(new Span(0, 10 * Bench.FRAME), new Span(5 * Bench.FRAME, 10 * Bench.FRAME)),
                bench.labels().marks().stream().map(Mark::span).toList());
    }

    @Test
    void whoListensToBegunOnsetsHearsOfThemAlsoAfterTheMemoryWasTidied() throws InterruptedException {
        List<Integer> heard = new ArrayList<>();
        bench.session.marking().begun().addListener((MapChangeListener<Marking.Begun, Long>)
                change -> heard.add(change.getMap().size()));
        WeakReference<Object> gone = new WeakReference<>(new Object());
        while (gone.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        bench.session.marking().begin("seizure");
        bench.session.marking().clear();
        assertEquals(List.of(1, 0), heard);
    }

    @Test
    void anOffsetWithoutAnOnsetDoesNothing() {
        assertEquals(Optional.empty(), bench.session.marking().end("seizure").join());
        assertEquals(List.of(), bench.labels().marks());
    }

    @Test
    void edgesMoveFrameByFrameAndStopAtTheEndsOfTheRecording() {
        UUID mark = add(new Span(0, 74 * Bench.FRAME));
        bench.session.marking().nudge(Set.of(mark), Edge.OFFSET, 1).join();
        bench.session.marking().nudge(Set.of(mark), Edge.OFFSET, 1).join();
        bench.session.marking().nudge(Set.of(mark), Edge.ONSET, -1).join();
        assertEquals(new Span(0, 75 * Bench.FRAME), onlyMark().span());
        bench.session.marking().nudge(Set.of(mark), Edge.OFFSET, -1).join();
        assertEquals(74 * Bench.FRAME, onlyMark().span().end());
    }

    @Test
    void anEdgeCannotPassTheOther() {
        UUID mark = add(new Span(400_000, 800_000));
        bench.session.marking().setEdge(mark, Edge.ONSET, 2_000_000).join();
        assertEquals(new Span(800_000 - Marking.SHORTEST, 800_000), onlyMark().span());
    }

    @Test
    void aMovedMarkKeepsItsLengthAndStaysInside() {
        UUID mark = add(new Span(400_000, 800_000));
        bench.session.marking().move(Set.of(mark), 60_000_000).join();
        assertEquals(new Span(2_600_000, 3_000_000), onlyMark().span());
    }

    @Test
    void splitMakesTwoThatMeet() {
        UUID mark = add(new Span(400_000, 800_000));
        bench.session.marking().change(mark, m -> m.withNote("ü, \"n\"")).join();
        bench.session.marking().split(mark, 600_000).join();
        assertEquals(
                List.of(new Span(400_000, 600_000), new Span(600_000, 800_000)),
                bench.labels().marks().stream().map(Mark::span).toList());
        assertTrue(bench.labels().marks().stream().allMatch(m -> m.note().equals("ü, \"n\"")));
        assertEquals(
                Optional.empty(), bench.session.marking().split(mark, 400_000).join());
    }

    @Test
    void onlyTheOwnerChangesAMark() {
        UUID mark = add(new Span(400_000, 800_000));
        bench.session.workAs("Ben").join();
        bench.session.showOthers(true).join();
        assertEquals(1, bench.labels().marks().size());
        assertEquals(Optional.empty(), bench.session.marking().delete(mark).join());
        assertEquals(
                Optional.empty(),
                bench.session
                        .marking()
                        .change(mark, m -> m.withCertainty(Certainty.UNCERTAIN))
                        .join());
    }

    @Test
    void aBlindRaterSeesOnlyTheirOwn() {
        add(new Span(400_000, 800_000));
        bench.session.workAs("Ben").join();
        assertEquals(List.of(), bench.labels().marks());
        add(new Span(0, 400_000));
        assertEquals(1, bench.labels().marks().size());
        bench.session.showOthers(true).join();
        assertEquals(2, bench.labels().marks().size());
        bench.session.workAs("Anna").join();
        assertEquals(1, bench.labels().marks().size());
    }

    private UUID add(Span span) {
        bench.session.marking().add(bench.cage(1).id(), "seizure", span).join();
        return bench.session.state().selectedMark().get().orElseThrow();
    }

    private Mark onlyMark() {
        assertEquals(1, bench.labels().marks().size());
        return bench.labels().marks().get(0);
    }
}
