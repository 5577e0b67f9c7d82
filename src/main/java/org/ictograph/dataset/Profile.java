package org.ictograph.dataset;

import org.jspecify.annotations.Nullable;

/**
 * How a data set is made: everything that its bytes depend on besides the study and the program's version.
 *
 * @param id as the command line names it
 * @param layoutOf the built-in profile whose files it writes; empty where that is itself
 * @param title for a person
 * @param sampling where in a recording clips are taken
 * @param rangeToken what the range in a RodEpil file name counts
 * @param joints what it tells of joints; null in profiles that do not
 */
public record Profile(
        String id,
        String layoutOf,
        String title,
        Sampling sampling,
        ClipForm clip,
        NegativeRule negatives,
        SplitRule split,
        RangeToken rangeToken,
        @Nullable JointForm joints) {
    /** Where in a recording clips are taken. */
    public enum Sampling {
        /** Consecutive windows from the start of the recording; positive where a seizure overlaps. */
        CONSECUTIVE,
        /** Around action units, and away from them. */
        AROUND_UNITS,
        /** Before the onsets of seizures, and as many far from any. */
        BEFORE_SEIZURES,
        /** Before the electrographic and after the clinical onset of seizures. */
        AROUND_ONSETS
    }

    /** One that tells nothing of joints. */
    public Profile(
            String id,
            String layoutOf,
            String title,
            Sampling sampling,
            ClipForm clip,
            NegativeRule negatives,
            SplitRule split,
            RangeToken rangeToken) {
        this(id, layoutOf, title, sampling, clip, negatives, split, rangeToken, null);
    }

    public Profile withJoints(@Nullable JointForm changed) {
        return new Profile(id, layoutOf, title, sampling, clip, negatives, split, rangeToken, changed);
    }

    /** Name of the layout that its files have. */
    public String layout() {
        return layoutOf.isEmpty() ? id : layoutOf;
    }

    Profile withTitle(String changed) {
        return new Profile(id, layoutOf, changed, sampling, clip, negatives, split, rangeToken, joints);
    }

    Profile withSampling(Sampling changed) {
        return new Profile(id, layoutOf, title, changed, clip, negatives, split, rangeToken, joints);
    }

    public Profile withClip(ClipForm changed) {
        return new Profile(id, layoutOf, title, sampling, changed, negatives, split, rangeToken, joints);
    }

    public Profile withNegatives(NegativeRule changed) {
        return new Profile(id, layoutOf, title, sampling, clip, changed, split, rangeToken, joints);
    }

    public Profile withRangeToken(RangeToken changed) {
        return new Profile(id, layoutOf, title, sampling, clip, negatives, split, changed, joints);
    }

    public Profile withSeed(long seed) {
        return new Profile(id, layoutOf, title, sampling, clip, negatives, split.withSeed(seed), rangeToken, joints);
    }

    public Profile withSplit(SplitRule changed) {
        return new Profile(id, layoutOf, title, sampling, clip, negatives, changed, rangeToken, joints);
    }

    /**
     * Folds of equal size, as many as asked for.
     *
     * @throws DatasetException when fewer than two are asked for
     */
    public Profile withFolds(int folds) throws DatasetException {
        if (folds < 2) {
            throw new DatasetException("A data set needs at least 2 folds, not " + folds + ".");
        }
        return withSplit(SplitRule.folds(folds, split.seed()).withTogether(split.together()));
    }

    /** True where a person may choose how long a clip is. */
    public boolean windowed() {
        return sampling == Sampling.BEFORE_SEIZURES;
    }

    /**
     * Windows of another length.
     *
     * @param seconds 3 to 10, as the protocol of forecasting has them
     * @throws DatasetException when the profile's clips have one length only, or the length is none of these
     */
    public Profile withSeconds(int seconds) throws DatasetException {
        if (!windowed()) {
            throw new DatasetException("The clips of the profile " + id + " last " + clip.seconds()
                    + " seconds; leave the number of seconds away.");
        }
        if (seconds < 3 || seconds > 10) {
            throw new DatasetException("A window lasts 3 to 10 seconds, not " + seconds + ".");
        }
        return withClip(clip.withSeconds(seconds));
    }
}
