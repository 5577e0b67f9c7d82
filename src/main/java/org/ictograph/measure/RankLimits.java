package org.ictograph.measure;

import java.util.Optional;

/**
 * Between which of n independent values, in rising order, a quantile of what they were drawn from lies in 95 % of all
 * cases. How many values do not exceed it is binomial, whatever their distribution, so this holds for every one; Hahn and
 * Meeker (1991), Statistical Intervals, section 5.2.
 *
 * @param low rank, counted from 1
 * @param high rank, at most n
 */
record RankLimits(int low, int high) {
    private static final double TAIL = 0.025;

    /** Empty where n is so small that the quantile may well lie beyond the largest value: below 72 for 0.95. */
    static Optional<RankLimits> of(int n, double quantile) {
        double logOdds = Math.log(1 - quantile) - Math.log(quantile);
        double logPart = n * Math.log(quantile);
        double upTo = Math.exp(logPart);
        if (n < 1 || upTo > TAIL) {
            return Optional.empty();
        }
        int beyond = 0;
        int most = 0;
        while (upTo < 1 - TAIL && beyond < n) {
            beyond++;
            logPart += Math.log((double) (n - beyond + 1) / beyond) + logOdds;
            upTo += Math.exp(logPart);
            if (upTo <= TAIL) {
                most = beyond;
            }
        }
        return Optional.of(new RankLimits(Math.max(1, n - beyond), n - most));
    }
}
