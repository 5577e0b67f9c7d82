package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.function.UnaryOperator;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.MaskedConvolution.ChannelNorm;
import org.ictograph.localizer.torch.MaskedConvolution.Pointwise;
import org.jspecify.annotations.Nullable;

/**
 * One transformer block along time (ActionFormer): y = skip(x) + scale · attention(norm(x)); y += scale · mlp(norm(y)). With a
 * stride of 2 attention and skip (a maximum over three steps) halve the length. The scales are numbers a channel that drop path
 * brought into training; they count in inference too, and are absent in a network trained without it.
 */
record PyramidBlock(
        ConvolutionalAttention attention,
        Mlp mlp,
        ChannelNorm norm,
        @Nullable NDArray scale,
        int stride) {
    private record Mlp(
            ChannelNorm norm,
            Pointwise wide,
            Pointwise narrow,
            @Nullable NDArray scale) {
        NDArray apply(NDArray x, NDArray mask) {
            NDArray y = narrow.apply(Layers.gelu(wide.apply(norm.apply(x)))).mul(mask);
            return scale == null ? y : y.mul(scale);
        }
    }

    /** @param window of the attention, see {@link ConvolutionalAttention} */
    static PyramidBlock of(Weights weights, int channels, RaSeformer.Design design, int window, int stride)
            throws LocalizerException {
        Mlp mlp = new Mlp(
                ChannelNorm.of(weights.at("ln2"), channels),
                Pointwise.of(weights.at("mlp.0"), channels, 4 * channels),
                Pointwise.of(weights.at("mlp.3"), 4 * channels, channels),
                scale(weights.at("drop_path_mlp"), channels));
        return new PyramidBlock(
                ConvolutionalAttention.of(weights.at("attn"), channels, design, window, stride),
                mlp,
                ChannelNorm.of(weights.at("ln1"), channels),
                scale(weights.at("drop_path_attn"), channels),
                stride);
    }

    private static @Nullable NDArray scale(Weights weights, int channels) throws LocalizerException {
        return weights.has("scale") ? weights.take("scale", 1, channels, 1) : null;
    }

    /** @param dropped what becomes of a residual: itself, or in training now and then nothing */
    Sequence apply(Sequence x, UnaryOperator<NDArray> dropped) {
        NDArray mask = stride == 1 ? x.mask() : x.halvedMask();
        NDArray y = Layers.scoped(x.values(), in -> {
            NDArray attended =
                    attention.apply(new Sequence(norm.apply(in), x.mask())).values();
            NDArray skipped = stride == 1 ? in : Pool.maxPool1d(in, new Shape(3), new Shape(2), new Shape(1), false);
            NDArray sum = skipped.mul(mask).add(dropped.apply(scale == null ? attended : attended.mul(scale)));
            return sum.add(dropped.apply(mlp.apply(sum, mask)));
        });
        return new Sequence(y, mask);
    }
}
