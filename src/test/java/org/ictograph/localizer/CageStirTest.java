package org.ictograph.localizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.ictograph.model.Box;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/** A picture whose left third is dark or bright; everything else stays as it is. */
class CageStirTest {
    private static final int WIDTH = 152;
    private static final int HEIGHT = 80;

    private static byte[] picture(int left) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int at = 0; at < luma.length; at++) {
            luma[at] = (byte) (at % WIDTH < 50 ? left : 120);
        }
        return luma;
    }

    /** Two seconds before and two after a hole of two; the picture changes over the hole. */
    private static double[] seen(SpanSet gaps) {
        BlockGrid grid = new BlockGrid(new Box(0, 0, WIDTH, HEIGHT), Optional.empty(), WIDTH);
        CageStir stir = new CageStir(grid, 8, 6, 0, 24, gaps);
        for (long micros = 0; micros < 6_000_000; micros += 125_000) {
            if (micros < 2_000_000 || micros >= 4_000_000) {
                stir.see(micros, picture(micros < 2_000_000 ? 30 : 200));
            }
        }
        double[] means = new double[24];
        stir.copyTo(means);
        return means;
    }

    @Test
    void whatChangedOverAGapIsNoMotion() {
        double[] means = seen(SpanSet.of(new Span(2_000_000, 4_000_000)));
        for (double mean : means) {
            assertEquals(0, mean);
        }
    }

    @Test
    void whatChangedBetweenTwoFramesIsMotion() {
        assertTrue(seen(SpanSet.EMPTY)[16] > 10);
    }

    /** A hundred blocks of 4 × 4 pixels, of which one stirs more than the others. */
    private static byte[] corner(int everywhere, int corner) {
        byte[] luma = new byte[40 * 40];
        Arrays.fill(luma, (byte) (100 + everywhere));
        for (int y = 0; y < 4; y++) {
            Arrays.fill(luma, y * 40, y * 40 + 4, (byte) (100 + everywhere + corner));
        }
        return luma;
    }

    @Test
    void countsWhatMovesAboveNoiseAndLightInItsOwnStep() {
        // Noise of 4 steps in a pixel is 1 in the mean of a block.
        BlockGrid grid = new BlockGrid(new Box(0, 0, 40, 40), Optional.empty(), 40);
        CageStir stir = new CageStir(grid, 4, 20, 1, 4, SpanSet.EMPTY);
        stir.see(250_000, corner(0, 0));
        stir.see(375_000, corner(0, 0));
        stir.see(500_000, corner(0, 11)); // one block of a hundred changes by 11, of which 1 is noise
        stir.see(625_000, corner(10, 11)); // the light fades everywhere: nothing moves
        stir.see(750_000, corner(50, 31)); // the light is switched: nothing can be said
        double[] means = new double[5];
        stir.copyTo(means);
        // Steps 1 to 4 belong to this stretch; step 4 has no pair of its own.
        assertArrayEquals(new double[] {0, 0, 0.1 / 2, 0, 0}, means, 1e-6);
    }
}
