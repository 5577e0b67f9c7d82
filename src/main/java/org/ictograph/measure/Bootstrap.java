package org.ictograph.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * 95 % intervals by resampling animals. Seconds and events of one animal hang together, so whole animals are drawn with
 * replacement, their counts are added, and the figure is computed from the sum; the interval runs from the 2.5th to the
 * 97.5th percentile, widened where needed so that it contains the estimate. The draws come from a fixed seed and are the
 * same for every figure of a report.
 */
final class Bootstrap {
    /** With fewer animals than this there is no interval: there are too few different samples. */
    static final int FEWEST_SUBJECTS = 5;

    private static final double DEFINED_SHARE = 0.9;

    private final int[][] draws;
    private final int subjects;

    Bootstrap(int subjects, int resamples, long seed) {
        this.subjects = subjects;
        this.draws = subjects < FEWEST_SUBJECTS ? new int[0][] : new int[resamples][subjects];
        Random random = new Random(seed);
        for (int[] draw : draws) {
            for (int i = 0; i < subjects; i++) {
                draw[i] = random.nextInt(subjects);
            }
        }
    }

    /** The summed counts of every resample. */
    <C> List<C> resampled(List<C> perSubject, C zero, BinaryOperator<C> plus) {
        return Arrays.stream(draws)
                .map(draw -> Arrays.stream(draw).mapToObj(perSubject::get).reduce(zero, plus))
                .toList();
    }

    /** A value with its interval from the resampled counts. */
    <C> Statistic statistic(double value, long n, List<C> resampled, Function<C, OptionalDouble> formula) {
        if (subjects < FEWEST_SUBJECTS) {
            return Statistic.of(
                    value,
                    n,
                    "No interval: " + subjects + (subjects == 1 ? " animal is" : " animals are") + " too few, "
                            + FEWEST_SUBJECTS + " are needed.");
        }
        double[] values = resampled.stream()
                .map(formula)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        if (values.length < DEFINED_SHARE * resampled.size()) {
            return Statistic.of(value, n, "No interval: too few animals show the behaviour.");
        }
        double low = values[(int) Math.floor(0.025 * (values.length - 1))];
        double high = values[(int) Math.ceil(0.975 * (values.length - 1))];
        return Statistic.of(value, Math.min(low, value), Math.max(high, value), n);
    }
}
