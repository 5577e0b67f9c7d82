package org.ictograph.measure;

import java.util.List;

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

    /** The same table as one of two categories. */
    CrossTable crossed() {
        return new CrossTable(List.of(List.of(both, onlyA), List.of(onlyB, neither)));
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
