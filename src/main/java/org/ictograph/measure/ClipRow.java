package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of a table of results for clips: one fold, or several together, each figure with a 95 % interval over animals.
 *
 * @param name of the fold, or what the folds were put together to
 */
public record ClipRow(String name, int clips, int positives, int animals, Map<ClipFigure, Statistic> figures) {
    /** How often animals are drawn for an interval. */
    public static final int RESAMPLES = 2_000;

    public ClipRow {
        figures = new EnumMap<>(figures);
    }

    /**
     * All clips as if they were of one fold.
     *
     * @param threshold a score from here on says "yes"
     * @param seed of the draws
     */
    public static ClipRow together(String name, List<TestedClip> clips, double threshold, long seed) {
        Map<String, Integer> numbers = numbers(clips);
        ClipSheet sheet = new ClipSheet(clips, numbers, threshold);
        return row(name, clips, numbers.size(), sheet::figures, seed);
    }

    /**
     * The mean over the folds. Of animals that are drawn for an interval each fold counts as much as it has of them for
     * each that it has.
     */
    public static ClipRow mean(String name, List<TestedClip> clips, double threshold, long seed) {
        Map<String, Integer> numbers = numbers(clips);
        Map<String, List<TestedClip>> folds = clips.stream()
                .collect(Collectors.groupingBy(TestedClip::part, LinkedHashMap::new, Collectors.toList()));
        List<ClipSheet> sheets = new ArrayList<>();
        folds.values().forEach(fold -> sheets.add(new ClipSheet(fold, numbers, threshold)));
        int[] once = once(numbers.size());
        int[] animals = sheets.stream().mapToInt(sheet -> sheet.animals(once)).toArray();
        return row(name, clips, numbers.size(), times -> mean(sheets, animals, times), seed);
    }

    private static Map<ClipFigure, Double> mean(List<ClipSheet> sheets, int[] animals, int[] times) {
        double[] sums = new double[ClipFigure.values().length];
        double[] weights = new double[sums.length];
        for (int i = 0; i < sheets.size(); i++) {
            double weight = sheets.get(i).animals(times) / (double) animals[i];
            int at = 0;
            for (double value : sheets.get(i).figures(times).values()) {
                if (weight > 0 && !Double.isNaN(value)) {
                    sums[at] += weight * value;
                    weights[at] += weight;
                }
                at++;
            }
        }
        Map<ClipFigure, Double> means = new EnumMap<>(ClipFigure.class);
        int at = 0;
        for (ClipFigure figure : ClipFigure.values()) {
            means.put(figure, sums[at] / weights[at]);
            at++;
        }
        return means;
    }

    private static ClipRow row(
            String name,
            List<TestedClip> clips,
            int animals,
            Function<int[], Map<ClipFigure, Double>> compute,
            long seed) {
        Map<ClipFigure, Double> values = compute.apply(once(animals));
        Bootstrap bootstrap = new Bootstrap(animals, RESAMPLES, seed);
        List<Map<ClipFigure, Double>> draws =
                bootstrap.timesDrawn().stream().map(compute).toList();
        Map<ClipFigure, Statistic> figures = new EnumMap<>(ClipFigure.class);
        values.forEach((figure, value) -> figures.put(
                figure,
                Double.isNaN(value)
                        ? Statistic.undefined(figure.undefined(), clips.size())
                        : bootstrap.statistic(value, clips.size(), defined(draws, figure))));
        int positives = (int) clips.stream().filter(TestedClip::truth).count();
        return new ClipRow(name, clips.size(), positives, animals, figures);
    }

    private static double[] defined(Collection<Map<ClipFigure, Double>> draws, ClipFigure figure) {
        return draws.stream()
                .mapToDouble(draw -> draw.getOrDefault(figure, Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static int[] once(int animals) {
        int[] once = new int[animals];
        Arrays.fill(once, 1);
        return once;
    }

    private static Map<String, Integer> numbers(List<TestedClip> clips) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String subject :
                new TreeSet<>(clips.stream().map(TestedClip::subject).toList())) {
            numbers.put(subject, numbers.size());
        }
        return numbers;
    }
}
