package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ictograph.work.Progress;

/**
 * Finds films that show the same, among many: each step at which something happens is thrown into a bucket by the signs of some
 * projections of what happens in the seconds after it, and only what meets in a bucket is compared, so that most pairs are never
 * looked at. Confined to one thread.
 */
final class Lookalikes {
    /** Tables for films of so many steps in all, or more; for fewer there are more, up to the most. */
    private static final int TABLES = 10;

    private static final int MOST_TABLES = 40;
    private static final int MANY_STEPS = 400_000;
    /** So many steps, about, are to meet in a bucket by chance, and never fewer than so many signs make one. */
    private static final int MEETING = 8;

    private static final int FEWEST_BITS = 8;
    /** How many half seconds after a step are looked at. */
    private static final int LOOKED = 4;

    private static final int HALF = 2;
    private static final int DIMENSIONS = LOOKED * FilmPrint.NUMBERS;
    /** Likeness of two moments from which on the films around them are compared. */
    private static final double ALIKE = 0.8;

    private final List<FilmPrint> films;
    private final Wanted wanted;
    private final long[] starts;
    private final Set<Long> found = new HashSet<>();
    private final Set<Long> tried = new HashSet<>();
    private final List<Pair> pairs = new ArrayList<>();

    /** Two films that show the same; their numbers, the lower first. */
    record Pair(int one, int other, PrintMatch match) {}

    /** Which pairs of films are to be compared. */
    @FunctionalInterface
    interface Wanted {
        boolean pair(int one, int other);
    }

    Lookalikes(List<FilmPrint> films, Wanted wanted) {
        this.films = List.copyOf(films);
        this.wanted = wanted;
        starts = new long[films.size() + 1];
        for (int i = 0; i < films.size(); i++) {
            starts[i + 1] = starts[i] + films.get(i).steps();
        }
    }

    /**
     * The pairs; each two films once.
     *
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<Pair> pairs(Progress progress) {
        long all = Math.max(1, starts[films.size()]);
        long tables = Math.max(TABLES, Math.min(MOST_TABLES, TABLES * MANY_STEPS / all));
        for (int table = 0; table < tables; table++) {
            progress.report((double) table / tables, "comparing films");
            long[] moments = moments(table);
            int from = 0;
            for (int to = 1; to <= moments.length; to++) {
                if (to == moments.length || moments[to] >>> Integer.SIZE != moments[from] >>> Integer.SIZE) {
                    progress.check();
                    bucket(moments, from, to);
                    from = to;
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** Compares what lies in one bucket; moments there are in the order of films. */
    private void bucket(long[] moments, int from, int to) {
        for (int i = from; i < to; i++) {
            int one = film((int) moments[i]);
            int at = (int) ((int) moments[i] - starts[one]);
            for (int j = i + 1; j < to; j++) {
                int other = film((int) moments[j]);
                if (one != other && wanted.pair(one, other)) {
                    compare(one, at, other, (int) ((int) moments[j] - starts[other]));
                }
            }
        }
    }

    private void compare(int one, int at, int other, int bt) {
        long key = (long) one << Integer.SIZE | other;
        FilmPrint a = films.get(one);
        FilmPrint b = films.get(other);
        if (found.contains(key) || !alike(a, at, b, bt) || !tried.add(key * 31 + at / HALF * 1_000_003L + at - bt)) {
            return;
        }
        long count = films.size();
        for (int lag = at - bt - 1; lag <= at - bt + 1; lag++) {
            Optional<PrintMatch> match = PrintMatch.at(a, b, lag, at);
            if (match.isPresent() && match.get().copy(count * (count - 1) / 2)) {
                found.add(key);
                pairs.add(new Pair(one, other, match.get()));
                return;
            }
        }
    }

    private int film(int moment) {
        int at = Arrays.binarySearch(starts, moment);
        return at < 0 ? -at - 2 : at;
    }

    private static boolean alike(FilmPrint a, int at, FilmPrint b, int bt) {
        double both = 0;
        double mine = 0;
        double theirs = 0;
        for (int t = 0; t < LOOKED * HALF; t += HALF) {
            for (int i = 0; i < FilmPrint.NUMBERS; i++) {
                double one = a.value(at + t + HALF, i) - a.value(at + t, i);
                double other = b.value(bt + t + HALF, i) - b.value(bt + t, i);
                both += one * other;
                mine += one * one;
                theirs += other * other;
            }
        }
        return both >= ALIKE * Math.sqrt(mine * theirs);
    }

    /** Bucket and place of every step at which something happens, sorted. */
    private long[] moments(int table) {
        int most = Integer.highestOneBit((int) Math.min(1 << 30, starts[films.size()] / MEETING) | 1);
        int bits = Math.max(FEWEST_BITS, Integer.numberOfTrailingZeros(most));
        double[][] projections = projections(table, bits);
        long[] moments = new long[Math.toIntExact(starts[films.size()])];
        int count = 0;
        double[] change = new double[DIMENSIONS];
        for (int number = 0; number < films.size(); number++) {
            FilmPrint film = films.get(number);
            for (int t = 0; t + LOOKED * HALF < film.steps(); t++) {
                double square = 0;
                for (int i = 0; i < DIMENSIONS; i++) {
                    int then = t + i / FilmPrint.NUMBERS * HALF;
                    int which = i % FilmPrint.NUMBERS;
                    change[i] = film.value(then + HALF, which) - film.value(then, which);
                    square += change[i] * change[i];
                }
                if (square >= PrintMatch.STIR * PrintMatch.STIR) {
                    moments[count++] = signs(projections, change) << Integer.SIZE | starts[number] + t;
                }
            }
        }
        long[] used = Arrays.copyOf(moments, count);
        Arrays.sort(used);
        return used;
    }

    private static long signs(double[][] projections, double[] change) {
        long signs = 0;
        for (double[] projection : projections) {
            double sum = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                sum += projection[i] * change[i];
            }
            signs = signs << 1 | (sum > 0 ? 1 : 0);
        }
        return signs;
    }

    /** Directions by chance, the same for ever: each number is the sum of four even ones, near enough to a normal one. */
    private static double[][] projections(int table, int bits) {
        SplitMix random = new SplitMix(table);
        double[][] projections = new double[bits][DIMENSIONS];
        for (double[] projection : projections) {
            for (int i = 0; i < DIMENSIONS; i++) {
                for (int k = 0; k < 4; k++) {
                    projection[i] += (random.next() >> 11) * 0x1.0p-53;
                }
            }
        }
        return projections;
    }
}
