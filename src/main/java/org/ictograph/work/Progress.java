package org.ictograph.work;

import java.util.concurrent.CancellationException;

/** How long work tells how far it is and hears that it should stop. Implementations may be called from any thread. */
public interface Progress {
    /** For work that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String what) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Says how far the work is.
     *
     * @param fraction from 0 to 1
     * @param what a few words for a person, for example {@code "cutting clip 12 of 80"}
     */
    void report(double fraction, String what);

    /**
     * The same of what earlier work has left, which is only looked at: it says nothing about how fast the rest goes, and what
     * follows is measured from here.
     */
    default void kept(double fraction, String what) {
        report(fraction, what);
    }

    /** True once somebody asked for the work to stop. */
    boolean cancelled();

    /**
     * Stops here if somebody asked for it.
     *
     * @throws CancellationException when cancelled
     */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("Cancelled.");
        }
    }

    /** The view of work of which people are told this instead. */
    default Progress saying(String what) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String detail) {
                whole.report(fraction, what);
            }

            @Override
            public void kept(double fraction, String detail) {
                whole.kept(fraction, what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /** The view of one part of this work: the part's 0 to 1 is this work's {@code from} to {@code to}. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String what) {
                whole.report(from + fraction * (to - from), what);
            }

            @Override
            public void kept(double fraction, String what) {
                whole.kept(from + fraction * (to - from), what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
