package org.ictograph.timeline;

import org.ictograph.model.Span;

/**
 * Which piece of time lies on which pixels. Immutable: whoever draws or reacts takes one and does all sums with it.
 *
 * @param start first visible microsecond
 * @param end first microsecond that is no longer visible
 * @param width pixels from {@code start} to {@code end}
 * @param duration length of the whole recording in microseconds
 */
public record Viewport(long start, long end, double width, long duration) {
    /** The closest look: three frames of a camera with 30 frames per second. */
    public static final long SHORTEST = 100_000;

    public Viewport {
        if (start < 0 || end <= start || end > duration || !(width > 0)) {
            throw new IllegalArgumentException("A viewport needs pixels and a piece of the recording: [" + start + ", "
                    + end + ") of " + duration);
        }
    }

    /** The whole recording. */
    public static Viewport whole(long duration, double width) {
        return new Viewport(0, duration, width, duration);
    }

    public Span span() {
        return new Span(start, end);
    }

    public long length() {
        return end - start;
    }

    public boolean isWhole() {
        return start == 0 && end == duration;
    }

    public double microsPerPixel() {
        return length() / width;
    }

    /** Where a time lies; outside {@code [0, width)} when it is not visible. */
    public double xOf(long micros) {
        return (micros - start) / microsPerPixel();
    }

    /** The time under a pixel, kept inside the recording. */
    public long microsAt(double x) {
        return clamp(start + Math.round(x * microsPerPixel()), 0, duration);
    }

    /**
     * The view closer by a factor (farther when it is below 1), with the time under the pixel staying under it as far as
     * the ends of the recording allow.
     */
    public Viewport zoomedAt(double x, double factor) {
        long length = clamp(Math.round(length() / factor), Math.min(SHORTEST, duration), duration);
        double fraction = x / width;
        return from(Math.round(start + fraction * length() - fraction * length), length);
    }

    /** The view moved towards later times by so many pixels. */
    public Viewport panned(double pixels) {
        return from(start + Math.round(pixels * microsPerPixel()), length());
    }

    /** The view with a time at its middle. */
    public Viewport centredOn(long micros) {
        return from(micros - length() / 2, length());
    }

    /** The view turned to the page that holds a time; the same view when it is visible already. */
    public Viewport pagedTo(long micros) {
        return span().contains(micros) ? this : from(micros - length() / 10, length());
    }

    /** The view that shows a span with a little air on both sides. */
    public Viewport showing(Span span) {
        long length = clamp(span.length() + span.length() / 4, Math.min(SHORTEST, duration), duration);
        return from(span.start() - (length - span.length()) / 2, length);
    }

    /** The view from one time to another, whichever comes first; never closer than {@link #SHORTEST}. */
    public Viewport between(long one, long other) {
        long first = clamp(Math.min(one, other), 0, duration);
        long last = clamp(Math.max(one, other), 0, duration);
        return from(first, Math.max(last - first, Math.min(SHORTEST, duration)));
    }

    /** The whole recording on the same pixels. */
    public Viewport fit() {
        return whole(duration, width);
    }

    /** The same start and scale on another number of pixels, as when a window is resized. */
    public Viewport resized(double pixels) {
        return isWhole() ? whole(duration, pixels) : new Viewport(start, end, pixels, duration);
    }

    private Viewport from(long wanted, long length) {
        long first = clamp(wanted, 0, duration - length);
        return new Viewport(first, first + length, width, duration);
    }

    private static long clamp(long value, long low, long high) {
        return Math.max(low, Math.min(high, value));
    }
}
