package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.MaskedConvolution.ChannelNorm;
import org.ictograph.localizer.torch.MaskedConvolution.Depthwise;
import org.ictograph.localizer.torch.MaskedConvolution.Pointwise;

/**
 * Multi-head attention along time whose query, key and value first pass a convolution of each channel and a norm
 * (ActionFormer). Over all steps; or, as RaSeformer has it, over the most salient few of a window: for each step the window's
 * steps are ranked by q · k, the step itself and the best others up to {@code kept} stay, and the softmax runs over these.
 *
 * @param window steps, odd; 1 for all steps
 * @param keep share of the window that stays
 */
record ConvolutionalAttention(List<Source> sources, Pointwise output, int heads, int window, double keep) {
    /** Scores of steps that may not be attended to, and of those that may not even be chosen: the reference's numbers. */
    private static final double HIDDEN = -1e4;

    private static final double NEVER = -1e9;
    private static final double NONE = -1e30;

    /** Where query, key or value come from: convolution, norm, linear layer. */
    record Source(Depthwise convolution, ChannelNorm norm, Pointwise linear) {
        static Source of(Weights weights, String name, int channels, int stride) throws LocalizerException {
            return new Source(
                    Depthwise.of(weights.at(name + "_conv"), channels, stride),
                    ChannelNorm.of(weights.at(name + "_norm"), channels),
                    Pointwise.of(weights.at(name), channels, channels));
        }

        Sequence apply(Sequence x) {
            return convolution.apply(x).map(y -> linear.apply(norm.apply(y)));
        }
    }

    /** @param stride 1, or 2 to halve the length */
    static ConvolutionalAttention of(Weights weights, int channels, RaSeformer.Design design, int window, int stride)
            throws LocalizerException {
        List<Source> sources = new ArrayList<>();
        for (String name : List.of("query", "key", "value")) {
            sources.add(Source.of(weights, name, channels, stride));
        }
        Pointwise output = Pointwise.of(weights.at("proj"), channels, channels);
        return new ConvolutionalAttention(sources, output, design.heads(), window, design.keep());
    }

    /** @return [batch, channels, steps / stride], zero at padded steps */
    Sequence apply(Sequence x) {
        Sequence query = sources.get(0).apply(x);
        NDArray mask = query.mask();
        NDArray q = heads(query.values());
        NDArray k = heads(sources.get(1).apply(x).values());
        NDArray v = heads(sources.get(2).apply(x).values());
        NDArray mixed = window > 1 ? salient(q, k, v, mask) : global(q, k, v, mask);
        NDArray joined = mixed.transpose(0, 1, 3, 2).reshape(query.values().getShape());
        return new Sequence(output.apply(joined).mul(mask), mask);
    }

    /** [batch, channels, steps] → [batch, heads, steps, channels of a head]. */
    private NDArray heads(NDArray x) {
        Shape shape = x.getShape();
        return x.reshape(shape.get(0), heads, shape.get(1) / heads, shape.get(2))
                .transpose(0, 1, 3, 2);
    }

    private static NDArray scaled(NDArray q) {
        return Layers.times(q, 1 / Math.sqrt((double) q.getShape().get(3)));
    }

    private static NDArray global(NDArray q, NDArray k, NDArray v, NDArray mask) {
        NDArray scores = scaled(q).matMul(k.transpose(0, 1, 3, 2));
        NDArray padding = Layers.times(absent(mask), NONE).expandDims(2);
        NDArray valid = mask.expandDims(3);
        return scores.add(padding).softmax(3).matMul(v.mul(valid));
    }

    private NDArray salient(NDArray q, NDArray k, NDArray v, NDArray mask) {
        Shape shape = q.getShape();
        NDArray keys = windows(k);
        NDArray values = windows(v);
        NDArray valid =
                windows(mask.expandDims(3)).squeeze(4).broadcast(new Shape(shape.get(0), heads, shape.get(2), window));
        int kept = Math.max(1, (int) Math.ceil(window * keep));
        if (kept < window) {
            NDArray chosen = chosen(keys.mul(q.expandDims(3)).sum(new int[] {4}), valid, kept);
            NDArray wide =
                    chosen.expandDims(4).broadcast(new Shape(shape.get(0), heads, shape.get(2), kept, shape.get(3)));
            keys = keys.gather(wide, 3);
            values = values.gather(wide, 3);
            valid = valid.gather(chosen, 3);
        }
        NDArray scores = keys.mul(scaled(q).expandDims(3)).sum(new int[] {4});
        NDArray shares =
                scores.mul(valid).add(Layers.times(absent(valid), HIDDEN)).softmax(3);
        return values.mul(shares.expandDims(4)).sum(new int[] {3});
    }

    /** Which steps of each window stay: the middle, then the best of the others. [batch, heads, steps, kept], whole numbers. */
    private NDArray chosen(NDArray scores, NDArray valid, int kept) {
        NDManager manager = scores.getManager();
        int half = window / 2;
        float[] aside = new float[window];
        aside[half] = 1;
        NDArray middle = Layers.array(manager, aside, window);
        // Steps: their score; the middle: HIDDEN, so that it is chosen twice only where others are missing; padding:
        // NEVER.
        NDArray ranks = scores.mul(valid)
                .mul(absent(middle))
                .add(Layers.times(valid.mul(middle), HIDDEN))
                .add(Layers.times(absent(valid), NEVER));
        Shape first =
                new Shape(scores.getShape().get(0), heads, scores.getShape().get(2), 1);
        NDArray centre = manager.full(first, half, DataType.INT64);
        return kept == 1
                ? centre
                : NDArrays.concat(
                        new NDList(centre, ranks.topK(kept - 1, 3, true, false).get(1)), 3);
    }

    /** The window around each step: [batch, heads, steps, n] → [batch, heads, steps, window, n], zero outside. */
    private NDArray windows(NDArray x) {
        Shape shape = x.getShape();
        NDArray edge = x.getManager().zeros(new Shape(shape.get(0), shape.get(1), window / 2, shape.get(3)));
        NDArray padded = NDArrays.concat(new NDList(edge, x, edge), 2);
        NDList shifted = new NDList();
        for (int i = 0; i < window; i++) {
            shifted.add(padded.get(":, :, {}:{}", i, i + shape.get(2)));
        }
        return NDArrays.stack(shifted, 3);
    }

    private static NDArray absent(NDArray mask) {
        return mask.neg().add(1);
    }
}
