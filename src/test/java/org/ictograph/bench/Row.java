package org.ictograph.bench;

/**
 * One line of the table: what we take against what a rival takes, or against a fixed limit.
 *
 * @param measure what is measured
 * @param on the file or amount it is measured on
 * @param ours what Ictograph takes, in {@code unit}
 * @param rival what the rival takes, in {@code unit}; NaN when there is no rival on this machine
 * @param unit for example {@code ms}
 * @param bar largest ratio of ours to the rival's that passes
 * @param against name of the rival
 */
record Row(String measure, String on, double ours, double rival, String unit, double bar, String against) {
    /** A measure whose rival is a fixed limit. */
    static Row limit(String measure, String on, double ours, double limit, String unit) {
        return new Row(measure, on, ours, limit, unit, 1, "limit");
    }

    /** A measure whose rival is not installed. */
    static Row absent(String measure, String on, String program) {
        return new Row(measure, on, Double.NaN, Double.NaN, "", 1, program + " is not installed");
    }

    double ratio() {
        return ours / rival;
    }

    String verdict() {
        return Double.isNaN(ratio()) ? "not measured" : ratio() <= bar ? "pass" : "MISS";
    }
}
