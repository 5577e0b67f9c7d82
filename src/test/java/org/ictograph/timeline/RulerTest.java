package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulerTest {
    private static final FrameTimes FRAMES = new SteadyFrames(10 * 3600 * 25, 40_000);
    private static final double DIGIT = 7;
    private final Ruler ruler = new Ruler(DIGIT);

    private List<String> texts(long start, long end, double width) {
        return ruler.ticks(new Viewport(start, end, width, 36_000_000_000L), FRAMES).stream()
                .filter(Tick::major)
                .map(Tick::text)
                .toList();
    }

    @Test
    void countsHoursFromAfar() {
        assertEquals(
                List.of("00:00:00", "02:00:00", "04:00:00", "06:00:00", "08:00:00"), texts(0, 36_000_000_000L, 400));
    }

    @Test
    void countsSeconds() {
        assertEquals(List.of("00:01:00", "00:01:05", "00:01:10", "00:01:15"), texts(60_000_000, 80_000_000, 400));
    }

    @Test
    void countsTenthsOfSeconds() {
        assertEquals(List.of("00:00:01.0", "00:00:01.5"), texts(1_000_000, 2_000_000, 200));
    }

    @Test
    void countsFramesFromNear() {
        assertEquals(
                List.of("f1\u202f000", "f1\u202f005", "f1\u202f010", "f1\u202f015", "f1\u202f020"),
                texts(40_000_000, 40_840_000, 400));
    }

    @Test
    void textsNeverOverlapAtAnyZoom() {
        for (double width : new double[] {180, 640, 1366, 3840}) {
            Viewport view = Viewport.whole(36_000_000_000L, width);
            while (view.length() > Viewport.SHORTEST) {
                double free = Double.NEGATIVE_INFINITY;
                List<Tick> ticks = ruler.ticks(view, FRAMES);
                for (Tick tick : ticks) {
                    if (tick.major()) {
                        assertTrue(tick.x() >= free, tick + " in " + view);
                        free = tick.x() + tick.text().length() * DIGIT;
                    }
                }
                assertTrue(ticks.size() < width, "a line for every other pixel at most");
                view = view.zoomedAt(width / 3, 1.3);
            }
        }
    }
}
