package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.ictograph.localizer.LocalizerException;
import org.jspecify.annotations.Nullable;

/** The smallest parts of networks, as functions and pairs of arrays. What they return lives as long as their input. */
final class Layers {
    /**
     * The most numbers that a network makes at once on the CPU, 8 MB. What is larger than 32 MB the allocator of Linux takes from
     * the system each time anew, which fills it with zeros page by page.
     */
    static final long AT_ONCE = 2_000_000;

    private Layers() {}

    /** y = x Wᵀ + b over the last axis; W is [out, in], b [out] or absent. */
    record Linear(NDArray weight, @Nullable NDArray bias) {
        /** Takes {@code weight} and {@code bias}. */
        static Linear of(Weights weights, int in, int out) throws LocalizerException {
            return new Linear(weights.take("weight", out, in), weights.take("bias", out));
        }

        /** Takes {@code weight} and, where there is one, {@code bias}. */
        static Linear perhapsBiased(Weights weights, int in, int out) throws LocalizerException {
            return new Linear(weights.take("weight", out, in), weights.has("bias") ? weights.take("bias", out) : null);
        }

        NDArray apply(NDArray x) {
            return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
        }
    }

    /** Layer normalisation over the last axis: (x − mean) / √(variance + eps) · weight + bias. */
    record Norm(NDArray weight, NDArray bias, float eps) {
        static Norm of(Weights weights, int width, double eps) throws LocalizerException {
            return new Norm(weights.take("weight", width), weights.take("bias", width), (float) eps);
        }

        NDArray apply(NDArray x) {
            return LayerNorm.layerNorm(x, weight.getShape(), weight, bias, eps).singletonOrThrow();
        }
    }

    /**
     * Runs a block and frees everything that it made but its result. What the backward pass needs is kept alive by the engine
     * itself, so this holds for training as well.
     */
    static NDArray scoped(NDArray x, UnaryOperator<NDArray> block) {
        NDManager outer = x.getManager();
        try (NDManager inner = outer.newSubManager()) {
            x.attach(inner);
            try {
                NDArray y = block.apply(x);
                y.attach(outer);
                return y;
            } finally {
                x.attach(outer);
            }
        }
    }

    /**
     * Runs a block on pieces of an axis along which it treats each by itself, and joins what comes of them, so that on the CPU
     * nothing that it makes holds more than {@value #AT_ONCE} numbers.
     *
     * @param each numbers of the largest array that the block makes for one of the axis
     */
    static NDArray inPieces(NDArray x, int axis, long each, UnaryOperator<NDArray> block) {
        long all = x.getShape().get(axis);
        long some = Math.max(1, AT_ONCE / each);
        if (some >= all || x.getDevice().isGpu()) {
            return block.apply(x);
        }
        NDList pieces = new NDList();
        for (long from = 0; from < all; from += some) {
            NDIndex piece = new NDIndex();
            for (int before = 0; before < axis; before++) {
                piece.addAllDim();
            }
            pieces.add(scoped(x.get(piece.addSliceDim(from, Math.min(from + some, all))), block));
        }
        return NDArrays.concat(pieces, axis);
    }

    /** A handle on a weight whose results belong to the scope of the activations. */
    static NDArray local(NDArray weight, NDArray scope) {
        NDArray view = weight.reshape(weight.getShape());
        view.attach(scope.getManager());
        return view;
    }

    /** Numbers in memory that the engine owns. An array over Java memory is unsafe to go backward through. */
    static NDArray array(NDManager manager, float[] numbers, long... shape) {
        try (NDArray borrowed = manager.create(numbers, new Shape(shape))) {
            return borrowed.duplicate();
        }
    }

    /**
     * Numbers in the caller's own memory, which must not change before this is closed. For networks that only look: nothing may
     * go backward through it.
     */
    static NDArray lent(NDManager manager, ByteBuffer numbers, Shape shape) {
        return manager.create(numbers, shape, DataType.FLOAT32);
    }

    /** As {@link #array}, for places to gather from. */
    static NDArray places(NDManager manager, long[] numbers, long... shape) {
        try (NDArray borrowed = manager.create(numbers, new Shape(shape))) {
            return borrowed.duplicate();
        }
    }

    /** The same numbers in another precision, or the same array where it has it. Nothing goes backward through it. */
    static NDArray as(NDArray x, DataType precision) {
        return x.toType(precision, false);
    }

    /** x · factor. The factor lies in memory of the engine, since the backward pass reads it again. */
    static NDArray times(NDArray x, double factor) {
        return x.mul(x.getManager().full(new Shape(), (float) factor));
    }

    /** x · Φ(x), exactly. */
    static NDArray gelu(NDArray x) {
        return Activation.gelu(x);
    }

    /** GELU by its tanh approximation: 0.5 x (1 + tanh(0.79788456 x (1 + 0.044715 x²))). */
    static NDArray geluByTanh(NDArray x) {
        NDArray inner = times(x, 0.7978845608).mul(times(x.square(), 0.044715).add(1));
        return times(x, 0.5).mul(inner.tanh().add(1));
    }
}
