package org.ictograph.measure;

/**
 * One clip with what is true and what a model says.
 *
 * @param truth whether the clip shows the behaviour
 * @param score the higher, the more the model is for it
 */
public record ClipScore(boolean truth, double score) {
    public ClipScore {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("A clip needs a number as its score.");
        }
    }
}
