package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv1d;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;
import org.jspecify.annotations.Nullable;

/**
 * A convolution along time, three steps wide, whose output is zero at padded steps (ActionFormer, Zhang 2022).
 *
 * @param kernel [out, in, 3]
 */
record MaskedConvolution(NDArray kernel, @Nullable NDArray bias) {
    private static final int WIDTH = 3;

    /** One that a norm follows, which brings the bias. */
    static MaskedConvolution of(Weights weights, int in, int out) throws LocalizerException {
        return new MaskedConvolution(weights.at("conv").take("weight", out, in, WIDTH), null);
    }

    /** The last one of a head. */
    static MaskedConvolution biased(Weights weights, int in, int out) throws LocalizerException {
        Weights own = weights.at("conv");
        return new MaskedConvolution(own.take("weight", out, in, WIDTH), own.take("bias", out));
    }

    /**
     * Each step beside its neighbours, times one matrix. The engine's own convolution gives the same, but warns on the standard
     * error stream at every small input on processors that NNPACK does not know.
     */
    Sequence apply(Sequence x) {
        Shape shape = kernel.getShape();
        NDArray steps = x.values().transpose(0, 2, 1);
        NDArray edge = steps.getManager().zeros(new Shape(steps.getShape().get(0), 1, shape.get(1)));
        NDArray padded = NDArrays.concat(new NDList(edge, steps, edge), 1);
        NDList beside = new NDList();
        for (int i = 0; i < WIDTH; i++) {
            beside.add(padded.get(":, {}:{}", i, i + x.steps()));
        }
        NDArray matrix = Layers.local(kernel, steps).transpose(0, 2, 1).reshape(shape.get(0), WIDTH * shape.get(1));
        NDArray y = new Linear(matrix, bias).apply(NDArrays.concat(beside, 2)).transpose(0, 2, 1);
        return new Sequence(y.mul(x.mask()), x.mask());
    }

    /**
     * One filter of three steps for each channel; with a stride of 2 it halves the length.
     *
     * @param kernel [channels, 1, 3]
     */
    record Depthwise(NDArray kernel, int stride) {
        static Depthwise of(Weights weights, int channels, int stride) throws LocalizerException {
            return new Depthwise(weights.at("conv").take("weight", channels, 1, WIDTH), stride);
        }

        Sequence apply(Sequence x) {
            Shape one = new Shape(1);
            int channels = Math.toIntExact(kernel.getShape().get(0));
            NDArray y = Conv1d.conv1d(x.values(), kernel, null, new Shape(stride), one, one, channels)
                    .singletonOrThrow();
            NDArray mask = stride == 1 ? x.mask() : x.halvedMask();
            return new Sequence(y.mul(mask), mask);
        }
    }

    /** A linear layer over the channels of each step, without mask: a convolution of width 1. */
    record Pointwise(NDArray kernel, NDArray bias) {
        static Pointwise of(Weights weights, int in, int out) throws LocalizerException {
            return new Pointwise(weights.take("weight", out, in, 1), weights.take("bias", out));
        }

        /** @param x [batch, in, steps] → [batch, out, steps] */
        NDArray apply(NDArray x) {
            NDArray matrix = Layers.local(kernel, x).squeeze(2);
            return new Linear(matrix, bias).apply(x.transpose(0, 2, 1)).transpose(0, 2, 1);
        }
    }

    /**
     * Layer normalisation over the channels of each step: (x − mean) / √(variance + 1e-5) · weight + bias. It knows no mask: it
     * puts the bias into padded steps, and what follows sees it, as in the reference.
     *
     * @param weight [1, channels, 1]
     */
    record ChannelNorm(NDArray weight, NDArray bias) {
        static ChannelNorm of(Weights weights, int channels) throws LocalizerException {
            return new ChannelNorm(weights.take("weight", 1, channels, 1), weights.take("bias", 1, channels, 1));
        }

        /** @param x [batch, channels, steps] → the same shape */
        NDArray apply(NDArray x) {
            NDArray apart = x.sub(x.mean(new int[] {1}, true));
            NDArray variance = apart.square().mean(new int[] {1}, true);
            return apart.div(variance.add(1e-5f).sqrt()).mul(weight).add(bias);
        }
    }
}
