package org.ictograph.measure;

/**
 * Exact 95 % limits from a count: they leave at most 2.5 % on each side.
 *
 * @param low lower limit
 * @param high upper limit
 */
public record ExactLimits(double low, double high) {
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 60;

    /** Terms of a sum that fall are left out from here on, as a part of what is summed already. */
    private static final double NOTHING = 1e-17;

    private interface Chance {
        double at(double parameter);
    }

    /**
     * Limits of the expected number of independent events when {@code count} were seen: those numbers under which neither as
     * many nor as few have a probability of 2.5 % or less. Source: Garwood, Biometrika 28 (1936) 437–442.
     */
    public static ExactLimits poisson(int count) {
        double beyond = count + 10 * Math.sqrt(count) + 20;
        return new ExactLimits(
                count == 0 ? 0 : root(0, count, expected -> poissonAtLeast(count, expected)),
                root(beyond, count, expected -> poissonAtMost(count, expected)));
    }

    /**
     * Limits of a share when {@code count} of {@code n} independent things have it. Source: Clopper and Pearson, Biometrika
     * 26 (1934) 404–413.
     */
    public static ExactLimits binomial(int count, int n) {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("No share: " + count + " of " + n);
        }
        return new ExactLimits(binomialLow(count, n), 1 - binomialLow(n - count, n));
    }

    private static double binomialLow(int count, int n) {
        return count == 0 ? 0 : root(0, (double) count / n, share -> binomialAtLeast(count, n, share));
    }

    /** Where a chance that rises from {@code rare} to {@code likely} is 2.5 %, by halving. */
    private static double root(double rare, double likely, Chance chance) {
        double no = rare;
        double yes = likely;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (no + yes) / 2;
            if (chance.at(middle) > TAIL) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return (no + yes) / 2;
    }

    private static double poissonAtLeast(int count, double expected) {
        double term = poissonTerm(count, expected);
        double sum = 0;
        for (int i = count; term > sum * NOTHING; i++) {
            sum += term;
            term *= expected / (i + 1);
        }
        return sum;
    }

    private static double poissonAtMost(int count, double expected) {
        double term = poissonTerm(count, expected);
        double sum = 0;
        for (int i = count; i >= 0 && term > sum * NOTHING; i--) {
            sum += term;
            term *= i / expected;
        }
        return sum;
    }

    private static double poissonTerm(int count, double expected) {
        return expected == 0
                ? (count == 0 ? 1 : 0)
                : Math.exp(count * Math.log(expected) - expected - logFactorial(count));
    }

    private static double binomialAtLeast(int count, int n, double share) {
        if (share == 0 || share == 1) {
            return share;
        }
        double odds = share / (1 - share);
        double term = Math.exp(logFactorial(n)
                - logFactorial(count)
                - logFactorial(n - count)
                + count * Math.log(share)
                + (n - count) * Math.log1p(-share));
        double sum = 0;
        for (int i = count; i <= n && term > sum * NOTHING; i++) {
            sum += term;
            term *= odds * (n - i) / (i + 1);
        }
        return sum;
    }

    /** From 64 on by Stirling's series, of which the first term that is left out is below 1e-12 there. */
    private static double logFactorial(int n) {
        if (n < 64) {
            double product = 1;
            for (int i = 2; i <= n; i++) {
                product *= i;
            }
            return Math.log(product);
        }
        double square = (double) n * n;
        return n * Math.log(n)
                - n
                + Math.log(2 * Math.PI * n) / 2
                + (1 - (1 - 2 / (7 * square)) / (30 * square)) / (12.0 * n);
    }
}
