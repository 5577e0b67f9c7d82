package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a score means what it says: of the proposals with a score of about 0.8, are eight of ten the event? The reliability
 * table has {@value #BINS} bins of the same width. The expected calibration error is the mean, over all proposals, of how far
 * the share of right ones in their bin lies from the bin's mean score (Guo et al., ICML 2017, equation 3).
 *
 * @param bins those that hold a proposal, in rising order
 * @param error undefined without proposals
 */
public record Calibration(List<Bin> bins, Statistic error) {
    private static final int BINS = 10;

    /**
     * Proposals with much the same score.
     *
     * @param from least score of the bin
     * @param to of the next bin
     * @param score mean score of those in it
     * @param right share of those in it that are the event
     */
    public record Bin(double from, double to, int proposals, double score, double right) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** @param scored right or not, and the score, from 0 to 1 */
    public static Calibration of(List<ClipScore> scored) {
        int[] counts = new int[BINS];
        double[] scores = new double[BINS];
        int[] right = new int[BINS];
        for (ClipScore one : scored) {
            int bin = Math.max(0, Math.min(BINS - 1, (int) (one.score() * BINS)));
            counts[bin]++;
            scores[bin] += one.score();
            right[bin] += one.truth() ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        double off = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                off += Math.abs(right[i] - scores[i]);
                bins.add(new Bin(
                        i / (double) BINS,
                        (i + 1) / (double) BINS,
                        counts[i],
                        scores[i] / counts[i],
                        right[i] / (double) counts[i]));
            }
        }
        return new Calibration(
                bins, Statistic.ratio(off, scored.size(), scored.size(), "Undefined: nothing was proposed."));
    }

    /**
     * Right is a prediction that takes a true segment of its video and label which no prediction with a better score has taken,
     * by an overlap of at least {@code iou}.
     */
    public static Calibration of(List<Segment> truth, List<ScoredSegment> predictions, double iou) {
        List<ScoredSegment> falling = new ArrayList<>(predictions);
        falling.sort(Comparator.comparingDouble(ScoredSegment::score).reversed());
        Set<Integer> taken = new HashSet<>();
        List<ClipScore> scored = new ArrayList<>();
        for (ScoredSegment predicted : falling) {
            int best = -1;
            double most = iou;
            for (int i = 0; i < truth.size(); i++) {
                Segment one = truth.get(i);
                boolean free = one.video().equals(predicted.segment().video())
                        && one.label().equals(predicted.segment().label())
                        && !taken.contains(i);
                if (free && predicted.segment().iou(one) >= most) {
                    best = i;
                    most = predicted.segment().iou(one);
                }
            }
            if (best >= 0) {
                taken.add(best);
            }
            scored.add(new ClipScore(best >= 0, predicted.score()));
        }
        return of(scored);
    }
}
