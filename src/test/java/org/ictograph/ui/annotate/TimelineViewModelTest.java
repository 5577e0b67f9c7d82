package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.LaneHit;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three minutes on 1800 pixels: ten pixels a second. */
class TimelineViewModelTest {
    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;
    private TimelineViewModel timeline;
    private List<Cage> cages;

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        timeline = new TimelineViewModel(session);
        timeline.setWidth(1800);
        session.open(study.add("one", true).id()).join();
        cages = session.state().cages();
        session.marking().add(cages.get(1).id(), "rearing", seconds(60, 90)).join();
        study.settle();
        session.marking().add(cages.get(1).id(), "falling", seconds(95, 100)).join();
        study.settle();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private static Span seconds(long from, long to) {
        return new Span(from * 1_000_000, to * 1_000_000);
    }

    private Viewport view() {
        return timeline.view().get().orElseThrow();
    }

    private Span rearing() {
        return session.state().labels().get().marks().stream()
                .filter(mark -> mark.label().equals("rearing"))
                .map(Mark::span)
                .findFirst()
                .orElseThrow();
    }

    /** A place in the row of the second cage's marks. */
    private LaneHit hit(double x) {
        Lanes.CageLane lane = timeline.lanes().get().laneOf(cages.get(1).id()).orElseThrow();
        return timeline.hit(x, lane.subLanes().get(0).y() + 5).orElseThrow();
    }

    @Test
    void opensWithTheWholeRecordingAndALaneForEachCage() {
        assertTrue(view().isWhole());
        assertEquals(1800, view().width());
        assertEquals(
                cages.stream().map(Cage::id).toList(),
                timeline.lanes().get().cages().stream()
                        .map(Lanes.CageLane::cageId)
                        .toList());
    }

    @Test
    void zoomsAroundAPixelAndReturns() {
        timeline.zoomAt(900, 4);
        assertEquals(90_000_000, view().microsAt(900));
        Viewport close = view();
        timeline.fitOrReturn();
        assertTrue(view().isWhole());
        timeline.fitOrReturn();
        assertEquals(close, view());
    }

    @Test
    void aClickOnAnEmptyPlaceSeeksAndFocuses() {
        timeline.choose(hit(1500));
        assertEquals(150_000_000, session.playback().position().get());
        assertEquals(
                Optional.of(cages.get(1).id()), session.state().focusedCage().get());
        timeline.choose(hit(700));
        assertEquals(150_000_000, session.playback().position().get(), "a click on a mark selects it");
        assertEquals(
                "rearing",
                session.state()
                        .selectedMark()
                        .get()
                        .flatMap(session.state().labels().get()::mark)
                        .map(Mark::label)
                        .orElseThrow());
    }

    @Test
    void anEdgeIsDraggedToTheNearestFrame() {
        timeline.drag().grab(hit(601), timeline.lanes().get(), view());
        timeline.drag().moveTo(65_110_000, view(), timeline.frames(), true);
        assertEquals(
                new Span(65_000_000, 90_000_000),
                timeline.drag().ghost().get().orElseThrow().span());
        assertEquals(65_000_000, session.playback().position().get(), "the video follows the edge");
        assertEquals(seconds(60, 90), rearing(), "nothing is changed before it is dropped");
        timeline.drag().drop();
        study.settle();
        assertEquals(seconds(65, 90), rearing());
        assertEquals(Optional.empty(), timeline.drag().ghost().get());
    }

    @Test
    void edgesAreDrawnToNeighboursUnlessSuspended() {
        timeline.drag().grab(hit(899), timeline.lanes().get(), view());
        timeline.drag().moveTo(94_500_000, view(), timeline.frames(), true);
        assertEquals(
                95_000_000, timeline.drag().ghost().get().orElseThrow().span().end());
        timeline.drag().moveTo(94_500_000, view(), timeline.frames(), false);
        assertEquals(
                94_600_000, timeline.drag().ghost().get().orElseThrow().span().end());
        timeline.drag().cancel();
        assertEquals(seconds(60, 90), rearing());
    }

