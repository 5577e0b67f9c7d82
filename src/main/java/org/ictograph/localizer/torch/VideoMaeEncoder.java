package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Norm;
import org.ictograph.localizer.torch.TransformerLayer.Width;
import org.jspecify.annotations.Nullable;

/** The encoder of VideoMAE: tubelets plus fixed positions, transformer layers, and a norm where the weights have one. */
final class VideoMaeEncoder {
    private final Tubelets tubelets;
    private final Width width;
    private final Tubelets.Embedding embedding;
    private final List<TransformerLayer> layers;
    private final @Nullable Norm norm;

    VideoMaeEncoder(NetworkConfig config, Weights weights) throws LocalizerException {
        width = Width.of(config, 1e-12);
        tubelets = Tubelets.of(config);
        embedding = Tubelets.Embedding.of(weights.at("embeddings"), tubelets, width.hidden());
        layers = TransformerLayer.stack(weights, "encoder.layer", width, config);
        norm = weights.has("layernorm.weight") ? Norm.of(weights.at("layernorm"), width.hidden(), width.eps()) : null;
    }

    Tubelets tubelets() {
        return tubelets;
    }

    Width width() {
        return width;
    }

    boolean hasNorm() {
        return norm != null;
    }

    /** @param pixels [batch, frames, channels, size, size] → [batch, tokens, hidden] with positions */
    NDArray embed(NDArray pixels) {
        NDArray x = embedding.apply(pixels);
        NDArray positions = positions(x.getManager(), tubelets.tokens(), width.hidden());
        return x.add(Layers.as(positions, x.getDataType()));
    }

    /** @param x [batch, any tokens, hidden] → the same shape */
    NDArray apply(NDArray x) {
        NDArray y = TransformerLayer.through(layers, x);
        return norm == null ? y : norm.apply(y);
    }

    /**
     * The fixed table of positions: angle = position / 10000^(2⌊j/2⌋ / hidden), sine for even j and cosine for odd j.
     *
     * @return [1, tokens, hidden]
     */
    static NDArray positions(NDManager manager, int tokens, int hidden) {
        float[] table = new float[tokens * hidden];
        for (int i = 0; i < tokens; i++) {
            for (int j = 0; j < hidden; j++) {
                double angle = i / Math.pow(10000, (double) (j - j % 2) / hidden);
                table[i * hidden + j] = (float) (j % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return Layers.array(manager, table, 1, tokens, hidden);
    }
}
