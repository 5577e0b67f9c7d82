package org.ictograph.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about what a clip shows.
 *
 * @param positive true when it shows what the profile searches for
 * @param classes for counting and for stratifying the split: one, or several where labels overlap
 * @param labels pieces of the clip, by start; empty in profiles that label whole clips
 * @param consensusMarks identities of the consensus marks that the truth comes from
 * @param raters names of those who have looked at this piece
 * @param markedBy names of those among all raters who marked one of the searched labels in it
 * @param motion mean motion, where it was measured
 * @param agreement share of the time of the clip for which raters said the same of the searched labels, mean of all pairs
 *     of raters who have looked at all of it; where there are two or more
 * @param onsets of the seizure that it belongs to, in profiles that go by them
 */
public record ClipTruth(
        boolean positive,
        List<String> classes,
        List<ClipLabel> labels,
        List<String> consensusMarks,
        List<String> raters,
        List<String> markedBy,
        @Nullable Double motion,
        @Nullable Double agreement,
        @Nullable Onsets onsets) {
    /** One of a profile that does not go by onsets. */
    public ClipTruth(
            boolean positive,
            List<String> classes,
            List<ClipLabel> labels,
            List<String> consensusMarks,
            List<String> raters,
            List<String> markedBy,
            @Nullable Double motion,
            @Nullable Double agreement) {
        this(positive, classes, labels, consensusMarks, raters, markedBy, motion, agreement, null);
    }

    public ClipTruth {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
        consensusMarks = List.copyOf(consensusMarks);
        raters = List.copyOf(raters);
        markedBy = List.copyOf(markedBy);
    }
}
