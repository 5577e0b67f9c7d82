package org.ictograph.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Clips by falling score, so that the figures can be computed with each animal drawn any number of times. */
final class ClipSheet {
    private final int[] subjects;
    /** Each animal once. */
    private final int[] present;

    private final boolean[] truth;
    private final double[] scores;
    private final double threshold;

    /**
     * @param numbers of the animals in what is drawn
     * @param threshold a score from here on says "yes"
     */
    ClipSheet(List<TestedClip> clips, Map<String, Integer> numbers, double threshold) {
        List<TestedClip> sorted = clips.stream()
                .sorted(Comparator.comparingDouble(TestedClip::score).reversed())
                .toList();
        this.threshold = threshold;
        subjects = sorted.stream()
                .mapToInt(clip -> numbers.getOrDefault(clip.subject(), -1))
                .toArray();
        present = Arrays.stream(subjects).distinct().toArray();
        scores = sorted.stream().mapToDouble(TestedClip::score).toArray();
        truth = new boolean[sorted.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = sorted.get(i).truth();
        }
    }

    /**
     * The figures, not a number where one is undefined.
     *
     * @param times how often each animal counts
     */
    Map<ClipFigure, Double> figures(int[] times) {
        int positives = 0;
        int negatives = 0;
        for (int i = 0; i < truth.length; i++) {
            positives += truth[i] ? times[subjects[i]] : 0;
            negatives += truth[i] ? 0 : times[subjects[i]];
        }
        int found = 0;
        int wrong = 0;
        int foundAt = 0;
        int wrongAt = 0;
        double wins = 0;
        double precision = 0;
        for (int from = 0; from < truth.length; ) {
            int tied = 0;
            int tiedWrong = 0;
            int to = from;
            for (; to < truth.length && scores[to] == scores[from]; to++) {
                tied += truth[to] ? times[subjects[to]] : 0;
                tiedWrong += truth[to] ? 0 : times[subjects[to]];
            }
            wins += tied * (negatives - wrong - tiedWrong + tiedWrong / 2.0);
            found += tied;
            wrong += tiedWrong;
            precision += tied == 0 ? 0 : tied * ((double) found / (found + wrong));
            if (scores[from] >= threshold) {
                foundAt = found;
                wrongAt = wrong;
            }
            from = to;
        }
        double sensitivity = share(foundAt, positives);
        double specificity = share(negatives - wrongAt, negatives);
        Map<ClipFigure, Double> figures = new EnumMap<>(ClipFigure.class);
        figures.put(ClipFigure.ACCURACY, share(foundAt + negatives - wrongAt, positives + negatives));
        figures.put(ClipFigure.SENSITIVITY, sensitivity);
        figures.put(ClipFigure.SPECIFICITY, specificity);
        figures.put(ClipFigure.PRECISION, share(foundAt, foundAt + wrongAt));
        figures.put(ClipFigure.F1, share(2 * foundAt, foundAt + wrongAt + positives));
        figures.put(ClipFigure.BALANCED_ACCURACY, (sensitivity + specificity) / 2);
        figures.put(ClipFigure.AUROC, share(wins, (double) positives * negatives));
        figures.put(ClipFigure.AUPRC, share(precision, positives));
        return figures;
    }

    /** How many of the animals drawn are in it. */
    int animals(int[] times) {
        return Arrays.stream(present).map(subject -> times[subject]).sum();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
