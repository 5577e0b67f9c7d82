package org.ictograph.timeline;

/**
 * A line on the ruler.
 *
 * @param micros the time it stands for
 * @param x where it lies, in pixels
 * @param text what is written beside it, empty for a short line
 */
public record Tick(long micros, double x, String text) {
    /** True for a long line with text. */
    public boolean major() {
        return !text.isEmpty();
    }
}
