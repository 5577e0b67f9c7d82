package org.ictograph.measure;

import java.util.Arrays;

/**
 * Many raters and nominal categories, with ratings missing where a rater did not look: all that the figures for more
 * than two raters need, in sums that can be added up over animals.
 *
 * <p>A unit that only one rater rated counts for how common a category is (as Gwet's irrCAC does) and for nothing else.
 */
public final class RatingTally {
    private static final int UNITS = 0;
    private static final int SHARED = 1;
    private static final int AGREEMENT = 2;
    private static final int SHARES = 3;

    private final int categories;
    private final double[] sums;

    private RatingTally(int categories, double[] sums) {
        this.categories = categories;
        this.sums = sums;
    }

    public static RatingTally empty(int categories) {
        return new RatingTally(categories, new double[SHARES + categories + categories * categories]);
    }

    static RatingTally read(int categories, double[] sums) {
        return new RatingTally(categories, sums);
    }

    double[] sums() {
        return sums.clone();
    }

    int categories() {
        return categories;
    }

    /**
     * Adds equal units.
     *
     * @param ratings how many raters gave each category
     * @param times how many units look like that
     */
    public RatingTally plus(int[] ratings, long times) {
        RatingTally more = new RatingTally(categories, sums.clone());
        more.add(ratings, times);
        return more;
    }

    void add(int[] ratings, long times) {
        int raters = Arrays.stream(ratings).sum();
        if (raters == 0) {
            return;
        }
        sums[UNITS] += times;
        for (int c = 0; c < categories; c++) {
            sums[SHARES + c] += (double) ratings[c] * times / raters;
        }
        if (raters > 1) {
            sums[SHARED] += times;
            for (int c = 0; c < categories; c++) {
                sums[AGREEMENT] += (double) ratings[c] * (ratings[c] - 1) * times / ((double) raters * (raters - 1));
                for (int k = 0; k < categories; k++) {
                    double pairs = (double) ratings[c] * (ratings[k] - (c == k ? 1 : 0));
                    sums[cell(c, k)] += pairs * times / (raters - 1);
                }
            }
        }
    }

    private int cell(int c, int k) {
        return SHARES + categories + c * categories + k;
    }

    /** Units that two raters or more have rated. */
    public long shared() {
        return Math.round(sums[SHARED]);
    }

    /** Mean over the shared units of the part of rater pairs that agree. */
    double agreement() {
        return sums[AGREEMENT] / sums[SHARED];
    }

    /** Mean over all units of the part of its ratings that are this category. */
    double share(int category) {
        return sums[SHARES + category] / sums[UNITS];
    }

    /** Krippendorff's coincidences of two values. */
    double coincidences(int c, int k) {
        return sums[cell(c, k)];
    }

    /** How often a value was given in shared units. */
    double total(int category) {
        double total = 0;
        for (int k = 0; k < categories; k++) {
            total += coincidences(category, k);
        }
        return total;
    }

    /** True when some rating in the shared units differs from another. */
    boolean varies() {
        int used = 0;
        for (int c = 0; c < categories; c++) {
            used += total(c) > 0 ? 1 : 0;
        }
        return used > 1;
    }
}
