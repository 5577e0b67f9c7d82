package org.ictograph.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Two raters and any number of categories: how often the first said i while the second said j.
 *
 * @param counts a row for each category of the first rater, a column for each of the second; square
 */
public record CrossTable(List<List<Long>> counts) {
    public CrossTable {
        counts = counts.stream().map(List::copyOf).toList();
        int size = counts.size();
        if (counts.stream().anyMatch(row -> row.size() != size || row.stream().anyMatch(count -> count < 0))) {
            throw new IllegalArgumentException("A cross table is square and its counts start at 0.");
        }
    }

    /** The table of two raters who gave each unit one category, numbered from 0. */
    public static CrossTable of(int[] first, int[] second, int categories) {
        Long[][] counts = new Long[categories][categories];
        for (Long[] row : counts) {
            Arrays.fill(row, 0L);
        }
        for (int unit = 0; unit < first.length; unit++) {
            counts[first[unit]][second[unit]]++;
        }
        return new CrossTable(Arrays.stream(counts).map(row -> List.of(row)).toList());
    }

    public long n() {
        return counts.stream()
                .mapToLong(row -> row.stream().mapToLong(Long::longValue).sum())
                .sum();
    }

    /** Part of the units in the diagonal; empty for an empty table. */
    public OptionalDouble rawAgreement() {
        return n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(IntStream.range(0, counts.size())
                                .mapToLong(i -> counts.get(i).get(i))
                                .sum()
                        / (double) n());
    }

    /**
     * Cohen's κ (1960, weighted 1968): 1 − observed / expected disagreement, expected from each rater's own margins.
     * Empty without variation.
     */
    public OptionalDouble cohenKappa(Weighting weighting) {
        return beyondChance(weighting, margins(true), margins(false));
    }

    /**
     * Standard error of Cohen's unweighted κ over independent units, for large samples; Fleiss, Cohen and Everitt (1969),
     * equation 13. Bins of one animal are not independent, so for them it is too small. Empty without variation.
     */
    public OptionalDouble cohenKappaError() {
        if (!varies()) {
            return OptionalDouble.empty();
        }
        double[] rows = margins(true);
        double[] columns = margins(false);
        double observed = rawAgreement().orElseThrow();
        double expected = 0;
        for (int i = 0; i < rows.length; i++) {
            expected += rows[i] * columns[i];
        }
        double sum = -Math.pow(observed * expected - 2 * expected + observed, 2);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double share = (double) counts.get(i).get(j) / n();
                double weight = i == j
                        ? 1 - expected - (rows[i] + columns[i]) * (1 - observed)
                        : (1 - observed) * (columns[i] + rows[j]);
                sum += share * weight * weight;
            }
        }
        return OptionalDouble.of(Math.sqrt(Math.max(0, sum) / n()) / Math.pow(1 - expected, 2));
    }

    /** Scott's π (1955): as κ, but chance comes from the mean of both margins. Empty without variation. */
    public OptionalDouble scottPi() {
        double[] mean = meanMargins();
        return beyondChance(Weighting.NONE, mean, mean);
    }

    /**
     * Gwet's AC1 (2008): chance is Σ π(1 − π) / (q − 1) with the mean margins π and q categories; q counts categories
     * that nobody used. Empty without variation.
     */
    public OptionalDouble gwetAc1() {
        double chance = 0;
        for (double share : meanMargins()) {
            chance += share * (1 - share) / (counts.size() - 1);
        }
        return varies() ? ratio(chance) : OptionalDouble.empty();
    }

    /** Brennan and Prediger (1981): chance is 1 / q. Empty without variation. */
    public OptionalDouble brennanPrediger() {
        return varies() ? ratio(1.0 / counts.size()) : OptionalDouble.empty();
    }

    private OptionalDouble ratio(double chance) {
        OptionalDouble observed = rawAgreement();
        return observed.isEmpty() || chance >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((observed.getAsDouble() - chance) / (1 - chance));
    }

    private OptionalDouble beyondChance(Weighting weighting, double[] rows, double[] columns) {
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double bad = weighting.disagreement(i, j);
                observed += bad * counts.get(i).get(j) / n();
                expected += bad * rows[i] * columns[j];
            }
        }
        return n() > 0 && varies() ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
    }

    /** False when all units lie in one cell of the diagonal. */
    private boolean varies() {
        return n() > 0
                && IntStream.range(0, counts.size())
                        .noneMatch(i -> counts.get(i).get(i) == n());
    }

    private double[] meanMargins() {
        double[] mean = margins(true);
        double[] columns = margins(false);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (mean[i] + columns[i]) / 2;
        }
        return mean;
    }

    private double[] margins(boolean ofRows) {
        double[] shares = new double[counts.size()];
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                shares[ofRows ? i : j] += (double) counts.get(i).get(j) / n();
            }
        }
        return shares;
    }
}
