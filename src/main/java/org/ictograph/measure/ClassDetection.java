package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The scores of one class at all thresholds, after the evaluation code of the ActivityNet family.
 *
 * <p>Predictions are walked from the highest score down. Each takes the true segment of its video that it overlaps best
 * and that nobody has taken yet; where the overlap falls below the threshold it is a false positive. Equal scores come
 * in reverse order of input: a stable ascending sort read backwards, which is what the original code does on short
 * lists. Equal overlaps are walked in reverse order of the truth for the same reason.
 */
final class ClassDetection {
    private final List<Segment> truth;
    private final List<ScoredSegment> predictions;
    private final List<Double> thresholds;
    private final Map<String, List<Integer>> truthOfVideo = new LinkedHashMap<>();

    ClassDetection(List<Segment> truth, List<ScoredSegment> predictions, List<Double> thresholds) {
        this.truth = truth;
        this.predictions = falling(predictions, Comparator.comparingDouble(ScoredSegment::score));
        this.thresholds = thresholds;
        for (int i = 0; i < truth.size(); i++) {
            truthOfVideo
                    .computeIfAbsent(truth.get(i).video(), video -> new ArrayList<>())
                    .add(i);
        }
    }

    ClassScores scores(String label) {
        return new ClassScores(label, truth.size(), predictions.size(), averagePrecision(), recall(1), recall(5));
    }

    private static <T> List<T> falling(List<T> items, Comparator<T> ascending) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(ascending);
        Collections.reverse(sorted);
        return sorted;
    }

    private List<Integer> truthIn(String video) {
        return truthOfVideo.getOrDefault(video, List.of());
    }

    private List<Double> averagePrecision() {
        double[] each = ones(predictions.size());
        return Arrays.stream(hits()).map(hits -> area(hits, each, truth.size())).toList();
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    List<Segment> truth() {
        return truth;
    }

    /** From the highest score down. */
    List<ScoredSegment> predictions() {
        return predictions;
    }

    /** Which predictions are right, at each threshold. Those of one video depend on no other video. */
    boolean[][] hits() {
        boolean[][] taken = new boolean[thresholds.size()][truth.size()];
        boolean[][] hit = new boolean[thresholds.size()][predictions.size()];
        for (int p = 0; p < predictions.size(); p++) {
            Segment predicted = predictions.get(p).segment();
            List<Integer> best =
                    falling(truthIn(predicted.video()), Comparator.comparingDouble(t -> predicted.iou(truth.get(t))));
            for (int k = 0; k < thresholds.size(); k++) {
                hit[k][p] = take(predicted, best, thresholds.get(k), taken[k]);
            }
        }
        return hit;
    }

    private boolean take(Segment predicted, List<Integer> best, double threshold, boolean[] taken) {
        for (int t : best) {
            if (predicted.iou(truth.get(t)) < threshold) {
                return false;
            }
            if (!taken[t]) {
                taken[t] = true;
                return true;
            }
        }
        return false;
    }

    /**
     * Area under the precision–recall curve as in VOC 2011: precision is made falling from the right, then summed over
     * the steps of recall.
     *
     * @param times how often each prediction counts
     * @param truths number of true segments
     */
    static double area(boolean[] hits, double[] times, double truths) {
        double[] precision = new double[hits.length];
        double[] recall = new double[hits.length];
        double found = 0;
        double said = 0;
        for (int i = 0; i < hits.length; i++) {
            found += hits[i] ? times[i] : 0;
            said += times[i];
            precision[i] = said == 0 ? 0 : found / said;
            recall[i] = found / truths;
        }
        for (int i = hits.length - 2; i >= 0; i--) {
            precision[i] = Math.max(precision[i], precision[i + 1]);
        }
        double area = 0;
        double before = 0;
        for (int i = 0; i < hits.length; i++) {
            area += (recall[i] - before) * precision[i];
            before = recall[i];
        }
        return area;
    }

    private List<Double> recall(int times) {
        return Arrays.stream(recalled(times))
                .map(found -> {
                    int count = 0;
                    for (boolean one : found) {
                        count += one ? 1 : 0;
                    }
                    return (double) count / truth.size();
                })
                .toList();
    }

    /**
     * Which true segments are found at each threshold, for Recall@kx: per video the best k times as many predictions as it
     * has true segments; predictions are not used up.
     */
    boolean[][] recalled(int times) {
        Map<String, List<Segment>> predictedIn =
                predictions.stream().map(ScoredSegment::segment).collect(Collectors.groupingBy(Segment::video));
        boolean[][] found = new boolean[thresholds.size()][truth.size()];
        truthOfVideo.forEach((video, segments) -> {
            List<Segment> kept = predictedIn.getOrDefault(video, List.of()).stream()
                    .limit((long) times * segments.size())
                    .toList();
            for (int t : segments) {
                double best = kept.stream()
                        .mapToDouble(segment -> segment.iou(truth.get(t)))
                        .max()
                        .orElse(-1);
                for (int k = 0; k < found.length; k++) {
                    found[k][t] = best >= thresholds.get(k);
                }
            }
        });
        return found;
    }
}
