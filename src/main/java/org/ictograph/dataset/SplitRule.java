package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Into which parts the animals are dealt. The unit is always the animal: no animal is ever in two parts.
 *
 * @param parts for {@link Kind#EACH_ANIMAL} as many as there turn out to be, none before
 * @param together what else must not be parted, in a fixed order
 * @param seed breaks ties between animals that are otherwise equal
 */
public record SplitRule(Kind kind, List<Part> parts, List<Together> together, long seed) {
    /** How the parts come about. */
    public enum Kind {
        /** Equal folds. */
        FOLDS,
        /** A training and a testing part, with or without one for validation. */
        TRAINING_TESTING,
        /** Each animal, or each group that stays together, is a fold of its own: leave one animal out. */
        EACH_ANIMAL
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
        together = together.stream().distinct().sorted().toList();
        if (parts.size() < 2 && kind != Kind.EACH_ANIMAL) {
            throw new IllegalArgumentException("A split has at least two parts.");
        }
    }

    /** Folds of equal size, named from 1. */
    public static SplitRule folds(int count, long seed) {
        return new SplitRule(Kind.FOLDS, numbered(count), List.of(), seed);
    }

    /** Leave one animal out. */
    public static SplitRule eachAnimal(long seed) {
        return new SplitRule(Kind.EACH_ANIMAL, List.of(), List.of(), seed);
    }

    private static List<Part> numbered(int count) {
        List<Part> parts = new ArrayList<>(count);
        for (int fold = 1; fold <= count; fold++) {
            parts.add(new Part(Integer.toString(fold), 1.0 / count));
        }
        return parts;
    }

    /** The two subsets of the RatSeizure benchmark: 513 of its 794 clips are for training. */
    public static SplitRule trainingTesting(long seed) {
        return named(seed, new Part("training", 0.65), new Part("testing", 0.35));
    }

    /** The three parts that public training programs read, each with its list. */
    public static SplitRule trainValTest(long seed) {
        return named(seed, new Part("train", 0.7), new Part("val", 0.15), new Part("test", 0.15));
    }

    private static SplitRule named(long seed, Part... parts) {
        return new SplitRule(Kind.TRAINING_TESTING, List.of(parts), List.of(), seed);
    }

    /** True where each part in turn is held out. */
    public boolean folded() {
        return kind != Kind.TRAINING_TESTING;
    }

    public List<String> partNames() {
        return parts.stream().map(Part::name).toList();
    }

    public SplitRule withSeed(long changed) {
        return new SplitRule(kind, parts, together, changed);
    }

    public SplitRule withTogether(List<Together> changed) {
        return new SplitRule(kind, parts, changed, seed);
    }

    /** With as many numbered folds. */
    SplitRule withFolds(int count) {
        return new SplitRule(kind, numbered(count), together, seed);
    }
}
