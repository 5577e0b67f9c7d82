package org.ictograph.measure;

import java.util.Comparator;
import java.util.List;

/**
 * How well a score tells clips that show a behaviour from clips that do not.
 *
 * @param threshold a score from here on says "yes"
 * @param confusion counts at the threshold
 * @param auroc area under the ROC curve: the chance that a clip that shows it scores higher than one that does not,
 *     equal scores counted half
 * @param auprc average precision: precision at every step of recall, weighted by the step
 */
public record ClipScores(double threshold, Confusion confusion, Statistic auroc, Statistic auprc) {
    /** The threshold where nothing else is asked for. */
    public static final double HALF = 0.5;

    public static ClipScores of(List<ClipScore> clips, double threshold) {
        long yesTrue =
                clips.stream().filter(c -> c.score() >= threshold && c.truth()).count();
        long yes = clips.stream().filter(c -> c.score() >= threshold).count();
        long positives = clips.stream().filter(ClipScore::truth).count();
        Confusion confusion =
                new Confusion(yesTrue, yes - yesTrue, positives - yesTrue, clips.size() - yes - (positives - yesTrue));
        return new ClipScores(threshold, confusion, auroc(clips, positives), auprc(clips, positives));
    }

    private static List<ClipScore> falling(List<ClipScore> clips) {
        return clips.stream()
                .sorted(Comparator.comparingDouble(ClipScore::score).reversed())
                .toList();
    }

    private static int endOfTie(List<ClipScore> sorted, int from) {
        int to = from + 1;
        while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
            to++;
        }
        return to;
    }

    /** Every positive wins against the negatives below it, and half against those that score the same. */
    private static Statistic auroc(List<ClipScore> clips, long positives) {
        long negatives = clips.size() - positives;
        List<ClipScore> sorted = falling(clips);
        double wins = 0;
        long negativesLeft = negatives;
        for (int from = 0; from < sorted.size(); ) {
            int to = endOfTie(sorted, from);
            long tied =
                    sorted.subList(from, to).stream().filter(ClipScore::truth).count();
            long tiedNegatives = to - from - tied;
            negativesLeft -= tiedNegatives;
            wins += tied * (negativesLeft + tiedNegatives / 2.0);
            from = to;
        }
        return Statistic.ratio(
                wins,
                (double) positives * negatives,
                clips.size(),
                "Undefined: the clips must include some that show it and some that do not.");
    }

    private static Statistic auprc(List<ClipScore> clips, long positives) {
        List<ClipScore> sorted = falling(clips);
        double sum = 0;
        long found = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = endOfTie(sorted, from);
            long tied =
                    sorted.subList(from, to).stream().filter(ClipScore::truth).count();
            found += tied;
            sum += tied * ((double) found / to);
            from = to;
        }
        return Statistic.ratio(sum, (double) positives, clips.size(), "Undefined: no clip shows it.");
    }
}
