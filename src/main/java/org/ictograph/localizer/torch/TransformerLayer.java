package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;
import org.ictograph.localizer.torch.Layers.Norm;

/**
 * One pre-norm layer of a vision transformer (Dosovitskiy 2021): x += attention(norm(x)); x += mlp(norm(x)). Key names of the
 * transformers library.
 */
record TransformerLayer(Norm before, Attention attention, Mlp mlp) {
    /** norm → linear → activation → linear. */
    record Mlp(Norm norm, Linear wide, Linear narrow, UnaryOperator<NDArray> activation) {
        static Mlp of(Weights weights, Width width, NetworkConfig config) throws LocalizerException {
            return new Mlp(
                    Norm.of(weights.at("layernorm_after"), width.hidden(), width.eps()),
                    Linear.of(weights.at("intermediate.dense"), width.hidden(), width.inner()),
                    Linear.of(weights.at("output.dense"), width.inner(), width.hidden()),
                    config.activation());
        }

        /** Numbers a token inside. */
        long inner() {
            return wide.weight().getShape().get(0);
        }

        NDArray apply(NDArray x) {
            return narrow.apply(activation.apply(wide.apply(norm.apply(x))));
        }
    }

    /**
     * How large the layers are.
     *
     * @param hidden numbers a token
     * @param inner numbers a token inside the MLP
     * @param eps of the norms
     */
    record Width(int hidden, int inner, int heads, int layers, double eps) {
        static Width of(NetworkConfig config, double eps) throws LocalizerException {
            return new Width(
                    config.whole("hidden_size"),
                    config.whole("intermediate_size"),
                    config.whole("num_attention_heads"),
                    config.whole("num_hidden_layers"),
                    config.real("layer_norm_eps", eps));
        }
    }

    /** All layers {@code name.0}, {@code name.1}, …; as many as the configuration says. */
    static List<TransformerLayer> stack(Weights weights, String name, Width width, NetworkConfig config)
            throws LocalizerException {
        List<TransformerLayer> layers = new ArrayList<>();
        for (int i = 0; i < width.layers(); i++) {
            Weights own = weights.at(name + "." + i);
            layers.add(new TransformerLayer(
                    Norm.of(own.at("layernorm_before"), width.hidden(), width.eps()),
                    Attention.separate(own.at("attention"), width.hidden(), width.heads()),
                    Mlp.of(own, width, config)));
        }
        return List.copyOf(layers);
    }

    /** @param x [batch, tokens, hidden] → the same shape */
    NDArray apply(NDArray x) {
        return Layers.scoped(x, in -> {
            NDArray y = in.add(attention.apply(before.apply(in)));
            return y.add(mlp.apply(y));
        });
    }

    /** Runs one after the other, on the CPU for so few of the batch at a time as {@link Layers#inPieces} says. */
    static NDArray through(List<TransformerLayer> layers, NDArray x) {
        long inner = layers.get(0).mlp.inner();
        return Layers.inPieces(x, 0, x.getShape().get(1) * inner, some -> {
            NDArray y = some;
            for (TransformerLayer layer : layers) {
                NDArray next = layer.apply(y);
                if (y != some) {
                    y.close();
                }
                y = next;
            }
            return y;
        });
    }
}
