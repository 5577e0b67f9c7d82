package org.ictograph.exchange;

import java.util.OptionalInt;

/**
 * A labelled piece of a clip.
 *
 * @param start in seconds since the start of the clip
 * @param end in seconds, not before the start
 * @param label the exact string
 * @param labelId number of the label, where the format has one
 */
public record LabelledSegment(double start, double end, String label, OptionalInt labelId) {
    public LabelledSegment {
        if (!(start >= 0 && start <= end) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("A segment runs from 0 or later to its end: " + start + " to " + end);
        }
    }
}
