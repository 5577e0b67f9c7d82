package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The differences of one edge with the animal of each, in microseconds: their quantiles in seconds, with intervals. The
 * quantiles are those of {@link EdgeDifferences}; in a resample a difference counts as often as its animal was drawn.
 */
final class EdgeSample {
    private record Difference(long micros, int animal) {}

    private static final String NO_PAIRS = "Undefined: no event of both raters shows this edge.";

    private final Animals animals;
    private final List<Difference> rising;
    private final List<Difference> bySize;
    private final int[] perAnimal;

    /** @param perCage the differences of each cage */
    EdgeSample(List<List<Long>> perCage, Animals animals) {
        this.animals = animals;
        List<Difference> all = new ArrayList<>();
        for (int cage = 0; cage < perCage.size(); cage++) {
            for (long micros : perCage.get(cage)) {
                all.add(new Difference(micros, animals.in(cage)));
            }
        }
        this.perAnimal = new int[animals.size()];
        all.forEach(difference -> perAnimal[difference.animal()]++);
        this.rising = all.stream()
                .sorted(Comparator.comparingLong(Difference::micros))
                .toList();
        this.bySize = all.stream()
                .sorted(Comparator.comparingLong(difference -> Math.abs(difference.micros())))
                .toList();
    }

    Statistic median() {
        return statistic(this::median);
    }

    Statistic mad() {
        return statistic(this::mad);
    }

    /** The absolute difference that 95 % of the pairs do not exceed. */
    Statistic p95() {
        return statistic(times -> at(bySize, times, (19 * count(times) + 19) / 20, true));
    }

    /** Part of the differences that are not larger than this. */
    Statistic within(long tolerance) {
        return statistic(times -> {
            long near = 0;
            for (Difference difference : rising) {
                near += Math.abs(difference.micros()) <= tolerance ? times[difference.animal()] : 0;
            }
            return (double) near / count(times) * 1e6;
        });
    }

    /** @param micros the figure in microseconds, asked for only where there are differences */
    private Statistic statistic(ToDoubleFunction<int[]> micros) {
        if (rising.isEmpty()) {
            return Statistic.undefined(NO_PAIRS, 0);
        }
        int[] once = new int[animals.size()];
        Arrays.fill(once, 1);
        double[] resampled = animals.bootstrap().timesDrawn().stream()
                .filter(times -> count(times) > 0)
                .mapToDouble(times -> micros.applyAsDouble(times) / 1e6)
                .toArray();
        return animals.bootstrap().statistic(micros.applyAsDouble(once) / 1e6, rising.size(), resampled);
    }

    private long count(int[] times) {
        long count = 0;
        for (int animal = 0; animal < times.length; animal++) {
            count += (long) times[animal] * perAnimal[animal];
        }
        return count;
    }

    private double median(int[] times) {
        long count = count(times);
        return (at(rising, times, (count + 1) / 2, false) + at(rising, times, count / 2 + 1, false)) / 2;
    }

    /** The difference with this rank, counted from 1. */
    private static double at(List<Difference> sorted, int[] times, long rank, boolean absolute) {
        long seen = 0;
        for (Difference difference : sorted) {
            seen += times[difference.animal()];
            if (seen >= rank) {
                return absolute ? Math.abs(difference.micros()) : difference.micros();
            }
        }
        throw new IllegalArgumentException("There is no rank " + rank + " among " + seen);
    }

    /** Walks away from the median to both sides at once, always to the nearer difference. */
    private double mad(int[] times) {
        double median = median(times);
        long count = count(times);
        int right = 0;
        while (right < rising.size() && rising.get(right).micros() < median) {
            right++;
        }
        int left = right - 1;
        long seen = 0;
        double lower = -1;
        while (true) {
            boolean goRight = left < 0
                    || (right < rising.size()
                            && rising.get(right).micros() - median
                                    <= median - rising.get(left).micros());
            Difference next = rising.get(goRight ? right++ : left--);
            seen += times[next.animal()];
            double deviation = Math.abs(next.micros() - median);
            if (lower < 0 && seen >= (count + 1) / 2) {
                lower = deviation;
            }
            if (seen >= count / 2 + 1) {
                return (lower + deviation) / 2;
            }
        }
    }
}
