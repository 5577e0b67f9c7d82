package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis from 0 to a round number.
 *
 * @param top the end of it
 * @param step between its texts
 */
record Axis(double top, double step) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** Long enough for a value, with about four steps. */
    static Axis upTo(double value) {
        if (!(value > 0)) {
            return new Axis(1, 0.25);
        }
        double power = Math.pow(10, Math.floor(Math.log10(value / 4)));
        for (double round : ROUND) {
            if (round * power * 5 >= value) {
                return new Axis(round * power * Math.ceil(value / (round * power) - 1e-9), round * power);
            }
        }
        throw new IllegalStateException("No round number for " + value);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
