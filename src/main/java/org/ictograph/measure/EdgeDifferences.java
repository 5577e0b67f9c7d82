package org.ictograph.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * By how much the second rater sets an edge later than the first, over the matched events, in microseconds.
 *
 * @param n number of differences; the rest is empty when it is 0
 * @param median of the signed differences
 * @param mad median absolute deviation from the median
 * @param p95 the absolute difference that 95 % of the pairs do not exceed (nearest rank)
 */
public record EdgeDifferences(int n, OptionalLong median, OptionalLong mad, OptionalLong p95) {
    public static EdgeDifferences of(List<Long> differences) {
        int n = differences.size();
        if (n == 0) {
            return new EdgeDifferences(0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
        }
        long[] signed = differences.stream().mapToLong(Long::longValue).sorted().toArray();
        long middle = median(signed);
        long[] deviations =
                Arrays.stream(signed).map(d -> Math.abs(d - middle)).sorted().toArray();
        long[] absolute = Arrays.stream(signed).map(Math::abs).sorted().toArray();
        int rank = (int) Math.ceil(0.95 * n);
        return new EdgeDifferences(
                n, OptionalLong.of(middle), OptionalLong.of(median(deviations)), OptionalLong.of(absolute[rank - 1]));
    }

    /** Rounded towards 0, so that swapping the raters only changes the sign. */
    private static long median(long[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
