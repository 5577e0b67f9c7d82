package org.ictograph.timeline;

import java.util.Arrays;

/**
 * Turns bars into what a screen can show of them: bars narrower than a pixel that fall on the same pixel of the same row
 * are drawn once. The work on the canvas is bounded by pixels, however many bars there are.
 */
public final class BarRuns {
    /** Bars narrower than this many pixels share a pixel. */
    private static final double NARROW = 1;

    private BarRuns() {}

    /** Draws one bar. */
    @FunctionalInterface
    public interface Brush {
        /**
         * @param left first pixel, may lie left of the view
         * @param right one beyond the last pixel, at least {@code left + 1}
         */
        void paint(Bar bar, int row, double left, double right);
    }

    /** Shows the brush every bar of a group that can be told apart in the view, by start. */
    public static void visit(BarGroup group, Viewport view, Brush brush) {
        double[] paintedTo = new double[group.rows()];
        Arrays.fill(paintedTo, Double.NEGATIVE_INFINITY);
        group.overlapping(view.start(), view.end(), (bar, row) -> {
            double left = view.xOf(bar.span().start());
            double right = view.xOf(bar.span().end());
            if (right - left < NARROW) {
                double pixel = Math.floor(left);
                if (pixel < paintedTo[row]) {
                    return;
                }
                left = pixel;
                right = pixel + NARROW;
            }
            paintedTo[row] = right;
            brush.paint(bar, row, left, right);
        });
    }
}
