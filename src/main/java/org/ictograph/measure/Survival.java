package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long it takes until something happens, where some were not followed until it did: the estimate of Kaplan and Meier
 * (Journal of the American Statistical Association 53 (1958) 457–481). The 95 % limits at each time are those of log(−log S)
 * with Greenwood's variance (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1980), and the limits of
 * the median are the times at which they fall to one half (Brookmeyer and Crowley, Biometrics 38 (1982) 29–41).
 *
 * @param steps the times at which something happened, rising
 * @param median in microseconds; undefined while it has not yet happened to half
 */
public record Survival(List<Step> steps, Statistic median) {
    private static final double NORMAL = 1.959963984540054;

    public Survival {
        steps = List.copyOf(steps);
    }

    /** One that was followed for a while, and whether it happened at the end of that. */
    public record Followed(long micros, boolean happened) {}

    /**
     * A time at which it happened.
     *
     * @param atRisk how many were still followed just before
     * @param happened to how many of them
     * @param share of those to whom it has not happened afterwards
     */
    public record Step(long micros, int atRisk, int happened, double share, double low, double high) {}

    public static Survival of(List<Followed> all) {
        List<Step> steps = new ArrayList<>();
        double share = 1;
        double variance = 0;
        double high = 1;
        long[] times = all.stream()
                .filter(Followed::happened)
                .mapToLong(Followed::micros)
                .distinct()
                .sorted()
                .toArray();
        for (long time : times) {
            int atRisk = (int) all.stream().filter(one -> one.micros() >= time).count();
            int happened = (int) all.stream()
                    .filter(one -> one.happened() && one.micros() == time)
                    .count();
            share *= 1 - (double) happened / atRisk;
            double low = 0;
            if (share > 0) {
                variance += (double) happened / atRisk / (atRisk - happened);
                double spread = Math.exp(NORMAL * Math.sqrt(variance) / Math.abs(Math.log(share)));
                low = Math.pow(share, spread);
                high = Math.pow(share, 1 / spread);
            }
            steps.add(new Step(time, atRisk, happened, share, low, high));
        }
        return new Survival(steps, median(steps, all.size()));
    }

    private static Statistic median(List<Step> steps, int n) {
        OptionalDouble value = first(steps, 1);
        if (value.isEmpty()) {
            return Statistic.undefined("Undefined: it has not happened to half of those that were followed.", n);
        }
        OptionalDouble late = first(steps, 2);
        return new Statistic(
                value,
                first(steps, 0),
                late,
                n,
                "",
                late.isPresent() ? "" : "No upper limit: too few were followed for long enough.");
    }

    /** When the lower limit (0), the share (1) or the upper limit (2) first is one half or less. */
    private static OptionalDouble first(List<Step> steps, int which) {
        return steps.stream()
                .filter(step -> (which == 0 ? step.low() : which == 1 ? step.share() : step.high()) <= 0.5)
                .mapToDouble(step -> (double) step.micros())
                .findFirst();
    }
}
