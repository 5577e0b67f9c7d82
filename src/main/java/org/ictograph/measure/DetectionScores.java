package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Temporal detection scores: mAP at several temporal IoU thresholds and Recall@1x and @5x, as the evaluation code of
 * ActivityNet, ActionFormer and RatSeizure computes them.
 *
 * <p>The mean is taken over the labels that occur in the truth. Predictions of other labels are left out and named: the
 * original code can count them for another label by mistake.
 *
 * @param thresholds temporal IoU
 * @param classes by label
 * @param ignoredLabels predicted labels that never occur in the truth, sorted
 */
public record DetectionScores(List<Double> thresholds, List<ClassScores> classes, List<String> ignoredLabels) {
    public DetectionScores {
        thresholds = List.copyOf(thresholds);
        classes = List.copyOf(classes);
        ignoredLabels = List.copyOf(ignoredLabels);
    }

    /** Scores predictions; true segments that are written twice count once. */
    public static DetectionScores of(List<Segment> truth, List<ScoredSegment> predictions, List<Double> thresholds) {
        SortedMap<String, ClassDetection> detections = detections(truth, predictions, thresholds);
        List<ClassScores> classes = new ArrayList<>();
        detections.forEach((label, detection) -> classes.add(detection.scores(label)));
        TreeSet<String> ignored = new TreeSet<>(
                predictions.stream().map(scored -> scored.segment().label()).toList());
        ignored.removeAll(detections.keySet());
        return new DetectionScores(thresholds, classes, List.copyOf(ignored));
    }

    /** By each label that is true somewhere. */
    static SortedMap<String, ClassDetection> detections(
            List<Segment> truth, List<ScoredSegment> predictions, List<Double> thresholds) {
        Map<String, List<Segment>> trueByLabel = grouped(withoutRepeats(truth), Segment::label);
        Map<String, List<ScoredSegment>> predictedByLabel =
                grouped(predictions, scored -> scored.segment().label());
        SortedMap<String, ClassDetection> detections = new TreeMap<>();
        trueByLabel.forEach((label, segments) -> detections.put(
                label, new ClassDetection(segments, predictedByLabel.getOrDefault(label, List.of()), thresholds)));
        return detections;
    }

    private static List<Segment> withoutRepeats(List<Segment> truth) {
        List<Segment> kept = new ArrayList<>();
        for (List<Segment> video : grouped(truth, Segment::video).values()) {
            List<Segment> ofVideo = new ArrayList<>();
            for (Segment segment : video) {
                if (ofVideo.stream().noneMatch(segment::repeats)) {
                    ofVideo.add(segment);
                }
            }
            kept.addAll(ofVideo);
        }
        return kept;
    }

    private static <T> Map<String, List<T>> grouped(Collection<T> items, Function<T, String> key) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(key.apply(item), k -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    /** Mean average precision at every threshold; empty when the truth has no segments. */
    public List<Double> map() {
        return meanOverClasses(ClassScores::averagePrecision);
    }

    /** The mean of {@link #map()} over the thresholds, or why there is none. */
    public Statistic averageMap() {
        double sum = map().stream().mapToDouble(Double::doubleValue).sum();
        return Statistic.ratio(sum, map().size(), trueSegments(), "Undefined: the truth has no segments.");
    }

    public List<Double> recallAt1() {
        return meanOverClasses(ClassScores::recallAt1);
    }

    public List<Double> recallAt5() {
        return meanOverClasses(ClassScores::recallAt5);
    }

    private long trueSegments() {
        return classes.stream().mapToLong(ClassScores::truth).sum();
    }

    private List<Double> meanOverClasses(Function<ClassScores, List<Double>> scores) {
        if (classes.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, thresholds.size())
                .mapToObj(k -> classes.stream()
                        .mapToDouble(each -> scores.apply(each).get(k))
                        .average()
                        .orElse(0))
                .toList();
    }
}
