package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;

/**
 * Multi-head self-attention over a sequence of tokens, without mask: softmax(Q Kᵀ / √d) V for each head, heads side by side,
 * and a linear layer (Vaswani 2017). Query, key and value come from three matrices or from one with the three below each other.
 *
 * @param projections one fused, or query, key, value
 */
record Attention(List<Linear> projections, Linear output, int heads) {
    /** Keys as TimeSformer has them: {@code attention.qkv}, {@code output.dense}. */
    static Attention fused(Weights weights, int width, int heads) throws LocalizerException {
        Linear qkv = Linear.perhapsBiased(weights.at("attention.qkv"), width, 3 * width);
        return new Attention(List.of(qkv), Linear.of(weights.at("output.dense"), width, width), divided(width, heads));
    }

    /**
     * Keys as ViViT and VideoMAE have them: {@code attention.query}, {@code key}, {@code value}, {@code output.dense}. A
     * bias is called {@code query.bias} or {@code q_bias}; VideoMAE's keys have none.
     */
    static Attention separate(Weights weights, int width, int heads) throws LocalizerException {
        Weights inner = weights.at("attention");
        List<Linear> projections = new ArrayList<>();
        for (String name : List.of("query", "key", "value")) {
            Linear plain = Linear.perhapsBiased(inner.at(name), width, width);
            String other = name.charAt(0) + "_bias";
            projections.add(
                    plain.bias() == null && inner.has(other)
                            ? new Linear(plain.weight(), inner.take(other, width))
                            : plain);
        }
        return new Attention(projections, Linear.of(weights.at("output.dense"), width, width), divided(width, heads));
    }

    private static int divided(int width, int heads) throws LocalizerException {
        if (width % heads != 0) {
            throw new LocalizerException("A network of width " + width + " cannot have " + heads + " attention heads.");
        }
        return heads;
    }

    /** @param x [batch, tokens, width] → the same shape */
    NDArray apply(NDArray x) {
        NDList parts = new NDList();
        if (projections.size() == 1) {
            parts.addAll(projections.get(0).apply(x).split(3, 2));
        } else {
            projections.forEach(projection -> parts.add(projection.apply(x)));
        }
        NDArray key = heads(parts.get(1));
        NDArray value = heads(parts.get(2));
        long scores = x.getShape().get(0) * heads * x.getShape().get(1);
        NDArray mixed = Layers.inPieces(heads(parts.get(0)), 2, scores, query -> mix(query, key, value));
        return output.apply(mixed.transpose(0, 2, 1, 3).reshape(x.getShape()));
    }

    private NDArray heads(NDArray x) {
        long width = x.getShape().get(2);
        return x.reshape(x.getShape().get(0), x.getShape().get(1), heads, width / heads)
                .transpose(0, 2, 1, 3);
    }

    private static NDArray mix(NDArray query, NDArray key, NDArray value) {
        double scale = 1 / Math.sqrt((double) query.getShape().get(3));
        return Layers.times(query, scale)
                .matMul(key.transpose(0, 1, 3, 2))
                .softmax(3)
                .matMul(value);
    }
}
