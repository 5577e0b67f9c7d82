package org.ictograph.measure;

/** Krippendorff's squared distances between two values of one scale. */
public enum Distance {
    NOMINAL {
        @Override
        double squared(int c, int k, double[] values, double[] totals) {
            return c == k ? 0 : 1;
        }
    },
    /** How many ratings lie between both values, each value itself counted half. */
    ORDINAL {
        @Override
        double squared(int c, int k, double[] values, double[] totals) {
            double between = -(totals[c] + totals[k]) / 2;
            for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                between += totals[g];
            }
            return between * between;
        }
    },
    INTERVAL {
        @Override
        double squared(int c, int k, double[] values, double[] totals) {
            return (values[c] - values[k]) * (values[c] - values[k]);
        }
    },
    RATIO {
        @Override
        double squared(int c, int k, double[] values, double[] totals) {
            double share = (values[c] - values[k]) / (values[c] + values[k]);
            return c == k ? 0 : share * share;
        }
    };

    /**
     * @param values of the categories, rising
     * @param totals how often each category was given, in units with two ratings or more
     */
    abstract double squared(int c, int k, double[] values, double[] totals);
}
