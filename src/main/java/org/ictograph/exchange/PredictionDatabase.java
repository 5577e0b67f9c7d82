package org.ictograph.exchange;

import java.util.List;
import java.util.SortedMap;

/**
 * Predictions for the clips of a benchmark, in the order of the file: benchmarks break ties of the score by it.
 *
 * <p>Formats that number their labels leave the names empty until {@link #named} fills them in.
 */
public record PredictionDatabase(List<PredictedSegment> segments) {
    public PredictionDatabase {
        segments = List.copyOf(segments);
    }

    /** The same predictions with label names from the truth; numbers that it does not know become {@code #number}. */
    public PredictionDatabase named(AnnotationDatabase truth) {
        return named(truth.labelNames());
    }

    /** The same with label names by their numbers. */
    public PredictionDatabase named(SortedMap<Integer, String> names) {
        return new PredictionDatabase(
                segments.stream().map(segment -> named(segment, names)).toList());
    }

    private static PredictedSegment named(PredictedSegment predicted, SortedMap<Integer, String> names) {
        LabelledSegment segment = predicted.segment();
        if (!segment.label().isEmpty() || segment.labelId().isEmpty()) {
            return predicted;
        }
        int id = segment.labelId().getAsInt();
        String name = names.getOrDefault(id, "#" + id);
        return new PredictedSegment(
                predicted.clip(),
                new LabelledSegment(segment.start(), segment.end(), name, segment.labelId()),
                predicted.score());
    }
}
