package org.ictograph.measure;

/**
 * Clips by what is true and what was said.
 *
 * @param truePositives said and true
 * @param falsePositives said but not true
 * @param falseNegatives true but not said
 * @param trueNegatives neither
 */
public record Confusion(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
    private static final String NO_POSITIVES = "Undefined: no clip shows it.";
    private static final String NO_NEGATIVES = "Undefined: every clip shows it.";

    public long n() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    public Statistic accuracy() {
        return Statistic.share(truePositives + trueNegatives, n(), "Undefined: there are no clips.");
    }

    /** Part of the true clips that were found. */
    public Statistic sensitivity() {
        long positives = truePositives + falseNegatives;
        return Statistic.share(truePositives, positives, NO_POSITIVES);
    }

    /** Part of the other clips that were left alone. */
    public Statistic specificity() {
        long negatives = trueNegatives + falsePositives;
        return Statistic.share(trueNegatives, negatives, NO_NEGATIVES);
    }

    /** Part of what was said that is true. */
    public Statistic precision() {
        long said = truePositives + falsePositives;
        return Statistic.share(truePositives, said, "Undefined: nothing was predicted.");
    }

    public Statistic f1() {
        long either = 2 * truePositives + falsePositives + falseNegatives;
        return Statistic.share(2 * truePositives, either, "Undefined: no clip shows it and nothing was predicted.");
    }
}
