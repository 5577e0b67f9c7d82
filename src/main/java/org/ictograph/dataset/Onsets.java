package org.ictograph.dataset;

import org.jspecify.annotations.Nullable;

/**
 * When the seizure begins that a segment belongs to, and how ictal the segment is.
 *
 * @param electrographic when it begins in the EEG, in microseconds of the recording, where somebody marked it
 * @param clinical when it begins to be seen, in microseconds of the recording
 * @param probability 0 before the electrographic onset, 1 from the clinical onset on, between them rising
 */
public record Onsets(@Nullable Long electrographic, long clinical, double probability) {
    private static final double MILLIONTH = 1e6;

    public Onsets {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1, not at " + probability + ".");
        }
    }

    /**
     * How ictal a moment between two onsets is: rises exponentially from 0 to 1, {@code (e^u − 1) / (e − 1)} with u the share
     * of the way. VSViG has such a ramp of soft labels; its exact shape is nowhere told. Rounded to millionths.
     */
    static double ramp(long electrographic, long clinical, long at) {
        if (at >= clinical) {
            return 1;
        }
        double way = Math.max(0, (double) (at - electrographic) / (clinical - electrographic));
        return Math.rint(MILLIONTH * StrictMath.expm1(way) / StrictMath.expm1(1)) / MILLIONTH;
    }
}
