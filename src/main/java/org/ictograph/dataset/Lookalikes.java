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
 * looked at. Moments that many films share, such as a walk to a corner, fill a bucket; there each is compared only with those next to
 * it in the order of further signs. Two moments that are alike are not yet films that are: only where the seconds around are
 * alike too are the films laid over each other, which costs far more, and for no moment more than a few times. So time
 * grows with the steps and not with their square, also where all cages look alike. Confined to one thread.
 */
final class Lookalikes {
    /** Tables for films of so many steps in all, or more; for fewer there are more, up to the most. */
    private static final int TABLES = 10;

    private static final int MOST_TABLES = 40;
    private static final int MANY_STEPS = 400_000;
    /** So many steps, about, are to meet in a bucket by chance, and never fewer than so many signs make one. */
    private static final int MEETING = 8;

    private static final int FEWEST_BITS = 8;
    /** Signs of a moment: the first make the bucket, all of them the order in it. */
    private static final int SIGNS = 31;
    /** In a bucket a moment is compared with so many that follow, at most. */
    private static final int NEAR = 32;
    /** Comparisons that are remembered, so that few are made twice; a power of two. */
    private static final int REMEMBERED = 1 << 20;

    /** How many half seconds after a step are looked at. */
    private static final int LOOKED = 4;

    private static final int HALF = FilmPrint.HALF_SECOND;
    private static final int DIMENSIONS = LOOKED * FilmPrint.NUMBERS;
    /** Likeness of two moments from which on the seconds around them are looked at. */
    private static final double ALIKE = 0.8;
    /**
     * Likeness of the seconds around from which on the films are laid over each other; each of 28 copies among 80 films of one cage
     * had a moment with 0.9 or more.
     */
    private static final double AROUND_ALIKE = 0.7;
    /** Steps before and after a moment that are looked at for it. */
    private static final int BEFORE = 16;

    private static final int AFTER = 24;
    /** A moment is laid over so many others at most, of which each table has its share. */
    private static final int MOST_LAID = 10;

    /** Progress is told and a cancel heard after so many moments. */
    private static final int TOLD = 1_000;

    private static final String COMPARING = "comparing clips";

    private final List<FilmPrint> films;
    private final Wanted wanted;
    private final long[] starts;
    private final Set<Long> found = new HashSet<>();
    private final long[] tried = new long[REMEMBERED];
    private final List<Pair> pairs = new ArrayList<>();
    private final int[] owners;
    private final byte[] laidOver;
    private long compared;
    private long laid;

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
        owners = new int[Math.toIntExact(starts[films.size()])];
        for (int i = 0; i < films.size(); i++) {
            Arrays.fill(owners, (int) starts[i], (int) starts[i + 1], i);
        }
        laidOver = new byte[owners.length];
    }

    /** How many tables there are for films of so many steps in all. */
    static long tables(long steps) {
        return Math.max(TABLES, Math.min(MOST_TABLES, TABLES * MANY_STEPS / Math.max(1, steps)));
    }

    /**
     * The pairs; each two films once.
     *
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<Pair> pairs(Progress progress) {
        long all = Math.max(1, starts[films.size()]);
        long tables = tables(all);
        int bits = Math.max(FEWEST_BITS, Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, all / MEETING)));
        int further = Integer.SIZE + SIGNS - bits;
        for (int table = 0; table < tables; table++) {
            Progress part = progress.part((double) table / tables, (table + 1.0) / tables);
            part.report(0, COMPARING);
            long[] moments = moments(table, part);
            long most = Math.max(1, MOST_LAID * (table + 1L) / tables);
            int to = 0;
            for (int i = 0; i < moments.length; i++) {
                if (i % TOLD == 0) {
                    part.check();
                    part.report((double) i / moments.length, COMPARING);
                }
                while (to < moments.length && moments[to] >>> further == moments[i] >>> further) {
                    to++;
                }
                neighbours(moments, i, Math.min(to, i + 1 + NEAR), most);
            }
        }
        return List.copyOf(pairs);
    }

    /** How many times two moments were compared; tells how the work grows. */
    long compared() {
        return compared;
    }

    /** How many times two films were laid over each other, which takes far longer. */
    long laid() {
        return laid;
    }

    /** Compares a moment with those that follow it. */
    private void neighbours(long[] moments, int moment, int to, long most) {
        int step = (int) moments[moment];
        int one = owners[step];
        int at = (int) (step - starts[one]);
        for (int j = moment + 1; j < to && laidOver[step] < most; j++) {
            int other = owners[(int) moments[j]];
            if (one != other && wanted.pair(one, other)) {
                int bt = (int) ((int) moments[j] - starts[other]);
                laidOver[step] += (byte) (one < other ? compare(one, at, other, bt) : compare(other, bt, one, at));
            }
        }
    }

    /** How many times the films were laid over each other for it. */
    private int compare(int one, int at, int other, int bt) {
        FilmPrint a = films.get(one);
        FilmPrint b = films.get(other);
        compared++;
        if (!PrintMatch.longEnough(a, b, at - bt, at)
                || a.likeness(at, b, bt, 0, LOOKED * HALF) < ALIKE
                || a.likeness(at, b, bt, -LOOKED * HALF, LOOKED * HALF) < AROUND_ALIKE
                || a.likeness(at, b, bt, -BEFORE, AFTER) < AROUND_ALIKE) {
            return 0;
        }
        long before = laid;
        long key = (long) one << Integer.SIZE | other;
        for (int lag = at - bt - 1; lag <= at - bt + 1 && !found.contains(key); lag++) {
            if (isNew(key * 31 + PrintMatch.from(lag, at) / HALF * 1_000_003L + lag)) {
                laid++;
                verify(one, other, PrintMatch.at(a, b, lag, at));
            }
        }
        return (int) (laid - before);
    }

    private void verify(int one, int other, Optional<PrintMatch> match) {
        long count = films.size();
        if (match.isPresent() && match.get().copy(count * (count - 1) / 2)) {
            found.add((long) one << Integer.SIZE | other);
            pairs.add(new Pair(one, other, match.get()));
        }
    }

    /** False for what is remembered; each forgets what had its place. */
    private boolean isNew(long comparison) {
        int place = (int) new SplitMix(comparison).next() & REMEMBERED - 1;
        boolean isNew = tried[place] != comparison;
        tried[place] = comparison;
        return isNew;
    }

    /** Signs and place of every step at which something happens, sorted. */
    private long[] moments(int table, Progress progress) {
        double[][] projections = projections(table);
        long[] moments = new long[owners.length];
        int count = 0;
        double[] change = new double[DIMENSIONS];
        for (int number = 0; number < films.size(); number++) {
            FilmPrint film = films.get(number);
            progress.check();
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
        double[] sums = new double[SIGNS];
        for (int i = 0; i < DIMENSIONS; i++) {
            for (int sign = 0; sign < SIGNS; sign++) {
                sums[sign] += projections[i][sign] * change[i];
            }
        }
        long signs = 0;
        for (double sum : sums) {
            signs = signs << 1 | (sum > 0 ? 1 : 0);
        }
        return signs;
    }

    /** Directions by chance, the same for ever: each number is the sum of four even ones, near enough to a normal one. */
    private static double[][] projections(int table) {
        SplitMix random = new SplitMix(table);
        double[][] projections = new double[DIMENSIONS][SIGNS];
        for (int sign = 0; sign < SIGNS; sign++) {
            for (double[] projection : projections) {
                for (int k = 0; k < 4; k++) {
                    projection[sign] += (random.next() >> 11) * 0x1.0p-53;
                }
            }
        }
        return projections;
    }
}
