package org.ictograph.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.model.Span;

/** Times as people read and type them. The same in every language, so that notes and exports agree. */
public final class TimeText {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern FRAME = Pattern.compile("[fF#]\\s*([0-9][0-9.,_ \u202f]{0,12})");
    private static final Pattern CLOCK =
            Pattern.compile("(?:([0-9]{1,4}):)?([0-9]{1,5}):([0-9]{1,2}(?:\\.[0-9]{0,6})?)");
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{0,6})?)\\s*s?");

    private TimeText() {}

    /** {@code 00:12:04.233}: hours, minutes, seconds and milliseconds; part of a millisecond is dropped. */
    public static String clock(long micros) {
        return hours(micros) + String.format(Locale.ROOT, ".%03d", micros / 1_000 % 1_000);
    }

    /** {@code 00:12:04.2}: for lists, where room is scarce; part of a tenth is dropped. */
    public static String shortClock(long micros) {
        return hours(micros) + "." + micros / 100_000 % 10;
    }

    /** A length in seconds, {@code 12.400 s}. */
    public static String length(long micros) {
        return seconds(micros) + " s";
    }

    /** Seconds with three decimals, {@code 724.233}, rounded. */
    public static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.3f", micros / 1e6);
    }

    /** A frame number in groups, {@code 21 727}, with narrow spaces, which no language takes for a decimal sign (ISO 80000-1). */
    public static String frame(int frame) {
        return String.format(Locale.ROOT, "%,d", frame).replace(',', '\u202f');
    }

    /** The time of day at the lab, {@code 14:12:04}. An unknown zone is read as UTC. */
    public static String wallClock(Instant startedAt, String zone, long micros) {
        ZoneId place = ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : ZoneOffset.UTC;
        return WALL.format(startedAt.plus(micros, ChronoUnit.MICROS).atZone(place));
    }

    /** What a ruler writes beside a line when its texts are {@code step} microseconds apart. */
    static String ruler(long micros, long step) {
        if (step >= Span.SECOND) {
            return hours(micros);
        }
        int digits = step % 100_000 == 0 ? 1 : 2;
        return hours(micros)
                + String.format(Locale.ROOT, ".%03d", micros / 1_000 % 1_000).substring(0, digits + 1);
    }

    /**
     * A time that somebody typed: {@code f1234} for a frame, {@code 1:02:03.5} or {@code 12:04.233} for a clock time since
     * the first frame, {@code 724.2} for seconds. A comma is read as a decimal point outside frame numbers.
     *
     * @return microseconds since the first frame, empty when it is none of these
     */
    public static OptionalLong parse(String typed, FrameTimes frames) {
        String text = typed.strip();
        Matcher frame = FRAME.matcher(text);
        if (frame.matches()) {
            long number = Long.parseLong(frame.group(1).replaceAll("[^0-9]", ""));
            return number < frames.frames() ? OptionalLong.of(frames.microsOf((int) number)) : OptionalLong.empty();
        }
        return parse(text);
    }

    /** A clock time or seconds, as in {@link #parse(String, FrameTimes)}, without frames. */
    public static OptionalLong parse(String typed) {
        String text = typed.strip().replace(',', '.');
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            String hours = clock.group(1);
            long minutes = (hours == null ? 0 : Long.parseLong(hours) * 60) + Long.parseLong(clock.group(2));
            return OptionalLong.of(minutes * 60 * Span.SECOND + micros(clock.group(3)));
        }
        Matcher seconds = SECONDS.matcher(text);
        return seconds.matches() ? OptionalLong.of(micros(seconds.group(1))) : OptionalLong.empty();
    }

    private static String hours(long micros) {
        long seconds = micros / Span.SECOND;
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static long micros(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1e6);
    }
}
