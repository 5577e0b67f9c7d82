package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * 95 % intervals by resampling animals. Seconds and events of one animal hang together, so whole animals are drawn with
 * replacement, their counts are added, and the figure is computed from the sum; the interval runs from the 2.5th to the
 * 97.5th percentile, widened where needed so that it contains the estimate. The draws come from a fixed seed and are the
 * same for every figure of a report.
 */
final class Bootstrap {
    /** With fewer animals than this there is no interval: there are too few different samples. */
    static final int FEWEST_SUBJECTS = 5;

    static final String FEW_SHOW_IT = "No interval: too few animals show the behaviour.";

    private static final double DEFINED_SHARE = 0.9;

    private final int subjects;
    private final int[][] timesDrawn;

    Bootstrap(int subjects, int resamples, long seed) {
        this.subjects = subjects;
        this.timesDrawn = subjects < FEWEST_SUBJECTS ? new int[0][] : new int[resamples][subjects];
        Random random = new Random(seed);
        for (int[] times : timesDrawn) {
            for (int i = 0; i < subjects; i++) {
                times[random.nextInt(subjects)]++;
            }
        }
    }

    /** How often each animal was drawn, for every resample. */
    List<int[]> timesDrawn() {
        return Arrays.asList(timesDrawn);
    }

    /**
     * The sums over all animals and over the animals of every resample.
     *
     * @param perSubject numbers that can be added up, as many for every animal
     */
    <C> Resampled<C> resampled(List<double[]> perSubject, int width, Function<double[], C> read) {
        int[] once = new int[subjects];
        Arrays.fill(once, 1);
        int[] used = used(perSubject, width);
        double[] numbers = new double[subjects * used.length];
        for (int subject = 0; subject < subjects; subject++) {
            for (int i = 0; i < used.length; i++) {
                numbers[subject * used.length + i] = perSubject.get(subject)[used[i]];
            }
        }
        List<C> resamples = new ArrayList<>(timesDrawn.length);
        for (int[] times : timesDrawn) {
            resamples.add(read.apply(spread(sum(numbers, times, used.length), used, width)));
        }
        return new Resampled<>(read.apply(spread(sum(numbers, once, used.length), used, width)), resamples, this);
    }

    /** Columns in which some animal has something: with many labels most have nothing. */
    private static int[] used(List<double[]> perSubject, int width) {
        return IntStream.range(0, width)
                .filter(column -> perSubject.stream().anyMatch(numbers -> numbers[column] != 0))
                .toArray();
    }

    private static double[] spread(double[] sums, int[] columns, int width) {
        if (columns.length == width) {
            return sums;
        }
        double[] all = new double[width];
        for (int i = 0; i < columns.length; i++) {
            all[columns[i]] = sums[i];
        }
        return all;
    }

    /** The rows of numbers, each as often as its animal was drawn; four animals at a time, which saves stores. */
    private static double[] sum(double[] numbers, int[] times, int width) {
        double[] sum = new double[width];
        int subject = 0;
        for (; subject + 4 <= times.length; subject += 4) {
            double first = times[subject];
            double second = times[subject + 1];
            double third = times[subject + 2];
            double fourth = times[subject + 3];
            int a = subject * width;
            int b = a + width;
            int c = b + width;
            int d = c + width;
            for (int i = 0; i < width; i++) {
                sum[i] = sum[i]
                        + (first * numbers[a + i] + second * numbers[b + i])
                        + (third * numbers[c + i] + fourth * numbers[d + i]);
            }
        }
        for (; subject + 2 <= times.length; subject += 2) {
            int from = subject * width;
            for (int i = 0; i < width; i++) {
                sum[i] += times[subject] * numbers[from + i] + times[subject + 1] * numbers[from + width + i];
            }
        }
        for (; subject < times.length; subject++) {
            for (int i = 0; i < width; i++) {
                sum[i] += times[subject] * numbers[subject * width + i];
            }
        }
        return sum;
    }

    /**
     * A value with its interval.
     *
     * @param defined the values of the resamples that have one
     */
    Statistic statistic(double value, long n, double[] defined) {
        if (subjects < FEWEST_SUBJECTS) {
            return Statistic.of(
                    value,
                    n,
                    "No interval: " + subjects + (subjects == 1 ? " animal is" : " animals are") + " too few, "
                            + FEWEST_SUBJECTS + " are needed.");
        }
        if (defined.length < DEFINED_SHARE * timesDrawn.length) {
            return Statistic.of(value, n, FEW_SHOW_IT);
        }
        if (Arrays.stream(defined).allMatch(one -> one == value)) {
            return Statistic.of(
                    value, n, "No interval: all animals gave the same, which a bootstrap over them takes for certain.");
        }
        double[] values = defined.clone();
        int last = values.length - 1;
        double low = ranked(values, (int) Math.floor(0.025 * last));
        double high = ranked(values, (int) Math.ceil(0.975 * last));
        return Statistic.of(value, Math.min(low, value), Math.max(high, value), n);
    }

    /** The value that would stand at a place if the values were sorted; Hoare's selection, which reorders them. */
    private static double ranked(double[] values, int place) {
        int left = 0;
        int right = values.length - 1;
        while (left < right) {
            double pivot = values[place];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (pivot < values[j]) {
                    j--;
                }
                if (i <= j) {
                    double held = values[i];
                    values[i++] = values[j];
                    values[j--] = held;
                }
            }
            if (j < place) {
                left = i;
            }
            if (place < i) {
                right = j;
            }
        }
        return values[place];
    }
}
