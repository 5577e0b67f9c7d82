package org.ictograph.dataset;

/**
 * Which pieces without the searched behaviour become clips: only those that a rater has looked at and in which the
 * animal moves.
 *
 * @param method where the motion value comes from, as the manifest tells it
 * @param threshold the mean motion of a piece must be above it
 * @param perHundred most negative clips for each hundred positive ones; 0 takes them all
 */
public record NegativeRule(String method, double threshold, int perHundred) {
    public NegativeRule {
        if (method.isBlank() || !Double.isFinite(threshold) || perHundred < 0) {
            throw new IllegalArgumentException("A rule for negative clips names its method and its threshold.");
        }
    }

    /** The same rule with another measure of motion. */
    public NegativeRule measuredBy(String changedMethod, double changedThreshold) {
        return new NegativeRule(changedMethod, changedThreshold, perHundred);
    }

    NegativeRule withThreshold(double changed) {
        return new NegativeRule(method, changed, perHundred);
    }

    NegativeRule withPerHundred(int changed) {
        return new NegativeRule(method, threshold, changed);
    }
}
