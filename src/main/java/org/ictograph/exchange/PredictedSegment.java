package org.ictograph.exchange;

/**
 * A predicted piece of a clip.
 *
 * @param clip id of the clip
 * @param score the higher, the surer
 */
public record PredictedSegment(String clip, LabelledSegment segment, double score) {
    public PredictedSegment {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("A prediction needs a number as its score.");
        }
    }
}
