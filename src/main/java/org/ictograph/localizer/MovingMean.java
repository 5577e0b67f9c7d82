package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.List;

/** Mean of a series over a window around each value; near the ends, over the part of the window that exists. */
final class MovingMean {
    private MovingMean() {}

    /** @param window number of values, as many before as after each */
    static List<Float> of(double[] values, int window) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        List<Float> means = new ArrayList<>(values.length);
        int half = window / 2;
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - half);
            int to = Math.min(values.length, i + half + 1);
            means.add((float) ((sums[to] - sums[from]) / (to - from)));
        }
        return means;
    }
}
