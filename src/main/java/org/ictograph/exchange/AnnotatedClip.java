package org.ictograph.exchange;

import java.util.List;

/**
 * A clip or video of a benchmark with its labels.
 *
 * @param subset for example {@code training} or {@code testing}
 * @param duration in seconds
 * @param segments may overlap
 */
public record AnnotatedClip(String id, String subset, double duration, List<LabelledSegment> segments) {
    public AnnotatedClip {
        segments = List.copyOf(segments);
        if (id.isBlank() || subset.isBlank() || !(duration > 0) || Double.isInfinite(duration)) {
            throw new IllegalArgumentException("A clip needs an id, a subset and a duration: " + id);
        }
    }
}
