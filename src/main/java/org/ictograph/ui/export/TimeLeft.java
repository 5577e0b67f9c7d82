package org.ictograph.ui.export;

import java.util.Optional;

/** How long an export still takes, at its pace since it began or was gone on with. */
final class TimeLeft {
    /** Before so much is done the pace says nothing. */
    private static final double LEAST = 0.01;

    private final double before;
    private double from = -1;
    private long since;

    /**
     * @param before how much was done by an earlier run, 0 to 1, which takes no time now
     */
    TimeLeft(double before) {
        this.before = before;
    }

    /** Seconds to go when so much is done at a time; empty while that cannot be said. */
    Optional<Double> at(double fraction, long nanos) {
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
