package org.ictograph.session;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Knows since when the proposal is in front of the person that they are asked about, so that each decision is timed. FX thread. */
public final class Attention {
    private static final long MILLI = 1_000_000;

    private final LongSupplier nanos;
    private Optional<UUID> what = Optional.empty();
    private long since;

    /** @param nanos a clock that never goes back */
    Attention(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** This proposal is in front now; while it stays there, its time runs on. */
    public void on(UUID proposal) {
        if (!what.equals(Optional.of(proposal))) {
            what = Optional.of(proposal);
            since = nanos.getAsLong();
        }
    }

    /** The person does something else. */
    public void away() {
        what = Optional.empty();
    }

    /** For how long this one is in front, in milliseconds; empty when it is not. */
    OptionalLong millis(UUID proposal) {
        return what.equals(Optional.of(proposal))
                ? OptionalLong.of((nanos.getAsLong() - since) / MILLI)
                : OptionalLong.empty();
    }
}
