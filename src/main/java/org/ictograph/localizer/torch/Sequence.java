package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.UnaryOperator;

/**
 * Features along time, padded to one length.
 *
 * @param values [batch, channels, steps]
 * @param mask [batch, 1, steps]: 1 for a step that there is, 0 for padding. Never differentiated
 */
record Sequence(NDArray values, NDArray mask) {
    /** @param valid number of steps that there are, for each of the batch */
    static Sequence of(NDArray values, int... valid) {
        int steps = Math.toIntExact(values.getShape().get(2));
        float[] mask = new float[valid.length * steps];
        for (int i = 0; i < valid.length; i++) {
            for (int t = 0; t < valid[i]; t++) {
                mask[i * steps + t] = 1;
            }
        }
        return new Sequence(values, Layers.array(values.getManager(), mask, valid.length, 1, steps));
    }

    /** The mask of every second step from the first, as nearest neighbour gives it. */
    NDArray halvedMask() {
        Shape shape = mask.getShape();
        return mask.reshape(shape.get(0), 1, shape.get(2) / 2, 2).get(":, :, :, 0");
    }

    long steps() {
        return values.getShape().get(2);
    }

    Sequence map(UnaryOperator<NDArray> change) {
        return new Sequence(change.apply(values), mask);
    }
}
