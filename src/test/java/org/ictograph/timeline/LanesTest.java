package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final Viewport VIEW = Viewport.whole(100_000_000, 1000);

    private final Bar seizure = bar("seizure", 10, 30);
    private final Bar clonus = bar("mouth clonus", 12, 20);
    private final Bar rearing = bar("rearing", 20, 28);
    private final BarGroup own = new BarGroup(LaneKind.OWN, Optional.empty(), List.of(rearing, seizure, clonus));
    private final BarGroup proposals =
            new BarGroup(LaneKind.PROPOSALS, Optional.empty(), List.of(bar("seizure", 50, 60)));
    private final BarGroup score = new BarGroup(LaneKind.SCORE, Optional.empty(), List.of());
    private final Lanes lanes = Lanes.of(List.of(
            new Lanes.Content(FIRST, List.of(own, proposals, score), false),
            new Lanes.Content(SECOND, List.of(own, proposals, score), true)));

    private static Bar bar(String label, long from, long to) {
        return new Bar(UUID.randomUUID(), label, new Span(from * 1_000_000, to * 1_000_000), 1);
    }

    @Test
    void overlappingMarksAreStackedAndNeighboursShareARow() {
        assertEquals(2, own.rows());
        assertEquals(List.of(seizure, clonus, rearing), own.bars());
        assertEquals(0, own.rowOf(0));
        assertEquals(1, own.rowOf(1));
        assertEquals(1, own.rowOf(2));
    }

    @Test
    void openLanesHaveASubLaneForEachGroupAndTheCurve() {
        Lanes.CageLane open = lanes.laneOf(FIRST).orElseThrow();
        assertEquals(
                List.of(LaneKind.OWN, LaneKind.PROPOSALS, LaneKind.SCORE),
                open.subLanes().stream().map(sub -> sub.group().kind()).toList());
        assertEquals(3 + 32 + 3 + 14 + 3 + 24 + 3, open.height());
        assertEquals(19, open.subLanes().get(0).rowY(1));
    }

    @Test
    void rowsAreHigherForLargerText() {
        Lanes large = Lanes.of(List.of(new Lanes.Content(FIRST, List.of(own, proposals, score), false)), 4 / 3.0);
        assertEquals(3 + 2 * 21 + 3 + 19 + 3 + 32 + 3, large.height()); // 16, 14 and 24 · 4 / 3, whole pixels
    }

    @Test
    void closedLanesAreLowAndStillShowMarksAndProposals() {
        Lanes.CageLane closed = lanes.laneOf(SECOND).orElseThrow();
        assertEquals(2, closed.subLanes().size());
        assertEquals(3 + 20 + 3 + 6 + 3, closed.height());
        assertEquals(lanes.cages().get(0).height(), closed.y());
        assertEquals(lanes.height(), closed.y() + closed.height());
    }

    @Test
    void findsBodiesEdgesAndEmptyPlaces() {
        assertEquals(hit(LaneHit.Part.BODY, seizure), at(200, 8));
        assertEquals(hit(LaneHit.Part.START_EDGE, seizure), at(102, 8));
        assertEquals(hit(LaneHit.Part.START_EDGE, seizure), at(97, 8));
        assertEquals(hit(LaneHit.Part.END_EDGE, seizure), at(303, 8));
        assertEquals("EMPTY", at(320, 8));
        assertEquals("OUTSIDE", at(320, lanes.height() + 1));
    }

    @Test
    void touchingBarsGiveTheEdgeOnThePointersSide() {
        assertEquals(hit(LaneHit.Part.END_EDGE, clonus), at(198, 24));
        assertEquals(hit(LaneHit.Part.START_EDGE, rearing), at(202, 24));
    }

    @Test
    void narrowBarsKeepABody() {
        Bar narrow = bar("staring", 10, 11);
        Lanes one = Lanes.of(List.of(new Lanes.Content(
                FIRST, List.of(new BarGroup(LaneKind.OWN, Optional.empty(), List.of(narrow))), false)));
        assertEquals(LaneHit.Part.BODY, LaneHit.at(105, 8, one, VIEW).part());
        assertEquals(LaneHit.Part.START_EDGE, LaneHit.at(101, 8, one, VIEW).part());
    }

    @Test
    void whatOthersSayCannotBeDragged() {
        LaneHit hit = LaneHit.at(501, 44, lanes, VIEW);
        assertEquals(LaneHit.Part.FIXED, hit.part());
        assertEquals(Optional.of(FIRST), hit.cageId());
        assertEquals(50_100_000, hit.micros());
        assertTrue(hit.bar().isPresent());
    }

    private String at(double x, double y) {
        LaneHit hit = LaneHit.at(x, y, lanes, VIEW);
        return hit.bar().map(bar -> hit(hit.part(), bar)).orElse(hit.part().name());
    }

    private static String hit(LaneHit.Part part, Bar bar) {
        return part + " of " + bar.label();
    }
}
