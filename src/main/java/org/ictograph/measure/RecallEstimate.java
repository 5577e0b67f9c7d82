package org.ictograph.measure;

/**
 * Which part of what happened was proposed, as far as somebody can know who has decided about the proposals and looked
 * through some of the rest.
 *
 * <p>Two strata. Where something is proposed, what is there was decided: F events were found, and that is a count without
 * error. The rest is N windows, of which M hold the onset of an event that no proposal touches; n of them, drawn by
 * chance without replacement, were looked through, and m of these held one. Then M is estimated as m N / n and recall as
 * F / (F + M).
 *
 * <p>The 95 % interval is that of M put into the same formula. It is exact for a finite population: m is hypergeometric, so
 * the interval holds every M under which neither m or fewer nor m or more has a probability of at most 0.025 (Buonaccorsi,
 * The American Statistician 41 (1987) 215–218: the interval of Clopper and Pearson with the hypergeometric distribution in
 * place of the binomial one). It covers the truth in at least 95 % of studies, and more often where n is small. Two onsets in
 * one window count once.
 *
 * @param proposed false where no model has proposed anything, so that there is nothing to estimate
 * @param found events that a proposal touches
 * @param windows all windows in which nothing is proposed
 * @param audited of these, those that were looked through
 * @param missed of these, those that held an event
 * @param recall undefined while nothing is known
 */
public record RecallEstimate(boolean proposed, int found, int windows, int audited, int missed, Statistic recall) {
    private static final double TAIL = 0.025;

    public RecallEstimate {
        if (missed < 0 || missed > audited || audited > windows || found < 0) {
            throw new IllegalArgumentException("No sample: " + missed + " of " + audited + " of " + windows);
        }
    }

    public static RecallEstimate of(int found, int windows, int audited, int missed) {
        return new RecallEstimate(true, found, windows, audited, missed, recall(found, windows, audited, missed));
    }

    /** Where no model has looked for anything yet. */
    public static RecallEstimate unproposed(int windows, int audited, int missed) {
        Statistic none = Statistic.undefined("Not known: no model has proposed anything here.", audited);
        return new RecallEstimate(false, 0, windows, audited, missed, none);
    }

    /** True when all windows were looked through: then nothing is estimated, and there is no interval. */
    public boolean complete() {
        return audited == windows;
    }

    private static Statistic recall(int found, int windows, int audited, int missed) {
        if (audited == 0 && windows > 0) {
            return Statistic.undefined(
                    "Not known: none of the time in which nothing is proposed was looked through.", 0);
        }
        double all = windows == 0 ? 0 : (double) missed * windows / audited;
        if (found + all == 0) {
            return Statistic.undefined(
                    "Undefined: no event was found, neither by the model nor by the audit.", audited);
        }
        Hypergeometric sample = new Hypergeometric(windows, audited);
        int most = windows - (audited - missed);
        int high = last(missed, most, count -> sample.atMost(missed, count) > TAIL);
        int low = missed == 0
                ? 0
                : most
                        - last(0, most - missed, less -> {
                            return 1 - sample.atMost(missed - 1, most - less) > TAIL;
                        });
        double value = found / (found + all);
        return Statistic.of(value, Math.min(value, share(found, high)), Math.max(value, share(found, low)), audited);
    }

    private static double share(int found, int missed) {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    /** The last number for which something is still true that is true from {@code from} on and then false for good. */
    private static int last(int from, int to, java.util.function.IntPredicate still) {
        int yes = from;
        int no = to + 1;
        while (no - yes > 1) {
            int middle = yes + (no - yes) / 2;
            if (still.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}
