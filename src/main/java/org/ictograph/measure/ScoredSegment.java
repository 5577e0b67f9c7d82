package org.ictograph.measure;

/** A segment that a model predicts; the higher the score, the surer. */
public record ScoredSegment(Segment segment, double score) {
    public ScoredSegment {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("A prediction needs a number as its score.");
        }
    }
}
