package org.ictograph.model;

import java.util.Optional;

/**
 * A half-open piece of time, {@code [start, end)}, in microseconds since the first frame of a recording.
 *
 * @param start first microsecond inside
 * @param end first microsecond after; later than {@code start}
 */
public record Span(long start, long end) implements Comparable<Span> {
    /** Microseconds in a second. */
    public static final long SECOND = 1_000_000L;

    public Span {
        if (end <= start) {
            throw new IllegalArgumentException("A span must end after it starts: [" + start + ", " + end + ")");
        }
    }

    /** Length in microseconds, at least 1. */
    public long length() {
        return end - start;
    }

    public boolean contains(long micros) {
        return micros >= start && micros < end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public Optional<Span> intersection(Span other) {
        return overlaps(other)
                ? Optional.of(new Span(Math.max(start, other.start), Math.min(end, other.end)))
                : Optional.empty();
    }

    /** Intersection over union of the two spans, 0 when they do not overlap. */
    public double iou(Span other) {
        long common = Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
        return (double) common / (length() + other.length() - common);
    }

    public Span shifted(long micros) {
        return new Span(start + micros, end + micros);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Long.compare(start, other.start);
        return byStart != 0 ? byStart : Long.compare(end, other.end);
    }
}
