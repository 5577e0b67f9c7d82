package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The gradients that weights have after a step back, by the names of the weights.
 *
 * @param norm of all of them together
 */
record Gradients(Map<String, NDArray> arrays, double norm) {
    private static final double NORM_TINY = 1e-6;

    Gradients {
        arrays = Collections.unmodifiableMap(arrays);
    }

    /** They live as long as the scope, and are the weights' own: who changes them changes those. */
    static Gradients of(Weights weights, NDManager scope) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        double squares = 0;
        for (Map.Entry<String, NDArray> weight : weights.arrays().entrySet()) {
            NDArray gradient = weight.getValue().getGradient();
            gradient.attach(scope);
            arrays.put(weight.getKey(), gradient);
            squares += gradient.square().sum().getFloat();
        }
        return new Gradients(arrays, Math.sqrt(squares));
    }

    /** What to multiply them with so that their norm is at most this, as PyTorch clips them. */
    double shortenedTo(double longest) {
        return Math.min(1, longest / (norm + NORM_TINY));
    }
}
