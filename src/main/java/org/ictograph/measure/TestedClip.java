package org.ictograph.measure;

/**
 * A clip of a test with what is true and what a model says.
 *
 * @param subject the animal
 * @param part the fold or task that it was tested in
 * @param truth whether the clip shows the behaviour
 * @param score the higher, the more the model is for it
 */
public record TestedClip(String subject, String part, boolean truth, double score) {
    public TestedClip {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("A clip needs a number as its score.");
        }
    }
}
