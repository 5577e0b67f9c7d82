package org.ictograph.dataset;

/** The splits that a person can choose between. */
public enum SplitShape {
    /** Folds of equal size, each held out in turn. */
    FOLDS,
    /** Leave one animal out. */
    EACH_ANIMAL,
    /** Training, validation and testing. */
    TRAIN_VAL_TEST,
    /** Training and testing. */
    TRAIN_TEST;

    /** Number of folds unless another is chosen, as RodEpil has it. */
    public static final int FOLDS_OF_RODEPIL = 5;

    /** The shape that a rule has. */
    public static SplitShape of(SplitRule rule) {
        return switch (rule.kind()) {
            case FOLDS -> FOLDS;
            case EACH_ANIMAL -> EACH_ANIMAL;
            case TRAINING_TESTING -> rule.parts().size() > 2 ? TRAIN_VAL_TEST : TRAIN_TEST;
        };
    }

    /** The same rule where it has this shape already, else one that has, with the same seed and the same ties. */
    public SplitRule rule(SplitRule own, int folds) {
        if (of(own) == this && (this != FOLDS || own.parts().size() == folds)) {
            return own;
        }
        SplitRule rule =
                switch (this) {
                    case FOLDS -> SplitRule.folds(folds, own.seed());
                    case EACH_ANIMAL -> SplitRule.eachAnimal(own.seed());
                    case TRAIN_VAL_TEST -> SplitRule.trainValTest(own.seed());
                    case TRAIN_TEST -> SplitRule.trainingTesting(own.seed());
                };
        return rule.withTogether(own.together());
    }
}
