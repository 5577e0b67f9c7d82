package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles of edge differences and their limits. */
class EdgeSampleTest {
    private static final AgreementParameters PARAMETERS = AgreementParameters.standard();

    /**
     * Ranks from the binomial distribution: 6 and 15 of 20 for the median are in every table (95.9 %). The others were
     * worked out in whole fractions.
     */
    @Test
    void ranksAreThoseOfTheBinomialDistribution() {
        assertEquals(Optional.of(new RankLimits(6, 15)), RankLimits.of(20, 0.5));
        assertEquals(Optional.of(new RankLimits(40, 61)), RankLimits.of(100, 0.5));
        assertEquals(Optional.of(new RankLimits(90, 100)), RankLimits.of(100, 0.95));
        assertEquals(Optional.of(new RankLimits(936, 964)), RankLimits.of(1000, 0.95));
        assertTrue(RankLimits.of(100_000, 0.95).isPresent(), "the smallest probability is no longer a double");
    }

    /** 0.95⁷² = 0.0249 and 0.95⁷¹ = 0.0262. */
    @Test
    void seventyTwoIsTheFewest() {
        assertEquals(Optional.empty(), RankLimits.of(0, 0.95));
        assertEquals(Optional.empty(), RankLimits.of(71, 0.95));
        assertEquals(72, RankLimits.of(72, 0.95).orElseThrow().high());
    }

    private static Animals animals(int count) {
        return new Animals(
                IntStream.range(0, count).mapToObj(i -> "rat " + (1000 + i)).toList(), PARAMETERS);
    }

    /** @param alike 0 for independent differences, 1 for animals whose differences are larger or smaller together */
    private static List<List<Long>> study(int animals, int each, double alike, Random random) {
        List<List<Long>> differences = new ArrayList<>();
        for (int animal = 0; animal < animals; animal++) {
            double scale = 1e6 * Math.exp(alike * random.nextGaussian());
            List<Long> of = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                double size = -Math.log(1 - random.nextDouble()) * scale;
                of.add(Math.round(random.nextInt(100) < 35 ? -size : size));
            }
            differences.add(of);
        }
        return differences;
    }

    private static double truth(double alike) {
        double[] sizes = study(200_000, 1, alike, new Random(1)).stream()
                .mapToDouble(of -> Math.abs(of.get(0)) / 1e6)
                .sorted()
                .toArray();
        return sizes[sizes.length * 95 / 100];
    }

    /** Part of the intervals that hold the truth, of 400 studies. Resampling alone gives 0.59 for 20 independent pairs. */
    private static double held(int animals, int each, double alike) {
        Animals drawn = animals(animals);
        Random random = new Random(animals + each);
        double truth = truth(alike);
        int told = 0;
        int held = 0;
        for (int i = 0; i < 400; i++) {
            Statistic p95 = new EdgeSample(study(animals, each, alike, random), drawn).p95();
            assertTrue(p95.low().isPresent() != p95.remark().contains("72"), p95.toString());
            if (p95.low().isPresent()) {
                told++;
                held += p95.low().getAsDouble() <= truth && truth <= p95.high().getAsDouble() ? 1 : 0;
            }
        }
        assertTrue(told >= 100, told + " intervals");
        return (double) held / told;
    }

    @Test
    void theLimitsHoldThe95thPercentile() {
        assertTrue(held(40, 4, 0) >= 0.93);
        assertTrue(held(20, 5, 0) >= 0.93);
        assertTrue(held(40, 8, 0.5) >= 0.93);
        assertTrue(held(12, 30, 0.3) >= 0.9);
    }

    @Test
    void fewPairsHaveNoLimitsAndSayWhy() {
        Statistic p95 = new EdgeSample(study(10, 2, 0, new Random(3)), animals(10)).p95();
        assertEquals(20, p95.n());
        assertTrue(p95.value().isPresent() && p95.low().isEmpty());
        assertTrue(p95.remark().startsWith("No interval: 20 pairs count like "), p95.remark());
        Statistic alone = new EdgeSample(study(20, 1, 0, new Random(3)), animals(20)).p95();
        assertEquals("No interval: a 95th percentile needs 72 pairs.", alone.remark());
        Statistic oneAnimal = new EdgeSample(
                        List.of(study(1, 200, 0, new Random(4)).get(0), List.of(), List.of(), List.of(), List.of()),
                        animals(5))
                .p95();
        assertEquals("No interval: too few animals show the behaviour.", oneAnimal.remark());
    }

    /** The largest of 1 to 20 that 19 of 20 do not exceed; median of even numbers is the mean of the middle two. */
    @Test
    void quantilesAreThoseOfAllPairsTogether() {
        Long[] micros = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> i % 3 == 0 ? -i * 1_000_000L : i * 1_000_000L)
                .toArray(Long[]::new);
        List<List<Long>> cages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            cages.add(Arrays.asList(micros).subList(2 * i, 2 * i + 2));
        }
        EdgeSample sample = new EdgeSample(cages, animals(10));
        EdgeDifferences plain = EdgeDifferences.of(Arrays.asList(micros));
        assertEquals(19.0, sample.p95().value().orElseThrow());
        assertEquals(plain.p95().orElseThrow() / 1e6, sample.p95().value().orElseThrow());
        assertEquals(plain.median().orElseThrow() / 1e6, sample.median().value().orElseThrow());
        assertEquals(plain.mad().orElseThrow() / 1e6, sample.mad().value().orElseThrow());
        assertEquals(0.25, sample.within(5_000_000).value().orElseThrow(), 1e-12);
    }
}
