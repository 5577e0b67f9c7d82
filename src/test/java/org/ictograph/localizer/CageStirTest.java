package org.ictograph.localizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
