package org.ictograph.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Span;

/**
 * The time of day at the lab while a recording runs.
 *
 * @param start wall-clock time of the first frame
 */
public record WallTime(Instant start, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter PARTS = DateTimeFormatter.ofPattern("HH:mm:ss.SS", Locale.ROOT);

    /** @param zone name of a time zone; one that is not known is read as UTC */
    public static WallTime of(Instant start, String zone) {
        return new WallTime(start, ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : ZoneOffset.UTC);
    }

    /** Microseconds since the midnight before the first frame, as clocks at the lab show them at a time of the recording. */
    long sinceMidnight(long micros) {
        ZonedDateTime first = start.atZone(zone);
        long shift = (long) at(micros).getOffset().getTotalSeconds()
                - first.getOffset().getTotalSeconds();
        return first.toLocalTime().toNanoOfDay() / 1_000 + micros + shift * Span.SECOND;
    }

    /** What a ruler writes beside a line when its texts are {@code step} microseconds apart; the date at midnight. */
    String ruler(long micros, long step) {
        ZonedDateTime at = at(micros);
        if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return DAY.format(at);
        }
        return (step >= 60 * Span.SECOND ? MINUTES : step >= Span.SECOND ? SECONDS : PARTS).format(at);
    }

    /** The pieces of a span in which the lights are out, by start. */
    public List<Span> dark(LightSchedule lights, Span within) {
        List<Span> dark = new ArrayList<>();
        LocalDate last = at(within.end()).toLocalDate();
        for (LocalDate day = at(within.start()).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate morning = lights.on().isAfter(lights.off()) ? day : day.plusDays(1);
            long from = micros(day, lights.off());
            long to = micros(morning, lights.on());
            if (from < to) {
                new Span(from, to).intersection(within).ifPresent(dark::add);
            }
        }
        return dark;
    }

    private long micros(LocalDate day, LocalTime time) {
        return ChronoUnit.MICROS.between(
                start, ZonedDateTime.of(day, time, zone).toInstant());
    }

    private ZonedDateTime at(long micros) {
        return start.plus(micros, ChronoUnit.MICROS).atZone(zone);
    }
}
