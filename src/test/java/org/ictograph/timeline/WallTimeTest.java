package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** A recording that starts at 17:30 in Luxembourg on a winter's day. */
class WallTimeTest {
    private static final long HOUR = 3_600_000_000L;
    private static final WallTime WALL = WallTime.of(Instant.parse("2026-02-01T16:30:00Z"), "Europe/Luxembourg");

    private static Span hours(double from, double to) {
        return new Span(Math.round(from * HOUR), Math.round(to * HOUR));
    }

    @Test
    void itIsDarkFromOffToOn() {
        assertEquals(
                List.of(hours(1.5, 13.5), hours(25.5, 30)), WALL.dark(LightSchedule.STANDARD, new Span(0, 30 * HOUR)));
        assertEquals(List.of(hours(0, 1.5)), WALL.dark(LightSchedule.parse("19:00 - 07:00"), new Span(0, 13 * HOUR)));
    }

    @Test
    void theNightInWhichClocksChangeIsAnHourShorter() {
        WallTime spring = WallTime.of(Instant.parse("2026-03-28T17:00:00Z"), "Europe/Luxembourg");
        assertEquals(List.of(hours(1, 12)), spring.dark(LightSchedule.STANDARD, new Span(0, 20 * HOUR)));
    }

    @Test
    void linesLieOnRoundTimesOfDay() {
        Ruler ruler = new Ruler(6);
        List<String> lines = ruler.clockTicks(new Viewport(0, 12 * HOUR, 700, 24 * HOUR), WALL).stream()
                .filter(Tick::major)
                .map(tick -> Math.round(tick.micros() * 10.0 / HOUR) + " " + tick.text())
                .toList();
        assertEquals(List.of("5 18:00", "25 20:00", "45 22:00", "65 Feb 2", "85 02:00", "105 04:00"), lines);
    }

    @Test
    void anUnknownZoneIsReadAsUtc() {
        assertEquals("16:30:00", WallTime.of(WALL.start(), "Mars").ruler(0, Span.SECOND));
        assertEquals("17:30", WALL.ruler(0, HOUR));
    }
}
