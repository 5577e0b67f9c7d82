package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.ictograph.model.ScoreTrack;
import org.junit.jupiter.api.Test;

class CurvePyramidTest {
    @Test
    void hasTheExtremesOfEveryPiece() {
        Random random = new Random(3);
        for (int size : new int[] {1, 2, 3, 17, 100}) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextFloat();
            }
            CurvePyramid pyramid = new CurvePyramid(0, 10, values);
            for (int from = 0; from < size; from++) {
                float least = Float.MAX_VALUE;
                float greatest = -Float.MAX_VALUE;
                for (int to = from; to < size; to++) {
                    least = Math.min(least, values[to]);
                    greatest = Math.max(greatest, values[to]);
                    assertEquals(new CurvePyramid.Range(least, greatest), pyramid.range(from * 10L, to * 10L + 10));
                }
            }
        }
    }

    @Test
    void aValueHoldsForOneStep() {
        ScoreTrack track =
                new ScoreTrack(UUID.randomUUID(), UUID.randomUUID(), "seizure", 1000, 100, List.of(0.1f, 0.9f));
        CurvePyramid pyramid = CurvePyramid.of(track);
        assertTrue(pyramid.range(0, 1000).isEmpty());
        assertEquals(new CurvePyramid.Range(0.1f, 0.1f), pyramid.range(1050, 1051));
        assertEquals(new CurvePyramid.Range(0.1f, 0.9f), pyramid.range(1050, 1101));
        assertTrue(pyramid.range(1200, 5000).isEmpty());
        assertEquals(new CurvePyramid.Range(0.1f, 0.9f), pyramid.whole());
    }
}
