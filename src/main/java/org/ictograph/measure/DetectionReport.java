package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Scores of segments as {@link DetectionScores} has them, each with a 95 % interval over animals.
 *
 * <p>What is right in one video depends on no other video, so whoever is drawn twice counts twice. A label that nobody shows
 * among the animals drawn is left out of their mean, as it is of the benchmark's.
 *
 * @param map mean average precision at every threshold
 * @param averageMap its mean over the thresholds
 * @param classes by label, those that are true somewhere
 */
public record DetectionReport(
        List<Double> thresholds,
        List<Statistic> map,
        Statistic averageMap,
        List<Statistic> recallAt1,
        List<Statistic> recallAt5,
        List<OneClass> classes,
        List<String> ignoredLabels) {
    private static final String EMPTY = "Undefined: the truth has no segments.";

    /**
     * One label.
     *
     * @param truth number of true segments
     * @param averagePrecision at every threshold
     * @param average mean of it
     */
    public record OneClass(
            String label, int truth, int predictions, List<Statistic> averagePrecision, Statistic average) {
        public OneClass {
            averagePrecision = List.copyOf(averagePrecision);
        }
    }

    public DetectionReport {
        thresholds = List.copyOf(thresholds);
        map = List.copyOf(map);
        recallAt1 = List.copyOf(recallAt1);
        recallAt5 = List.copyOf(recallAt5);
        classes = List.copyOf(classes);
        ignoredLabels = List.copyOf(ignoredLabels);
    }

    /**
     * @param subjectOf the animal of each video of the test; predictions of others are left out
     * @param seed of the draws
     */
    public static DetectionReport of(
            List<Segment> truth,
            List<ScoredSegment> predictions,
            List<Double> thresholds,
            Map<String, String> subjectOf,
            long seed) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        new TreeSet<>(subjectOf.values()).forEach(subject -> numbers.put(subject, numbers.size()));
        Function<Segment, Integer> number =
                segment -> numbers.getOrDefault(subjectOf.getOrDefault(segment.video(), ""), -1);
        SortedMap<String, ClassDetection> detections = DetectionScores.detections(
                truth.stream().filter(one -> subjectOf.containsKey(one.video())).toList(),
                predictions.stream()
                        .filter(one -> subjectOf.containsKey(one.segment().video()))
                        .toList(),
                thresholds);
        List<WeighedClass> weighed = detections.values().stream()
                .map(detection -> new WeighedClass(detection, number))
                .toList();
        Bootstrap bootstrap = new Bootstrap(numbers.size(), ClipRow.RESAMPLES, seed);
        int[] once = new int[numbers.size()];
        Arrays.fill(once, 1);
        List<List<WeighedClass.Values>> draws = new ArrayList<>();
        for (int[] times : bootstrap.timesDrawn()) {
            draws.add(values(weighed, times));
        }
        List<WeighedClass.Values> all = values(weighed, once);
        long n = detections.values().stream()
                .mapToLong(detection -> detection.truth().size())
                .sum();
        Figures figures = new Figures(bootstrap, all, draws, n);
        List<OneClass> classes = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, ClassDetection> entry : detections.entrySet()) {
            int own = at++;
            int segments = entry.getValue().truth().size();
            classes.add(new OneClass(
                    entry.getKey(),
                    segments,
                    entry.getValue().predictions().size(),
                    each(
                            thresholds,
                            k -> figures.statistic(segments, set -> set.get(own).precision(k))),
                    figures.statistic(segments, set -> set.get(own).precision())));
        }
        return new DetectionReport(
                thresholds,
                each(thresholds, k -> figures.mean(values -> values.precision(k))),
                figures.mean(WeighedClass.Values::precision),
                each(thresholds, k -> figures.mean(values -> values.recall1(k))),
                each(thresholds, k -> figures.mean(values -> values.recall5(k))),
                classes,
                DetectionScores.of(truth, predictions, thresholds).ignoredLabels());
    }

    private static List<WeighedClass.Values> values(List<WeighedClass> classes, int[] times) {
        return classes.stream().map(each -> each.values(times)).toList();
    }

    private static List<Statistic> each(List<Double> thresholds, Function<Integer, Statistic> at) {
        return IntStream.range(0, thresholds.size()).boxed().map(at).toList();
    }

    /** Figures of all animals and of those drawn, not a number where undefined. */
    private record Figures(
            Bootstrap bootstrap, List<WeighedClass.Values> all, List<List<WeighedClass.Values>> draws, long segments) {
        Statistic statistic(long n, Function<List<WeighedClass.Values>, Double> formula) {
            double value = formula.apply(all);
            return Double.isNaN(value)
                    ? Statistic.undefined(EMPTY, n)
                    : bootstrap.statistic(
                            value,
                            n,
                            draws.stream()
                                    .mapToDouble(formula::apply)
                                    .filter(one -> !Double.isNaN(one))
                                    .toArray());
        }

        Statistic mean(Function<WeighedClass.Values, Double> formula) {
            return statistic(
                    segments,
                    set -> set.stream()
                            .mapToDouble(formula::apply)
                            .filter(one -> !Double.isNaN(one))
                            .average()
                            .orElse(Double.NaN));
        }
    }
}
