package org.ictograph.measure;

import java.util.OptionalDouble;

/**
 * How two raters filled the time bins of one label: a two by two table.
 *
 * @param both bins that both marked
 * @param onlyA bins that only the first rater marked
 * @param onlyB bins that only the second rater marked
 * @param neither bins that nobody marked
 */
public record BinTable(long both, long onlyA, long onlyB, long neither) {
    public static final BinTable EMPTY = new BinTable(0, 0, 0, 0);

    public BinTable {
        if (both < 0 || onlyA < 0 || onlyB < 0 || neither < 0) {
            throw new IllegalArgumentException("Bins are counted from 0.");
        }
    }

    /** All bins. */
    public long n() {
        return both + onlyA + onlyB + neither;
    }

    public BinTable plus(BinTable other) {
        return new BinTable(both + other.both, onlyA + other.onlyA, onlyB + other.onlyB, neither + other.neither);
    }

    /**
     * Standard error of Cohen's κ over independent bins, for large samples; Fleiss, Cohen and Everitt (1969), equation 13. Bins
     * of one animal are not independent, so for them it is too small. Empty without variation.
     */
    OptionalDouble cohenKappaError() {
        if (!varies()) {
            return OptionalDouble.empty();
        }
        double n = n();
        double[][] shares = {{both / n, onlyA / n}, {onlyB / n, neither / n}};
        double[] ofA = {(both + onlyA) / n, (onlyB + neither) / n};
        double[] ofB = {(both + onlyB) / n, (onlyA + neither) / n};
        double observed = shares[0][0] + shares[1][1];
        double expected = ofA[0] * ofB[0] + ofA[1] * ofB[1];
        double sum = -Math.pow(observed * expected - 2 * expected + observed, 2);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double weight =
                        i == j ? 1 - expected - (ofA[i] + ofB[i]) * (1 - observed) : (1 - observed) * (ofB[i] + ofA[j]);
                sum += shares[i][j] * weight * weight;
            }
        }
        return OptionalDouble.of(Math.sqrt(Math.max(0, sum) / n) / Math.pow(1 - expected, 2));
    }

    double[] sums() {
        return new double[] {both, onlyA, onlyB, neither};
    }

    /** Reads four sums from a longer row of them. */
    static BinTable read(double[] sums, int from) {
        return new BinTable(
                Math.round(sums[from]),
                Math.round(sums[from + 1]),
                Math.round(sums[from + 2]),
                Math.round(sums[from + 3]));
    }

    /** False when every bin got the same answer from both raters' hands: chance cannot be told from skill then. */
    boolean varies() {
        return onlyA + onlyB > 0 || (both > 0 && neither > 0);
    }
}
