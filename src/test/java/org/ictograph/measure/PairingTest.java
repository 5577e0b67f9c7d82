package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class PairingTest {
    /** sed_eval's case: onsets within 0.25 s; taking the first that fits depends on the order, the optimum does not. */
    @Test
    void findsBothPairsInEveryOrder() {
        List<Span> reference = List.of(seconds(1, 3), seconds(1.5, 3));
        List<Span> detected = List.of(seconds(1.25, 3), seconds(1.75, 3));
        Likeness within = Likeness.closeness(500_000);
        for (List<Span> a : List.of(reference, reversed(reference))) {
            for (List<Span> b : List.of(detected, reversed(detected))) {
                assertEquals(2, matched(a, b, within, 0.5));
            }
        }
    }

    /** Point events of BORIS issue 228: differences of 1.300, 0.997 and 0.249 s. */
    @Test
    void matchesPointsWithinATolerance() {
        List<Span> a = List.of(point(155.105), point(169.855), point(264.855));
        List<Span> b = List.of(point(156.405), point(170.852), point(264.606));
        assertEquals(3, matched(a, b, Likeness.closeness(4_000_000), 0.5));
        assertEquals(2, matched(a, b, Likeness.closeness(2_000_000), 0.5));
        assertEquals(0, matched(a, b, Likeness.closeness(400_000), 0.5));
    }

    @Test
    void prefersMorePairsToOneGoodPair() {
        List<Span> a = List.of(new Span(0, 100), new Span(60, 160));
        List<Span> b = List.of(new Span(50, 150), new Span(110, 210));
        // The best single pair is (60–160, 50–150); taking it would leave both others alone.
        assertArrayEquals(new int[] {0, 1}, Pairing.of(a, b, Likeness.overlap(), 0.3));
    }

    @Test
    void amongEquallyManyPairsTakesTheMostAlike() {
        List<Span> a = List.of(new Span(0, 100));
        List<Span> b = List.of(new Span(0, 60), new Span(0, 90), new Span(0, 70));
        assertArrayEquals(new int[] {1}, Pairing.of(a, b, Likeness.overlap(), 0.5));
    }

    @Test
    void aLikenessEqualToTheThresholdIsEnough() {
        List<Span> a = List.of(new Span(0, 10));
        assertEquals(1, matched(a, List.of(new Span(0, 5)), Likeness.overlap(), 0.5));
        assertEquals(0, matched(a, List.of(new Span(0, 4)), Likeness.overlap(), 0.5));
        assertEquals(0, matched(a, List.of(), Likeness.overlap(), 0.5));
    }

    @Test
    void isAsGoodAsTryingEverything() {
        Random random = new Random(5);
        for (int trial = 0; trial < 300; trial++) {
            List<Span> a = anySpans(random);
            List<Span> b = anySpans(random);
            int[] partners = Pairing.of(a, b, Likeness.overlap(), 0.3);
            double value = 0;
            for (int i = 0; i < a.size(); i++) {
                value += partners[i] < 0 ? 0 : 100 + a.get(i).iou(b.get(partners[i]));
            }
            assertEquals(bestOfAll(a, b, 0, 0), value, 1e-9);
        }
    }

    @Test
    void swappingTheSidesKeepsThePairs() {
        Random random = new Random(6);
        for (int trial = 0; trial < 300; trial++) {
            List<Span> a = anySpans(random);
            List<Span> b = anySpans(random);
            assertEquals(pairs(a, b, false), pairs(b, a, true));
        }
    }

    @Test
    void aLooserThresholdNeverLosesPairs() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            List<Span> a = anySpans(random);
            List<Span> b = anySpans(random);
            int before = 0;
            for (double threshold = 1; threshold > 0.05; threshold -= 0.1) {
                int now = matched(a, b, Likeness.overlap(), threshold);
                assertTrue(now >= before);
                before = now;
            }
        }
    }

    private static double bestOfAll(List<Span> a, List<Span> b, int i, int taken) {
        if (i == a.size()) {
            return 0;
        }
        double best = bestOfAll(a, b, i + 1, taken);
        for (int j = 0; j < b.size(); j++) {
            double iou = a.get(i).iou(b.get(j));
            if ((taken & 1 << j) == 0 && iou >= 0.3) {
                best = Math.max(best, 100 + iou + bestOfAll(a, b, i + 1, taken | 1 << j));
            }
        }
        return best;
    }

    private static List<List<Span>> pairs(List<Span> a, List<Span> b, boolean swap) {
        int[] partners = Pairing.of(a, b, Likeness.overlap(), 0.3);
        List<List<Span>> pairs = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            if (partners[i] >= 0) {
                Span other = b.get(partners[i]);
                pairs.add(swap ? List.of(other, a.get(i)) : List.of(a.get(i), other));
            }
        }
        pairs.sort((p, q) -> p.toString().compareTo(q.toString()));
        return pairs;
    }

    private static int matched(List<Span> a, List<Span> b, Likeness likeness, double threshold) {
        int matched = 0;
        for (int partner : Pairing.of(a, b, likeness, threshold)) {
            matched += partner >= 0 ? 1 : 0;
        }
        return matched;
    }

    private static List<Span> anySpans(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            long start = random.nextInt(40);
            spans.add(new Span(start, start + 5 + random.nextInt(30)));
        }
        return spans;
    }

    private static List<Span> reversed(List<Span> spans) {
        return List.of(spans.get(1), spans.get(0));
    }

    private static Span seconds(double start, double end) {
        return new Span(Math.round(start * Span.SECOND), Math.round(end * Span.SECOND));
    }

    private static Span point(double second) {
        long at = Math.round(second * Span.SECOND);
        return new Span(at, at + 1);
    }
}