    @Test
    void whatAnEdgeIsDrawnToIsShown() {
        session.playback().seek(92_000_000);
        timeline.drag().grab(hit(899), timeline.lanes().get(), view());
        timeline.drag().moveTo(94_600_000, view(), timeline.frames(), true);
        assertEquals(
                Optional.of(new BarDrag.Hint(95_000_000, BarDrag.Drawn.EDGE)),
                timeline.drag().hint());
        timeline.drag().moveTo(91_800_000, view(), timeline.frames(), true);
        assertEquals(
                Optional.of(new BarDrag.Hint(92_000_000, BarDrag.Drawn.PLAYHEAD)),
                timeline.drag().hint());
        timeline.drag().moveTo(80_000_000, view(), timeline.frames(), true);
        assertEquals(Optional.empty(), timeline.drag().hint());
    }

    @Test
    void lettingGoOfADragBringsThePlayheadBack() {
        session.playback().seek(10_000_000);
        timeline.drag().grab(hit(601), timeline.lanes().get(), view());
        timeline.drag().moveTo(70_100_000, view(), timeline.frames(), true);
        assertEquals(70_000_000, session.playback().position().get());
        timeline.drag().cancel();
        assertEquals(10_000_000, session.playback().position().get());
        assertEquals(seconds(60, 90), rearing());
    }

    @Test
    void allChosenMarksMoveTogetherAsOneEdit() {
        timeline.chosen().lane();
        timeline.drag().grab(hit(700), timeline.lanes().get(), view());
        timeline.drag().moveTo(75_000_000, view(), timeline.frames(), false);
        assertEquals(seconds(100, 105), timeline.drag().company().get(0).span());
        timeline.drag().drop();
        study.settle();
        assertEquals(
                List.of(seconds(65, 95), seconds(100, 105)),
                session.state().labels().get().marks().stream().map(Mark::span).toList());
        session.edits().undo().join();
        study.settle();
        assertEquals(seconds(60, 90), rearing());
    }

    @Test
    void theLaterEdgeOfAWholeMarkIsDrawnToo() {
        timeline.drag().grab(hit(700), timeline.lanes().get(), view());
        timeline.drag().moveTo(74_600_000, view(), timeline.frames(), true);
        assertEquals(
                seconds(65, 95),
                timeline.drag().ghost().get().orElseThrow().span(),
                "its end is drawn to the next mark's onset");
    }

    @Test
    void bodiesMoveWithinTheRecording() {
        timeline.drag().grab(hit(700), timeline.lanes().get(), view());
        timeline.drag().moveTo(-50_000_000, view(), timeline.frames(), true);
        timeline.drag().drop();
        study.settle();
        assertEquals(seconds(0, 30), rearing());
    }

    @Test
    void edgesNeverPassEachOther() {
        timeline.drag().grab(hit(601), timeline.lanes().get(), view());
        timeline.drag().moveTo(120_000_000, view(), timeline.frames(), false);
        Span ghost = timeline.drag().ghost().get().orElseThrow().span();
        assertEquals(90_000_000, ghost.end());
        assertEquals(33_333, ghost.length(), "one frame is left");
    }

    @Test
    void closedLanesAreLower() {
        timeline.arrangement().toggle(cages.get(1).id());
        double closed = timeline.lanes().get().height();
        timeline.arrangement().toggle(cages.get(1).id());
        double open = timeline.lanes().get().height();
        assertTrue(open > closed);
        session.marking().add(cages.get(1).id(), "staring", seconds(61, 80)).join();
        study.settle();
        session.marking().add(cages.get(1).id(), "jumping", seconds(61, 80)).join();
        study.settle();
        assertTrue(timeline.lanes().get().height() > open);
        timeline.arrangement().toggle(cages.get(1).id());
        assertEquals(closed, timeline.lanes().get().height());
    }

    @Test
    void unseenTimeShrinksAsItIsReviewed() {
        session.reviewing().declare(List.of(cages.get(0).id()), seconds(10, 20)).join();
        assertEquals(
                List.of(seconds(0, 10), seconds(20, 180)),
                timeline.background().get().unseen().get(cages.get(0).id()));
        assertEquals(
                List.of(seconds(0, 180)),
                timeline.background().get().unseen().get(cages.get(1).id()));
    }
}
