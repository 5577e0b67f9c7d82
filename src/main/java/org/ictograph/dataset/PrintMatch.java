package org.ictograph.dataset;

import java.util.Optional;

/**
 * How well two films fit where they are laid over each other: the correlation r of what stands out in their prints, and Fisher's
 * z = atanh(r) √n, where with p the products of steps n is their participation (Σ |p|)² / Σ p², which is small where one leap
 * carries the correlation.
 *
 * @param lag step of the first at which step 0 of the second lies
 * @param steps compared
 * @param stir root mean square of what stands out, in the film where it is less
 */
record PrintMatch(int lag, int steps, double correlation, double certainty, double stir) {
    /** Film in which less stands out tells nothing. */
    static final double STIR = 0.012;

    /** Steps on each side of a likeness that are compared, so that pieces of a film cut together are found one by one. */
    private static final int REACH = 80;

    /** Ten seconds: two animals may well walk alike for seven. */
    private static final int FEWEST = 40;

    private static final double LEAST = 0.8;
    private static final double CERTAIN = 5.5;
    /** Films that share less are copies where more speaks for it. */
    private static final double LEAST_IF_CLEAR = 0.7;

    private static final double CLEAR = 6.5;

    /** Films that show nearly the same need less: no two strangers correlated with more than 0.84 where as much happens. */
    private static final double NEARLY_SAME = 0.9;

    private static final double CERTAIN_IF_NEARLY_SAME = 4.7;
    /** Among so many pairs of strangers none came near. */
    private static final double TRIED = 110_000;

    /** Step of the first film from which on it is compared. */
    static int from(int lag, int around) {
        return Math.max(Math.max(0, lag), around - REACH);
    }

    private static int to(FilmPrint a, FilmPrint b, int lag, int around) {
        return Math.min(Math.min(a.steps(), b.steps() + lag), around + REACH);
    }

    /** False where too little of the films runs at the same time, at this lag and those next to it. */
    static boolean longEnough(FilmPrint a, FilmPrint b, int lag, int around) {
        return to(a, b, lag + 1, around) - from(lag - 1, around) >= FEWEST;
    }

    /** Compares around a step of the first; empty where too little of the films runs at the same time. */
    static Optional<PrintMatch> at(FilmPrint a, FilmPrint b, int lag, int around) {
        int from = from(lag, around);
        int to = to(a, b, lag, around);
        if (to - from < FEWEST) {
            return Optional.empty();
        }
        double[] one = a.standing(from, to);
        double[] other = b.standing(from - lag, to - lag);
        double mine = 0;
        double theirs = 0;
        double both = 0;
        double sum = 0;
        double square = 0;
        for (int t = 0; t < to - from; t++) {
            double product = 0;
            for (int i = t * FilmPrint.NUMBERS; i < (t + 1) * FilmPrint.NUMBERS; i++) {
                product += one[i] * other[i];
                mine += one[i] * one[i];
                theirs += other[i] * other[i];
            }
            both += product;
            sum += Math.abs(product);
            square += product * product;
        }
        if (square <= 0) {
            return Optional.empty();
        }
        double r = Math.min(0.999_999, both / Math.sqrt(mine * theirs));
        double z = 0.5 * Math.log((1 + r) / (1 - r)) * Math.sqrt(sum * sum / square);
        return Optional.of(new PrintMatch(lag, to - from, r, z, Math.sqrt(Math.min(mine, theirs) / (to - from))));
    }

    /**
     * True when one film is a copy of the other. Since chances of a normal tail fall as exp(−z² / 2), more is asked where many
     * are compared.
     */
    boolean copy(long pairs) {
        double more = 2 * Math.log(Math.max(1, pairs / TRIED));
        double asked = correlation >= NEARLY_SAME ? CERTAIN_IF_NEARLY_SAME : correlation >= LEAST ? CERTAIN : CLEAR;
        return stir >= STIR && correlation >= LEAST_IF_CLEAR && certainty >= Math.sqrt(asked * asked + more);
    }
}
