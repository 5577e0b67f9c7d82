package org.ictograph.ui.export;

import java.util.Optional;

/** How long an export still takes, at its pace since it began or was gone on with. */
final class TimeLeft {
    /** Before so much is done the pace says nothing. */
    private static final double LEAST = 0.01;

    private final double kept;
    private double before;
    private double reached;
    private double from = -1;
    private long since;

    /**
     * @param before how much was done by an earlier run, 0 to 1, which takes no time now
     * @param kept how much of what is done is kept when the work begins anew, at most
     */
    TimeLeft(double before, double kept) {
        this.before = before;
        this.kept = kept;
    }

    /** Seconds to go when so much is done at a time; empty while that cannot be said. */
    Optional<Double> at(double fraction, long nanos) {
        if (fraction < reached) {
            before = Math.min(kept, reached);
            from = -1;
        }
        reached = fraction;
        if (from < 0) {
            if (fraction < before) {
                return Optional.empty();
            }
            from = fraction;
            since = nanos;
        }
        if (fraction - from < LEAST) {
            return Optional.empty();
        }
        return Optional.of((nanos - since) / 1e9 / (fraction - from) * (1 - fraction));
    }
}
