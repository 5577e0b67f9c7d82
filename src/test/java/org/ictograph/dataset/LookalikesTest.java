package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.ictograph.model.Box;
import org.ictograph.model.Span;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;

/** Prints of films that are drawn, not encoded; {@code -Dlooks.clips=50000} compares as many clips as the largest data sets have. */
class LookalikesTest {
    private static final int CLIPS = Integer.getInteger("looks.clips", 200);
    private static final int SIDE = 16;
    private static final int STEPS = 40;

    /** Ten seconds of a spot of light that wanders, from a step of a wandering on; every tenth picture of the cage is dark. */
    private static FilmPrint film(long seed, long from, int steps, double light) {
        return film(seed, 0, from, steps, light);
    }

    /**
     * @param common first steps, which all films share
     */
    private static FilmPrint film(long seed, int common, long from, int steps, double light) {
        Random shared = new Random(77);
        Random own = new Random(seed);
        FilmPrint.Maker maker = new FilmPrint.Maker(from * FilmPrint.STEP);
        byte[] picture = new byte[SIDE * SIDE];
        double x = 8;
        double y = 8;
        for (long step = 0; step < from + steps; step++) {
            Random random = step < common ? shared : own;
            x = Math.max(2, Math.min(SIDE - 3, x + random.nextGaussian()));
            y = Math.max(2, Math.min(SIDE - 3, y + random.nextGaussian()));
            for (int i = 0; step >= from && i < picture.length; i++) {
                int row = i / SIDE;
                double far = Math.hypot(i % SIDE - x, row - y);
                picture[i] = (byte) (light * (80 + i % 5 * 10 + 120 * Math.exp(-far * far / 6)));
            }
            if (step >= from) {
                maker.see(step * FilmPrint.STEP, picture, SIDE, new Box(0, 0, SIDE, SIDE));
            }
        }
        return maker.print();
    }

    private static List<Lookalikes.Pair> pairs(List<FilmPrint> films) {
        return new Lookalikes(films, (a, b) -> true).pairs(Progress.NONE);
    }

    @Test
    void aDarkerCopyThatBeginsLaterIsFoundAtItsPlace() {
        List<Lookalikes.Pair> pairs =
                pairs(List.of(film(1, 0, 80, 1), film(2, 0, 80, 1), film(1, 20, 80, 0.7), film(3, 0, 80, 1)));
        assertEquals(1, pairs.size());
        assertEquals(0, pairs.get(0).one());
        assertEquals(2, pairs.get(0).other());
        assertEquals(20, pairs.get(0).match().lag());
        assertTrue(pairs.get(0).match().correlation() > 0.95, pairs.toString());
    }

    @Test
    void whatNeedNotBeComparedIsNot() {
        List<FilmPrint> films = List.of(film(1, 0, 80, 1), film(1, 0, 80, 0.7));
        assertEquals(1, pairs(films).size());
        assertEquals(List.of(), new Lookalikes(films, (a, b) -> false).pairs(Progress.NONE));
    }

