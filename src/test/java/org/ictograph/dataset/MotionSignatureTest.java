package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongToDoubleFunction;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** A copy is known again by its motion, and nobody else. */
class MotionSignatureTest {
    private static final double CERTAIN = MotionSignature.certain(1);

    private static final UUID CAGE = Colony.id("cage");
    private static final long BIN = Span.SECOND / 2;

    /** Bouts of some seconds with rests between them, over a slow swing that all share. */
    private static double[] life(long seed, int seconds) {
        Random random = new Random(seed);
        double[] life = new double[seconds * 4];
        int i = 0;
        while (i < life.length) {
            double height = random.nextDouble() < 0.5 ? 0.05 : 0.2 + 0.6 * random.nextDouble();
            for (int left = 2 + random.nextInt(40); left > 0 && i < life.length; left--, i++) {
                life[i] = height + 0.05 * random.nextGaussian() + 0.2 * Math.sin(i / 2_000.0);
            }
        }
        return life;
    }

    private static MotionMeter meter(LongToDoubleFunction at) {
        return (cage, span) -> OptionalDouble.of(
                (at.applyAsDouble(span.start()) + at.applyAsDouble(span.start() + span.length() / 2)) / 2);
    }

    private static double at(double[] life, double quarter) {
        return life[(int) Math.max(0, Math.min(life.length - 1, quarter))];
    }

    private static Optional<MotionSignature> signature(LongToDoubleFunction at, int seconds) {
        return MotionSignature.of(meter(at), CAGE, seconds * Span.SECOND, BIN);
    }

    @Test
    void aNoisyShiftedCopyIsFoundWithItsShift() {
        double[] life = life(1, 600);
        Random noise = new Random(2);
        MotionSignature one =
                signature(micros -> at(life, micros / 250_000.0), 600).orElseThrow();
        MotionSignature copy = signature(
                        micros -> at(life, micros / 250_000.0 + 29.5) * 0.7 + 0.05 * noise.nextGaussian(), 500)
                .orElseThrow();
        MotionSignature.Match match = one.copy(copy, CERTAIN).orElseThrow();
        assertEquals(7_375_000.0, (double) match.shiftMicros(), 500_000.0);
        assertEquals(-match.shiftMicros(), copy.copy(one, CERTAIN).orElseThrow().shiftMicros());
    }

    @Test
    void moreIsAskedWhereManyPairsAreCompared() {
        assertEquals(4.5, CERTAIN);
        assertEquals(4.5, MotionSignature.certain(6_240));
        // sqrt(4.5 ** 2 + 2 * math.log(320_000 / 6_240)), Python 3.11
        assertEquals(5.303271, MotionSignature.certain(320_000), 1e-6);
    }

    @Test
    void anOverlapOfAThirdIsFound() {
        double[] life = life(3, 900);
        MotionSignature one =
                signature(micros -> at(life, micros / 250_000.0), 500).orElseThrow();
        MotionSignature late =
                signature(micros -> at(life, micros / 250_000.0 + 1_332), 500).orElseThrow();
        assertEquals(
                333_000_000.0, (double) one.copy(late, CERTAIN).orElseThrow().shiftMicros(), 500_000.0);
    }

    @Test
    void strangersAreNotTakenForCopies() {
        for (int i = 0; i < 200; i++) {
            double[] a = life(100 + i, 300);
            double[] b = life(5_000 + i, 400);
            MotionSignature one =
                    signature(micros -> at(a, micros / 250_000.0), 300).orElseThrow();
            MotionSignature two =
                    signature(micros -> at(b, micros / 250_000.0), 400).orElseThrow();
            assertEquals(Optional.empty(), one.copy(two, CERTAIN));
        }
    }

    @Test
    void whatIsShortOrStillTellsNothing() {
        assertEquals(Optional.empty(), signature(micros -> micros % 7, 23));
        assertEquals(Optional.empty(), signature(micros -> 0.5, 600));
        assertEquals(Optional.empty(), MotionSignature.of(MotionMeter.NOT_MEASURED, CAGE, 600 * Span.SECOND, BIN));
        assertTrue(MotionSignature.bin(36_000 * Span.SECOND) >= 4 * Span.SECOND);
        assertEquals(BIN, MotionSignature.bin(600 * Span.SECOND));
    }
}
