package org.ictograph.dataset;

/**
 * How a data set is made: everything that its bytes depend on besides the study and the program's version.
 *
 * @param id as the command line names it
 * @param title for a person
 * @param sampling where in a recording clips are taken
 * @param rangeToken what the range in a RodEpil file name counts
 */
public record Profile(
        String id,
        String title,
        Sampling sampling,
        ClipForm clip,
        NegativeRule negatives,
        SplitRule split,
        RangeToken rangeToken) {
    /** Where in a recording clips are taken. */
    public enum Sampling {
        /** Consecutive windows from the start of the recording; positive where a seizure overlaps. */
        CONSECUTIVE,
        /** Around action units, and away from them. */
        AROUND_UNITS
    }

    public Profile withClip(ClipForm changed) {
        return new Profile(id, title, sampling, changed, negatives, split, rangeToken);
    }

    public Profile withNegatives(NegativeRule changed) {
        return new Profile(id, title, sampling, clip, changed, split, rangeToken);
    }

    public Profile withRangeToken(RangeToken changed) {
        return new Profile(id, title, sampling, clip, negatives, split, changed);
    }

    public Profile withSeed(long seed) {
        return new Profile(id, title, sampling, clip, negatives, split.withSeed(seed), rangeToken);
    }

    /**
     * Another number of folds.
     *
     * @throws DatasetException when the profile has no folds, or fewer than two are asked for
     */
    public Profile withFolds(int folds) throws DatasetException {
        if (split.kind() != SplitRule.Kind.FOLDS) {
            throw new DatasetException(
                    "The profile " + id + " has named parts and no folds; leave the number of folds away.");
        }
        if (folds < 2) {
            throw new DatasetException("A data set needs at least 2 folds, not " + folds + ".");
        }
        return new Profile(id, title, sampling, clip, negatives, SplitRule.folds(folds, split.seed()), rangeToken);
    }
}
