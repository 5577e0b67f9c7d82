package org.ictograph.dataset;

/**
 * Which pieces without the searched behaviour become clips: only those that a rater has looked at and in which the
 * animal moves.
 *
 * @param method where the motion value comes from, as the manifest tells it
 * @param threshold the mean motion of a piece must be above it
 * @param perHundred most negative clips for each hundred positive ones; 0 takes them all
 * @param distance seconds between a negative clip and any seizure of the animal in the same recording, at least
 * @param hard whether pieces that a model took for the behaviour, and a rater did not, are taken first where not all are
 */
public record NegativeRule(String method, double threshold, int perHundred, int distance, boolean hard) {
    public NegativeRule {
        if (method.isBlank() || !Double.isFinite(threshold) || perHundred < 0 || distance < 0) {
            throw new IllegalArgumentException("A rule for negative clips names its method and its threshold.");
        }
    }

    /** One that asks for no distance and takes any piece. */
    public NegativeRule(String method, double threshold, int perHundred) {
        this(method, threshold, perHundred, 0, false);
    }

    NegativeRule withThreshold(double changed) {
        return new NegativeRule(method, changed, perHundred, distance, hard);
    }

    NegativeRule withPerHundred(int changed) {
        return new NegativeRule(method, threshold, changed, distance, hard);
    }

    NegativeRule withDistance(int changed) {
        return new NegativeRule(method, threshold, perHundred, changed, hard);
    }

    NegativeRule withHard(boolean changed) {
        return new NegativeRule(method, threshold, perHundred, distance, changed);
    }
}