    @Test
    void aCageInWhichNothingHappensIsLikeNoOther() {
        byte[] picture = new byte[SIDE * SIDE];
        List<FilmPrint> films = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            Random noise = new Random(n);
            FilmPrint.Maker maker = new FilmPrint.Maker(0);
            for (int step = 0; step < 240; step++) {
                for (int i = 0; i < picture.length; i++) {
                    picture[i] = (byte) (80 + i % 7 * 10 + noise.nextInt(3));
                }
                maker.see(step * FilmPrint.STEP, picture, SIDE, new Box(0, 0, SIDE, SIDE));
            }
            films.add(maker.print());
        }
        assertEquals(List.of(), pairs(films));
    }

    @Test
    void piecesThatFollowEachOtherAreOneFilm() {
        List<FilmPrint> films = FilmPrint.joined(
                List.of(film(1, 0, 40, 1), film(1, 40, 40, 1), film(1, 60, 40, 1), film(1, 120, 40, 1)));
        assertEquals(List.of(0L, 120L), films.stream().map(FilmPrint::first).toList());
        assertEquals(List.of(100, 40), films.stream().map(FilmPrint::steps).toList());
        assertEquals(25 * Span.SECOND, films.get(0).steps() * FilmPrint.STEP);
    }

    /** Comparisons among so many films that all begin alike, and of which the first and the last are the same film. */
    private static long compared(int count) {
        List<FilmPrint> films = new ArrayList<>();
        for (int i = 0; i < count - 1; i++) {
            films.add(film(1_000 + i, 16, 0, STEPS, 1));
        }
        films.add(film(1_000, 16, 0, STEPS, 0.8));
        Lookalikes lookalikes = new Lookalikes(films, (a, b) -> true);
        List<Lookalikes.Pair> pairs = lookalikes.pairs(Progress.NONE);
        assertTrue(pairs.stream().anyMatch(pair -> pair.one() == 0 && pair.other() == count - 1));
        return lookalikes.compared();
    }

    @Test
    void twiceAsManyFilmsWithACommonMomentAreTwiceTheWork() {
        long once = compared(200);
        long twice = compared(400);
        assertTrue(once > 0 && twice < 2.5 * once, twice + " comparisons instead of " + once);
    }

    /** A spot of light that runs straight at one of a few speeds and turns every second and a half: all films of it are alike. */
    private static FilmPrint running(long seed, int steps) {
        Random random = new Random(seed);
        FilmPrint.Maker maker = new FilmPrint.Maker(0);
        byte[] picture = new byte[SIDE * SIDE];
        double x = random.nextInt(SIDE);
        double y = random.nextInt(SIDE);
        int across = 0;
        int down = 0;
        for (int step = 0; step < steps; step++) {
            if (step % 6 == 0) {
                across = random.nextInt(3) - 1;
                down = random.nextInt(3) - 1;
            }
            x = Math.max(2, Math.min(SIDE - 3, x + across));
            y = Math.max(2, Math.min(SIDE - 3, y + down));
            for (int i = 0; i < picture.length; i++) {
                int row = i / SIDE;
                double far = Math.hypot(i % SIDE - x, row - y);
                picture[i] = (byte) (80 + i % 5 * 10 + 120 * Math.exp(-far * far / 6));
            }
            maker.see(step * FilmPrint.STEP, picture, SIDE, new Box(0, 0, SIDE, SIDE));
        }
        return maker.print();
    }

    @Test
    void aStepIsLaidOverFewOthersWhereAllCagesLookAlike() {
        int steps = 480;
        for (int count : List.of(8, 16, 32)) {
            List<FilmPrint> films = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                films.add(running(i, steps));
            }
            films.add(running(0, steps));
            Lookalikes lookalikes = new Lookalikes(films, (a, b) -> true);
            List<Lookalikes.Pair> pairs = lookalikes.pairs(Progress.NONE);
            System.out.printf("%d steps alike: laid %d%n", steps * count, lookalikes.laid());
            assertTrue(pairs.stream().anyMatch(pair -> pair.one() == 0 && pair.other() == count), pairs.toString());
            assertTrue(lookalikes.laid() <= 10L * steps * count, count + " films: " + lookalikes.laid());
        }
    }

    @Test
    void comparingTellsHowFarItIsAndEndsWhenCancelled() {
        List<FilmPrint> films = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            films.add(running(i, 120));
        }
        List<Double> told = new ArrayList<>();
        boolean[] cancelled = new boolean[1];
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String what) {
                assertEquals("comparing clips", what);
                told.add(fraction);
                cancelled[0] |= fraction > 0.5;
            }

            @Override
            public boolean cancelled() {
                return cancelled[0];
            }
        };
        Lookalikes lookalikes = new Lookalikes(films, (a, b) -> true);
        assertThrows(CancellationException.class, () -> lookalikes.pairs(progress));
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(told.size() > 60, told.size() + " times");
        assertTrue(told.get(told.size() - 1) < 0.6, "went on to " + told.get(told.size() - 1));
    }

    @Test
    void manyClipsAreComparedInAMoment() {
        List<FilmPrint> films = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            films.add(film(1_000 + i, 0, STEPS, 1));
        }
        films.add(film(1_000 + CLIPS / 2, 0, STEPS, 0.8));
        long begun = System.nanoTime();
        List<Lookalikes.Pair> pairs = pairs(films);
        System.out.printf("%d clips compared in %.1f s: %s%n", CLIPS, (System.nanoTime() - begun) / 1e9, pairs);
        assertEquals(
                List.of(List.of(CLIPS / 2, CLIPS)),
                pairs.stream().map(pair -> List.of(pair.one(), pair.other())).toList());
    }
}
