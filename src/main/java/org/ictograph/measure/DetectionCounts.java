package org.ictograph.measure;

/**
 * What one side found of the other side's events or samples, and what it found besides.
 *
 * @param reference events of the reference
 * @param found of them, those that were found
 * @param right what the precision counts as right: found references, or the found side's own events
 * @param wrong events of the found side that are no event of the reference
 * @param micros time in which this was counted
 */
public record DetectionCounts(long reference, long found, long right, long wrong, long micros) {
    public static final DetectionCounts NONE = new DetectionCounts(0, 0, 0, 0, 0);

    public DetectionCounts {
        if (found < 0 || found > reference || right < 0 || wrong < 0) {
            throw new IllegalArgumentException("More found than there is: " + found + " of " + reference);
        }
    }

    public DetectionCounts plus(DetectionCounts other) {
        return new DetectionCounts(
                reference + other.reference,
                found + other.found,
                right + other.right,
                wrong + other.wrong,
                micros + other.micros);
    }

    double[] sums() {
        return new double[] {reference, found, right, wrong, micros};
    }

    static DetectionCounts read(double[] v) {
        return new DetectionCounts(
                Math.round(v[0]), Math.round(v[1]), Math.round(v[2]), Math.round(v[3]), Math.round(v[4]));
    }
}
