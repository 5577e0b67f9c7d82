package org.ictograph.measure;

/**
 * How many events two sides have and how many of them are the same.
 *
 * @param a events of the first rater, or of the truth
 * @param b events of the second rater, or of the predictions
 * @param matched pairs
 */
public record EventCounts(int a, int b, int matched) {
    public static final EventCounts NONE = new EventCounts(0, 0, 0);

    public EventCounts {
        if (matched < 0 || matched > Math.min(a, b)) {
            throw new IllegalArgumentException("More pairs than events: " + matched + " of " + a + " and " + b);
        }
    }

    public EventCounts plus(EventCounts other) {
        return new EventCounts(a + other.a, b + other.b, matched + other.matched);
    }

    double[] sums() {
        return new double[] {a, b, matched};
    }

    /** Reads three sums from a longer row of them. */
    static EventCounts read(double[] sums, int from) {
        return new EventCounts(
                (int) Math.round(sums[from]), (int) Math.round(sums[from + 1]), (int) Math.round(sums[from + 2]));
    }
}
