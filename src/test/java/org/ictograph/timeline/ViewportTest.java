package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final long TEN_HOURS = 36_000_000_000L;

    @Test
    void pixelsAndTimesMatch() {
        Viewport view = new Viewport(10_000_000, 20_000_000, 1000, 60_000_000);
        assertEquals(0, view.xOf(10_000_000));
        assertEquals(250, view.xOf(12_500_000));
        assertEquals(-100, view.xOf(9_000_000));
        assertEquals(15_000_000, view.microsAt(500));
        assertEquals(10_000, view.microsPerPixel());
    }

    @Test
    void timesOutsideTheRecordingAreNotHandedOut() {
        Viewport view = Viewport.whole(1_000_000, 100);
        assertEquals(0, view.microsAt(-50));
        assertEquals(1_000_000, view.microsAt(150));
    }

    @Test
    void zoomKeepsTheTimeUnderThePointer() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Viewport view = new Viewport(10_000_000_000L, 20_000_000_000L, 1200, TEN_HOURS);
            double x = random.nextDouble() * 1200;
            double factor = 0.6 + 20 * random.nextDouble();
            Viewport zoomed = view.zoomedAt(x, factor);
            assertTrue(Math.abs(view.microsAt(x) - zoomed.microsAt(x)) <= 2, "pixel " + x + " factor " + factor);
        }
    }

    @Test
    void zoomStopsAtThreeFramesAndAtTheWholeRecording() {
        Viewport view = Viewport.whole(TEN_HOURS, 1000);
        assertEquals(100_000, view.zoomedAt(300, 1e12).length());
        assertTrue(view.zoomedAt(300, 4).zoomedAt(900, 0.001).isWhole());
    }

    @Test
    void recordingsShorterThanTheClosestLookAreShownWhole() {
        assertTrue(Viewport.whole(33_333, 500).zoomedAt(100, 5).isWhole());
    }

    @Test
    void panStopsAtTheEnds() {
        Viewport view = new Viewport(10_000_000, 20_000_000, 1000, 60_000_000);
        assertEquals(new Span(11_000_000, 21_000_000), view.panned(100).span());
        assertEquals(new Span(0, 10_000_000), view.panned(-5000).span());
        assertEquals(new Span(50_000_000, 60_000_000), view.panned(50_000).span());
    }

    @Test
    void showsASpanWithAirAroundIt() {
        Viewport view = Viewport.whole(60_000_000, 1000).showing(new Span(20_000_000, 28_000_000));
        assertEquals(new Span(19_000_000, 29_000_000), view.span());
    }

    @Test
    void turnsThePageOnlyWhenTheTimeIsOutOfSight() {
        Viewport view = new Viewport(0, 10_000_000, 1000, 60_000_000);
        assertEquals(view, view.pagedTo(9_999_999));
        assertEquals(new Span(9_000_000, 19_000_000), view.pagedTo(10_000_000).span());
    }

    @Test
    void keepsItsTimesWhenResized() {
        Viewport view = new Viewport(0, 10_000_000, 1000, 60_000_000).resized(400);
        assertEquals(new Span(0, 10_000_000), view.span());
        assertEquals(400, view.xOf(10_000_000));
        assertFalse(view.isWhole());
    }

    @Test
    void refusesAViewOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Viewport(5, 5, 100, 10));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 11, 100, 10));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 10, 0, 10));
    }

    @Test
    void showsExactlyFromOneTimeToAnother() {
        Viewport whole = Viewport.whole(100_000_000, 1000);
        assertEquals(new Viewport(20_000_000, 30_000_000, 1000, 100_000_000), whole.between(30_000_000, 20_000_000));
        assertEquals(Viewport.SHORTEST, whole.between(50_000_000, 50_000_001).length());
        assertEquals(100_000_000, whole.between(99_999_999, 100_000_000).end());
    }
}
