package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentStitcherTest {
    private static List<Segment> stitched(SegmentStitcher.Window... windows) {
        return new SegmentStitcher(1).stitch(List.of(windows));
    }

    private static SegmentStitcher.Window window(int from, int to, Segment... segments) {
        return new SegmentStitcher.Window(from, to, List.of(segments));
    }

    @Test
    void aSegmentAcrossBordersIsOne() {
        assertEquals(
                List.of(new Segment(60, 140, 0, 0.9f), new Segment(70, 99.5f, 1, 0.7f), new Segment(120, 130, 1, 0.6f)),
                stitched(
                        window(0, 100, new Segment(60, 99.5f, 0, 0.8f), new Segment(70, 99.5f, 1, 0.7f)),
                        window(50, 150, new Segment(50.5f, 149.8f, 0, 0.9f), new Segment(120, 130, 1, 0.6f)),
                        window(100, 180, new Segment(100, 140, 0, 0.5f))));
    }

    @Test
    void aSegmentInsideBothWindowsIsOneAsTheBetterScoreHasIt() {
        assertEquals(
                List.of(new Segment(60, 81, 0, 0.85f)),
                stitched(window(0, 100, new Segment(60, 80, 0, 0.8f)), window(50, 150, new Segment(60, 81, 0, 0.85f))));
    }

    @Test
    void whatOneWindowSawWholeIsNotCutOffByTheBorderOfTheOther() {
        assertEquals(
                List.of(new Segment(30, 81, 0, 0.9f)),
                stitched(window(0, 100, new Segment(30, 80, 0, 0.8f)), window(50, 150, new Segment(50, 81, 0, 0.9f))));
        assertEquals(
                List.of(new Segment(70, 120, 0, 0.9f)),
                stitched(
                        window(0, 100, new Segment(70, 99.5f, 0, 0.9f)),
                        window(50, 150, new Segment(69, 120, 0, 0.7f))));
    }

    @Test
    void anotherClassAndAnotherTimeAreSomethingElse() {
        assertEquals(
                List.of(new Segment(50, 81, 0, 0.9f), new Segment(30, 80, 1, 0.8f)),
                stitched(window(0, 100, new Segment(30, 80, 1, 0.8f)), window(50, 150, new Segment(50, 81, 0, 0.9f))));
        assertEquals(
                List.of(new Segment(50, 97, 0, 0.9f), new Segment(96, 100, 0, 0.8f)),
                stitched(window(0, 100, new Segment(96, 100, 0, 0.8f)), window(50, 150, new Segment(50, 97, 0, 0.9f))));
    }

    @Test
    void whatIsSaidOfTheSameTimeLosesNothingMoreThanInItsWindow() {
        List<Segment> thinned = List.of(new Segment(60, 80, 0, 0.8f), new Segment(62, 72, 0, 0.3f));
        assertEquals(thinned, stitched(new SegmentStitcher.Window(0, 100, thinned), window(50, 150)));
    }
}
