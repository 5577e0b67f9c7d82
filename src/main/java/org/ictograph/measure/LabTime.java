package org.ictograph.measure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Span;

/**
 * The clock on the wall of the animal room as one axis: microseconds since the beginning of 1970 by that clock. Zeitgeber
 * time counts from when the lights go on.
 */
public final class LabTime {
    public static final long HOUR = 3600 * Span.SECOND;
    public static final long DAY = 24 * HOUR;

    private LabTime() {}

    public static long of(LocalDateTime clock) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), clock);
    }

    /** What the clock shows. */
    public static LocalDateTime clock(long at) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(at, Span.SECOND), (int) (Math.floorMod(at, Span.SECOND) * 1_000), ZoneOffset.UTC);
    }

    /** The day, counted from the first of 1970. */
    public static long day(long at) {
        return Math.floorDiv(at, DAY);
    }

    public static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }

    /** Hours since the lights last went on, 0 to 23. */
    public static int zeitgeber(long at, LightSchedule lights) {
        return (int) (Math.floorMod(at - sinceMidnight(lights.on()), DAY) / HOUR);
    }

    /** For how many hours the lights stay on. */
    public static double lightHours(LightSchedule lights) {
        return (double) Math.floorMod(sinceMidnight(lights.off()) - sinceMidnight(lights.on()), DAY) / HOUR;
    }

    /** The pieces of a span in which the lights are out. */
    public static List<Span> dark(Span within, LightSchedule lights) {
        List<Span> dark = new ArrayList<>();
        long night = DAY - Math.floorMod(sinceMidnight(lights.off()) - sinceMidnight(lights.on()), DAY);
        for (long day = day(within.start()) - 1; day <= day(within.end()); day++) {
            long off = day * DAY + sinceMidnight(lights.off());
            new Span(off, off + night).intersection(within).ifPresent(dark::add);
        }
        return dark;
    }

    /** A span cut where an hour counted from {@code origin} begins, as hours of the day can differ from those of the clock. */
    static List<Span> hours(Span whole, LightSchedule lights) {
        return cut(whole, HOUR, Math.floorMod(sinceMidnight(lights.on()), HOUR));
    }

    static List<Span> days(Span whole) {
        return cut(whole, DAY, 0);
    }

    private static List<Span> cut(Span whole, long step, long origin) {
        List<Span> pieces = new ArrayList<>();
        long from = whole.start();
        while (from < whole.end()) {
            long next = (Math.floorDiv(from - origin, step) + 1) * step + origin;
            pieces.add(new Span(from, Math.min(next, whole.end())));
            from = next;
        }
        return pieces;
    }

    private static long sinceMidnight(LocalTime time) {
        return time.toNanoOfDay() / 1_000;
    }
}
