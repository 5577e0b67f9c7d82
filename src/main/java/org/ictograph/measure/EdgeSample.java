package org.ictograph.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The differences of one edge with the animal of each, in microseconds: their quantiles in seconds, with intervals. The
 * quantiles are those of {@link EdgeDifferences}; in a resample a difference counts as often as its animal was drawn.
 *
 * <p>Resamples cannot go beyond the largest difference there is, so for the 95th percentile of few differences they give
 * intervals that are far too short. Its limits are those of {@link RankLimits} instead, for as many independent
 * differences as have the same spread as these: the share that lies below the percentile is varied over the animals, and
 * n divided by the design effect (Kish 1965; Woodruff 1952, J. Am. Stat. Assoc. 47, 635–646, for limits of quantiles of
 * samples in clusters).
 */
final class EdgeSample {
    private static final String NO_PAIRS = "Undefined: no event of both raters shows this edge.";
    private static final double HIGH = 0.95;

    private final Animals animals;
    private final long[] rising;
    private final int[] animalOf;
    private final int[] perAnimal;
    private final int[] once;
    private final List<int[]> draws;
    private final double[] medians;

    /** @param perCage the differences of each cage */
    EdgeSample(List<List<Long>> perCage, Animals animals) {
        this.animals = animals;
        int n = perCage.stream().mapToInt(List::size).sum();
        long[] micros = new long[n];
        int[] of = new int[n];
        int at = 0;
        for (int cage = 0; cage < perCage.size(); cage++) {
            for (long difference : perCage.get(cage)) {
                micros[at] = difference;
                of[at++] = animals.in(cage);
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingLong(i -> micros[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rising = Arrays.stream(order).mapToLong(i -> micros[i]).toArray();
        this.animalOf = Arrays.stream(order).map(i -> of[i]).toArray();
        this.perAnimal = perAnimal(Long.MAX_VALUE);
        this.once = new int[animals.size()];
        Arrays.fill(once, 1);
        this.draws = animals.bootstrap().timesDrawn().stream()
                .filter(times -> count(times, perAnimal) > 0)
                .toList();
        this.medians = draws.stream().mapToDouble(this::median).toArray();
    }

    /** How many differences of each animal are not larger than this. */
    private int[] perAnimal(long largest) {
        int[] counts = new int[animals.size()];
        for (int i = 0; i < rising.length; i++) {
            counts[animalOf[i]] += Math.abs(rising[i]) <= largest ? 1 : 0;
        }
        return counts;
    }

    private static long count(int[] times, int[] perAnimal) {
        long count = 0;
        for (int animal = 0; animal < times.length; animal++) {
            count += (long) times[animal] * perAnimal[animal];
        }
        return count;
    }

    Statistic median() {
        return rising.length == 0 ? none() : statistic(median(once), medians.clone());
    }

    Statistic mad() {
        if (rising.length == 0) {
            return none();
        }
        double[] resampled = new double[draws.size()];
        for (int i = 0; i < resampled.length; i++) {
            resampled[i] = mad(draws.get(i), medians[i]);
        }
        return statistic(mad(once, median(once)), resampled);
    }

    /** Part of the differences that are not larger than this. */
    Statistic within(long tolerance) {
        if (rising.length == 0) {
            return none();
        }
        int[] near = perAnimal(tolerance);
        ToDoubleFunction<int[]> share = times -> (double) count(times, near) / count(times, perAnimal) * 1e6;
        return statistic(
                share.applyAsDouble(once), draws.stream().mapToDouble(share).toArray());
    }

    /** The absolute difference that 95 % of the pairs do not exceed. */
    Statistic p95() {
        int n = rising.length;
        if (n == 0) {
            return none();
        }
        long[] sizes = Arrays.stream(rising).map(Math::abs).sorted().toArray();
        long micros = sizes[(19 * n + 19) / 20 - 1];
        if (animals.size() < Bootstrap.FEWEST_SUBJECTS || sizes[0] == sizes[n - 1]) {
            double[] resampled = new double[draws.size()];
            Arrays.fill(resampled, (double) micros);
            return statistic((double) micros, resampled);
        }
        if (Arrays.stream(perAnimal).filter(count -> count > 0).count() < Bootstrap.FEWEST_SUBJECTS) {
            return Statistic.of(micros / 1e6, n, Bootstrap.FEW_SHOW_IT);
        }
        int independent = (int) (n / designEffect(micros));
        Optional<RankLimits> limits = RankLimits.of(independent, HIGH);
        if (limits.isEmpty()) {
            return Statistic.of(
                    micros / 1e6,
                    n,
                    independent == n
                            ? "No interval: a 95th percentile needs 72 pairs."
                            : "No interval: " + n + " pairs count like " + independent
                                    + " independent ones, since those of one animal are alike; a 95th percentile"
                                    + " needs 72.");
        }
        long low = sizes[(int) Math.max(1, (long) limits.get().low() * n / independent) - 1];
        long high = sizes[(int) (((long) limits.get().high() * n + independent - 1) / independent) - 1];
        return Statistic.of(micros / 1e6, Math.min(low, micros) / 1e6, Math.max(high, micros) / 1e6, n);
    }

    /** How much more the share of differences up to this size varies over the animals than over independent pairs. */
    private double designEffect(long micros) {
        int[] near = perAnimal(micros);
        double share = (double) count(once, near) / rising.length;
        double sum = 0;
        for (int[] times : draws) {
            double off = (double) count(times, near) / count(times, perAnimal) - share;
            sum += off * off;
        }
        double showing = Arrays.stream(perAnimal).filter(count -> count > 0).count();
        double variance = sum / draws.size() * showing / (showing - 1);
        return share < 1 ? Math.max(1, variance * rising.length / (share * (1 - share))) : 1;
    }

    private static Statistic none() {
        return Statistic.undefined(NO_PAIRS, 0);
    }

    /** @param resampled in microseconds, as the value; becomes seconds */
    private Statistic statistic(double micros, double[] resampled) {
        Arrays.setAll(resampled, i -> resampled[i] / 1e6);
        return animals.bootstrap().statistic(micros / 1e6, rising.length, resampled);
    }

    private double median(int[] times) {
        long count = count(times, perAnimal);
        int i = 0;
        long seen = times[animalOf[0]];
        while (seen < (count + 1) / 2) {
            seen += times[animalOf[++i]];
        }
        double lower = rising[i];
        while (seen < count / 2 + 1) {
            seen += times[animalOf[++i]];
        }
        return (lower + rising[i]) / 2;
    }

    /** The first difference that is not smaller. */
    private int notBelow(double micros) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Walks away from the median to both sides at once, always to the nearer difference. */
    private double mad(int[] times, double median) {
        long count = count(times, perAnimal);
        int right = notBelow(median);
        int left = right - 1;
        long seen = 0;
        double lower = -1;
        while (true) {
            boolean goRight = left < 0 || (right < rising.length && rising[right] - median <= median - rising[left]);
            int next = goRight ? right++ : left--;
            seen += times[animalOf[next]];
            double deviation = Math.abs(rising[next] - median);
            if (lower < 0 && seen >= (count + 1) / 2) {
                lower = deviation;
            }
            if (seen >= count / 2 + 1) {
                return (lower + deviation) / 2;
            }
        }
    }
}
