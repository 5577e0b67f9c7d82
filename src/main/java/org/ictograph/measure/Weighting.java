package org.ictograph.measure;

/** How bad it is when two raters choose different categories, by the distance of the categories in their order. */
public enum Weighting {
    /** Any difference counts alike: for categories without an order. */
    NONE {
        @Override
        double disagreement(int i, int j) {
            return i == j ? 0 : 1;
        }
    },
    LINEAR {
        @Override
        double disagreement(int i, int j) {
            return Math.abs(i - j);
        }
    },
    QUADRATIC {
        @Override
        double disagreement(int i, int j) {
            return (double) (i - j) * (i - j);
        }
    };

    abstract double disagreement(int i, int j);
}
