package org.ictograph.timeline;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.ictograph.model.Span;

/**
 * Turns pieces of time that follow each other without overlap into what a screen can show of them: of the pieces narrower
 * than a pixel that lie in the same pixel only the first is shown. From one shown piece to the next it gallops (doubling
 * steps, then bisection), so the work is bounded by pixels × log n, however many pieces there are.
 */
public final class PixelRuns {
    /** Pieces narrower than this many pixels share a pixel. */
    private static final double NARROW = 1;

    private PixelRuns() {}

    /** Is shown what can be told apart. */
    @FunctionalInterface
    public interface Brush {
        /**
         * @param piece its number
         * @param left first pixel, may lie left of the view
         * @param right one beyond the last pixel, at least {@code left + 1}
         */
        void paint(int piece, double left, double right);
    }

    /** Shows the spans that can be told apart in a view; they are sorted and do not overlap. */
    public static void visit(List<Span> spans, Viewport view, Brush brush) {
        visit(spans.size(), i -> spans.get(i).start(), i -> spans.get(i).end(), view, brush);
    }

    /**
     * Shows pieces that are given by number.
     *
     * @param start rising with the number
     * @param end of each piece, not after the start of the next
     */
    public static void visit(int count, IntToLongFunction start, IntToLongFunction end, Viewport view, Brush brush) {
        int i = endingAfter(view.start(), 0, count, end);
        double taken = Double.NEGATIVE_INFINITY;
        while (i < count && start.applyAsLong(i) < view.end()) {
            double left = view.xOf(start.applyAsLong(i));
            double right = view.xOf(end.applyAsLong(i));
            if (right - left >= NARROW) {
                brush.paint(i, left, right);
                i++;
            } else {
                double pixel = Math.max(taken, Math.floor(left));
                taken = pixel + NARROW;
                brush.paint(i, pixel, pixel + NARROW);
                i = endingAfter((long) (view.start() + taken * view.microsPerPixel()), i + 1, count, end);
            }
        }
    }

    /** The first piece from a number on that ends after a time. */
    private static int endingAfter(long micros, int from, int count, IntToLongFunction end) {
        int step = 1;
        int low = from;
        int high = from;
        while (high < count && end.applyAsLong(high) <= micros) {
            low = high + 1;
            high += step;
            step *= 2;
        }
        high = Math.min(high, count);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.applyAsLong(middle) <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
