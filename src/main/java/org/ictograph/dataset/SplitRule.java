package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Into which parts the animals are dealt. The unit is always the animal: no animal is ever in two parts.
 *
 * @param seed breaks ties between animals that are otherwise equal
 */
public record SplitRule(Kind kind, List<Part> parts, long seed) {
    /** Equal folds, or a training and a testing part, with or without one for validation. */
    public enum Kind {
        FOLDS,
        TRAINING_TESTING
    }

    /**
     * One part.
     *
     * @param name as the label files write it
     * @param share how much of all clips it should hold, from 0 to 1
     */
    public record Part(String name, double share) {}

    public SplitRule {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A split has at least two parts.");
        }
    }

    /** Folds of equal size, named from 1. */
    public static SplitRule folds(int count, long seed) {
        List<Part> parts = new ArrayList<>(count);
        for (int fold = 1; fold <= count; fold++) {
            parts.add(new Part(Integer.toString(fold), 1.0 / count));
        }
        return new SplitRule(Kind.FOLDS, parts, seed);
    }

    /** The two subsets of the RatSeizure benchmark: 513 of its 794 clips are for training. */
    public static SplitRule trainingTesting(long seed) {
        return new SplitRule(
                Kind.TRAINING_TESTING, List.of(new Part("training", 0.65), new Part("testing", 0.35)), seed);
    }

    /** The three parts that public training programs read, each with its list. */
    public static SplitRule trainValTest(long seed) {
        return new SplitRule(
                Kind.TRAINING_TESTING,
                List.of(new Part("train", 0.7), new Part("val", 0.15), new Part("test", 0.15)),
                seed);
    }

    public SplitRule withSeed(long changed) {
        return new SplitRule(kind, parts, changed);
    }
}
