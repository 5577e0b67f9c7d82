package org.ictograph.localizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.ictograph.model.Box;
import org.junit.jupiter.api.Test;

/** A grey picture of 152 × 80 pixels in which one patch of 16 × 16 pixels changes its brightness. */
class CageWatchTest {
    private static final int WIDTH = 152;
    private static final int HEIGHT = 80;
    private static final int SECONDS = 8;

    @Test
    void fiveHertzIsNearlyAllRhythm() {
        CageMotion.Moment moment = middle(watch(30, t -> 30 * Math.sin(2 * Math.PI * 5 * t), 0));
        assertTrue(moment.rhythmic() / moment.total() > 0.85, moment.toString());
        assertTrue(moment.energy() > 0);
    }

    @Test
    void oneHertzIsSlowMotion() {
        CageMotion.Moment moment = middle(watch(30, t -> 30 * Math.sin(2 * Math.PI * t), 0));
        assertTrue(moment.rhythmic() / moment.total() < 0.02, moment.toString());
        assertTrue(moment.slow() / moment.total() > 0.6, moment.toString());
    }

    @Test
    void passingOnceIsNoRhythm() {
        CageMotion.Moment moment = middle(watch(30, t -> t > 3.5 && t < 4.5 ? 60 : 0, 0));
        assertTrue(moment.rhythmic() / moment.total() < 0.1, moment.toString());
    }

    @Test
    void theNoiseOfACameraIsNothing() {
        CageMotion.Moment moment = middle(watch(30, t -> 0, 2));
        assertEquals(0, moment.total());
        assertEquals(0, moment.energy(), 0.001);
    }

    @Test
    void aSwitchedLightIsNoMotion() {
        CageWatch watch = new CageWatch(grid(Optional.empty()), 8, 2);
        for (int frame = 0; frame < SECONDS * 30; frame++) {
            byte[] luma = new byte[WIDTH * HEIGHT];
            Arrays.fill(luma, (byte) (frame < 120 ? 150 : 70));
            watch.see(frame * 1_000_000L / 30, luma);
        }
        for (CageMotion.Moment moment : watch.finish(SECONDS * 1_000_000L).moments()) {
            assertEquals(0, moment.energy(), 1e-6);
            assertEquals(0, moment.total(), 1e-6);
        }
    }

    @Test
    void whatChangedOverAGapIsNoMotion() {
        CageWatch watch = new CageWatch(grid(Optional.empty()), 8, 2);
        show(watch, 30, t -> 0, 0);
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int frame = 0; frame < SECONDS * 30; frame++) {
            for (int at = 0; at < luma.length; at++) {
                luma[at] = (byte) (at % WIDTH < 70 ? 30 : 120);
            }
            long micros = 60_000_000 + frame * 1_000_000L / 30;
            if (frame == 0) {
                watch.resume(micros, luma);
            } else {
                watch.see(micros, luma);
            }
        }
        CageMotion motion = watch.finish(68_000_000);
        assertEquals(68 * 4, motion.moments().size());
        for (CageMotion.Moment moment : motion.moments()) {
            assertEquals(0, moment.energy(), 1e-6);
            assertEquals(0, moment.total(), 1e-6);
        }
    }

    @Test
    void otherRatesMeasureTheSame() {
        DoubleUnaryOperator wave = t -> 30 * Math.sin(2 * Math.PI * 4 * t);
        double thirty = middle(watch(30, wave, 0)).rhythmic();
        double sixty = middle(watch(60, wave, 0)).rhythmic();
        double twentyFive = middle(watch(25, wave, 0)).rhythmic();
        assertEquals(1, sixty / thirty, 0.25);
        assertEquals(1, twentyFive / thirty, 0.25);
    }

    @Test
    void momentsCoverTheRecording() {
        assertEquals(SECONDS * 4, watch(30, t -> 0, 0).moments().size());
    }

    @Test
    void aMaskedPatchIsNotSeen() {
        CageWatch watch = new CageWatch(grid(Optional.of(new Box(40, 40, 16, 16))), 8, 2);
        show(watch, 30, t -> 30 * Math.sin(2 * Math.PI * 5 * t), 0);
        assertEquals(0, middle(watch.finish(SECONDS * 1_000_000L)).total());
    }

    private static CageMotion.Moment middle(CageMotion motion) {
        return motion.moments().get(motion.moments().size() / 2);
    }

    private static CageMotion watch(int rate, DoubleUnaryOperator patch, double noise) {
        CageWatch watch = new CageWatch(grid(Optional.empty()), 8, 2);
        show(watch, rate, patch, noise);
        return watch.finish(SECONDS * 1_000_000L);
    }

    private static BlockGrid grid(Optional<Box> mask) {
        return new BlockGrid(new Box(0, 0, WIDTH, HEIGHT), mask, WIDTH);
    }

    private static void show(CageWatch watch, int rate, DoubleUnaryOperator patch, double noise) {
        Random random = new Random(1);
        for (int frame = 0; frame < SECONDS * rate; frame++) {
            byte[] luma = new byte[WIDTH * HEIGHT];
            double bright = patch.applyAsDouble((double) frame / rate);
            for (int at = 0; at < luma.length; at++) {
                boolean inPatch = at % WIDTH >= 40 && at % WIDTH < 56 && at / WIDTH >= 40 && at / WIDTH < 56;
                luma[at] = (byte) Math.round(120 + (inPatch ? bright : 0) + noise * random.nextGaussian());
            }
            watch.see(Math.round(frame * 1e6 / rate), luma);
        }
    }
}
