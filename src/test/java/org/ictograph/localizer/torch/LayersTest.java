package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void piecesAreWhatTheWholeIs() throws Exception {
        try (NDManager manager = Golden.torch().manager()) {
            NDArray x = manager.arange(24f).reshape(2, 6, 2);
            List<Shape> seen = new ArrayList<>();
            NDArray y = Layers.inPieces(x, 1, Layers.AT_ONCE / 4, some -> {
                seen.add(some.getShape());
                return some.mul(some);
            });
            assertEquals(List.of(new Shape(2, 4, 2), new Shape(2, 2, 2)), seen);
            assertArrayEquals(x.mul(x).toFloatArray(), y.toFloatArray());
            assertEquals(x.getShape(), y.getShape());
        }
    }

    @Test
    void gradientsGoThroughPieces() throws Exception {
        try (NDManager manager = Golden.torch().manager()) {
            NDArray x = Layers.array(manager, new float[] {1, 2, 3, 4, 5}, 5);
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(Layers.inPieces(x, 0, Layers.AT_ONCE / 2, some -> some.mul(some))
                        .sum());
            }
            assertArrayEquals(new float[] {2, 4, 6, 8, 10}, x.getGradient().toFloatArray());
        }
    }

    /** So long that not all queries are scored at once; against the formula in double precision. */
    @Test
    void attentionOverManyTokensIsThatOfTheFormula() throws Exception {
        int tokens = 1500;
        int heads = 2;
        Random random = new Random(5);
        float[] numbers = new float[tokens * heads];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        try (NDManager manager = Golden.torch().manager()) {
            NDArray one = Layers.array(manager, new float[] {1, 0, 0, 1}, heads, heads);
            Layers.Linear same = new Layers.Linear(one, null);
            NDArray x = Layers.array(manager, numbers, 1, tokens, heads);
            float[] mixed = new Attention(List.of(same, same, same), same, heads)
                    .apply(x)
                    .toFloatArray();
            for (int query : List.of(0, 666, 667, 1499)) {
                for (int head = 0; head < heads; head++) {
                    double sum = 0;
                    double all = 0;
                    for (int key = 0; key < tokens; key++) {
                        double share = Math.exp(numbers[query * heads + head] * (double) numbers[key * heads + head]);
                        all += share;
                        sum += share * numbers[key * heads + head];
                    }
                    assertEquals(sum / all, mixed[query * heads + head], 1e-4, "query " + query);
                }
            }
        }
    }
}
