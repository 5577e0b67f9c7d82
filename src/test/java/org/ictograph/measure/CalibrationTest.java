package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /**
     * By hand after Guo et al. (ICML 2017), equation 3: bins 0.2 to 0.3 (0.25, wrong; 0.21, right) and 0.9 to 1 (0.95, right;
     * 1, right): (2 · |0.5 − 0.23| + 2 · |1 − 0.975|) / 4 = 0.1475.
     */
    @Test
    void theErrorIsTheMeanOverProposals() {
        Calibration calibration = Calibration.of(List.of(
                new ClipScore(false, 0.25),
                new ClipScore(true, 0.21),
                new ClipScore(true, 0.95),
                new ClipScore(true, 1)));
        assertEquals(0.1475, calibration.error().value().orElseThrow(), 1e-12);
        assertEquals(4, calibration.error().n());
        assertEquals(2, calibration.bins().size());
        Calibration.Bin low = calibration.bins().get(0);
        assertEquals(0.2, low.from());
        assertEquals(2, low.proposals());
        assertEquals(0.23, low.score(), 1e-12);
        assertEquals(0.5, low.right());
        assertTrue(Calibration.of(List.of()).error().value().isEmpty());
    }

    private static ScoredSegment scored(String video, double start, double end, double score) {
        return new ScoredSegment(new Segment(video, start, end, "seizure"), score);
    }

    /** A second proposal of the same event is wrong, as is one in another video or one that overlaps by less than a half. */
    @Test
    void anEventIsTakenOnce() {
        List<Segment> truth = List.of(new Segment("a", 10, 20, "seizure"), new Segment("a", 40, 50, "seizure"));
        Calibration calibration = Calibration.of(
                truth,
                List.of(
                        scored("a", 10, 19, 0.65),
                        scored("a", 10, 20, 0.85),
                        scored("b", 10, 20, 0.35),
                        scored("a", 44, 54, 0.45)),
                0.5);
        assertEquals(
                List.of(0.0, 0.0, 0.0, 1.0),
                calibration.bins().stream().map(Calibration.Bin::right).toList());
    }

    /** 12 to 33 s lies in the clips from 0, 10, 20 and 30 on except the first; known time ends at 45 s. */
    @Test
    void theRivalKnowsTheClipsOnly() {
        SpanSet known = SpanSet.of(new Span(0, 45 * Span.SECOND));
        List<ScoredSegment> rival = ClipOracle.of(
                "a", known, List.of(new Segment("a", 12, 33, "seizure"), new Segment("a", 41, 42, "rearing")));
        assertEquals(
                List.of(new Segment("a", 40, 45, "rearing"), new Segment("a", 10, 40, "seizure")),
                rival.stream().map(ScoredSegment::segment).toList());
    }
}
