package org.ictograph.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Counts of all animals together and of every resample of them.
 *
 * @param bootstrap that drew them
 */
record Resampled<C>(C all, List<C> resamples, Bootstrap bootstrap) {
    Resampled {
        resamples = List.copyOf(resamples);
    }

    /**
     * A figure with its interval, or the sentence why there is none.
     *
     * @param undefined the sentence; only asked for where the formula has no value
     */
    Statistic statistic(Function<C, OptionalDouble> formula, Function<C, String> undefined, ToLongFunction<C> n) {
        OptionalDouble value = formula.apply(all);
        return value.isEmpty()
                ? Statistic.undefined(undefined.apply(all), n.applyAsLong(all))
                : bootstrap.statistic(value.getAsDouble(), n.applyAsLong(all), defined(formula));
    }

    private double[] defined(Function<C, OptionalDouble> formula) {
        double[] values = new double[resamples.size()];
        int n = 0;
        for (C resample : resamples) {
            OptionalDouble value = formula.apply(resample);
            if (value.isPresent()) {
                values[n++] = value.getAsDouble();
            }
        }
        return Arrays.copyOf(values, n);
    }

    /** The same animals and draws, seen as something else. */
    <D> Resampled<D> map(Function<C, D> part) {
        return new Resampled<>(part.apply(all), resamples.stream().map(part).toList(), bootstrap);
    }
}
