package org.ictograph.measure;

import java.util.OptionalDouble;

/**
 * Measurements that two raters made of the same events, in sums that can be added up over animals. From them follow the
 * intraclass correlation and the limits of Bland and Altman (1986).
 *
 * @param n number of pairs
 * @param x sum of the first rater's values
 * @param y sum of the second rater's
 * @param xx sum of squares
 * @param yy sum of squares
 * @param xy sum of products
 */
public record PairSums(long n, double x, double y, double xx, double yy, double xy) {
    public static final PairSums NONE = new PairSums(0, 0, 0, 0, 0, 0);

    /** Half width of 95 % of a normal distribution, in standard deviations. */
    private static final double HALF = 1.96;

    public PairSums plus(double first, double second) {
        return new PairSums(
                n + 1, x + first, y + second, xx + first * first, yy + second * second, xy + first * second);
    }

    double[] sums() {
        return new double[] {n, x, y, xx, yy, xy};
    }

    static PairSums read(double[] v) {
        return new PairSums(Math.round(v[0]), v[1], v[2], v[3], v[4], v[5]);
    }

    /** Mean of second minus first, empty without pairs. */
    public OptionalDouble bias() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((y - x) / n);
    }

    /** Standard deviation of the differences, with n − 1; empty below two pairs. */
    public OptionalDouble deviation() {
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double squares = xx - 2 * xy + yy - (y - x) * (y - x) / n;
        return OptionalDouble.of(Math.sqrt(Math.max(0, squares) / (n - 1)));
    }

    /** Bias − 1.96 deviations, empty below two pairs. */
    public OptionalDouble lowerLimit() {
        return limit(-HALF);
    }

    /** Bias + 1.96 deviations, empty below two pairs. */
    public OptionalDouble upperLimit() {
        return limit(HALF);
    }

    private OptionalDouble limit(double deviations) {
        OptionalDouble deviation = deviation();
        return deviation.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((y - x) / n + deviations * deviation.getAsDouble());
    }

    /** Empty below two pairs and where nothing varies. */
    public OptionalDouble correlation(IntraclassCorrelation form) {
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double both = x + y;
        double between = (xx + 2 * xy + yy) / 2 - both * both / (2 * n);
        double within = (xx - 2 * xy + yy) / 2;
        double judges = (y - x) * (y - x) / (2 * n);
        return form.of(MeanSquares.of(n, 2, between, judges, within, (xx + yy) / (2 * n)));
    }
}
