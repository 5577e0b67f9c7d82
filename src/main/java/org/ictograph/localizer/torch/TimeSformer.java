package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;
import org.ictograph.localizer.torch.Layers.Norm;
import org.ictograph.localizer.torch.TransformerLayer.Mlp;
import org.ictograph.localizer.torch.TransformerLayer.Width;

/**
 * TimeSformer with divided space-time attention (Bertasius 2021, "Is space-time attention all you need for video
 * understanding?"), forward order and key names of the transformers library. Each layer first lets every place of the picture
 * look along time, then every frame look over its places; the class token takes part in space only, once for each frame, and
 * takes the mean of what the frames say.
 */
final class TimeSformer implements ClipClassifier {
    private record Layer(
            Norm temporalNorm, Attention temporal, Linear temporalDense, Norm spatialNorm, Attention spatial, Mlp mlp) {
        static Layer of(Weights weights, Width width, NetworkConfig config) throws LocalizerException {
            return new Layer(
                    Norm.of(weights.at("temporal_layernorm"), width.hidden(), width.eps()),
                    Attention.fused(weights.at("temporal_attention"), width.hidden(), width.heads()),
                    Linear.of(weights.at("temporal_dense"), width.hidden(), width.hidden()),
                    Norm.of(weights.at("layernorm_before"), width.hidden(), width.eps()),
                    Attention.fused(weights.at("attention"), width.hidden(), width.heads()),
                    Mlp.of(weights, width, config));
        }
    }

    private final Tubelets tubelets;
    private final List<String> labels;
    private final Tubelets.Embedding embedding;
    private final NDArray classToken;
    private final NDArray positions;
    private final NDArray times;
    private final List<Layer> layers;
    private final Norm norm;
    private final Linear classifier;

    /** @throws LocalizerException when weights and configuration do not fit this network */
    TimeSformer(NetworkConfig config, Weights weights) throws LocalizerException {
        config.require("attention_type", "divided_space_time");
        Width width = Width.of(config, 1e-6);
        tubelets = Tubelets.of(config);
        labels = config.labels();
        Weights own = weights.at("timesformer");
        Weights embeddings = own.at("embeddings");
        embedding = Tubelets.Embedding.of(embeddings, tubelets, width.hidden());
        classToken = embeddings.take("cls_token", 1, 1, width.hidden());
        Resize.grid(embeddings, "position_embeddings", 1, tubelets.side());
        Resize.times(embeddings, "time_embeddings", tubelets.frames());
        positions = embeddings.take("position_embeddings", 1, 1 + tubelets.perSlice(), width.hidden());
        times = embeddings.take("time_embeddings", 1, tubelets.frames(), width.hidden());
        List<Layer> built = new ArrayList<>();
        for (int i = 0; i < width.layers(); i++) {
            built.add(Layer.of(own.at("encoder.layer." + i), width, config));
        }
        layers = List.copyOf(built);
        norm = Norm.of(own.at("layernorm"), width.hidden(), width.eps());
        classifier = Linear.of(weights.at("classifier"), width.hidden(), labels.size());
    }

    @Override
    public Tubelets tubelets() {
        return tubelets;
    }

    @Override
    public int width() {
        return Math.toIntExact(classToken.getShape().get(2));
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    /** @return [batch, 1 + places × frames, hidden]: the class token, then the tokens with time varying fastest, before the last norm */
    NDArray tokens(NDArray pixels) throws LocalizerException {
        tubelets.require(pixels);
        long largest = (1 + tubelets.tokens()) * layers.get(0).mlp.inner();
        return Layers.scoped(pixels, in -> Layers.inPieces(embed(in), 0, largest, this::through));
    }

    private NDArray through(NDArray embedded) {
        NDArray x = embedded;
        for (Layer layer : layers) {
            NDArray next = Layers.scoped(x, y -> apply(layer, y));
            if (x != embedded) {
                x.close();
            }
            x = next;
        }
        return x;
    }

    @Override
    public NDArray features(NDArray pixels) throws LocalizerException {
        try (NDArray tokens = tokens(pixels);
                NDArray first = tokens.get(":, 0")) {
            return norm.apply(first);
        }
    }

    @Override
    public NDArray classes(NDArray features) {
        return classifier.apply(features);
    }

    private NDArray embed(NDArray pixels) {
        long batch = pixels.getShape().get(0);
        long hidden = classToken.getShape().get(2);
        NDArray patches = embedding
                .apply(pixels)
                .reshape(batch, tubelets.frames(), tubelets.perSlice(), hidden)
                .add(places(pixels).expandDims(1));
        NDArray byPlace =
                patches.transpose(0, 2, 1, 3).add(Layers.local(times, pixels).expandDims(1));
        NDArray first = Layers.local(classToken, pixels)
                .add(Layers.local(positions, pixels).get(":, 0:1"))
                .broadcast(batch, 1, hidden);
        return NDArrays.concat(new NDList(first, byPlace.reshape(batch, tubelets.tokens(), hidden)), 1);
    }

    private NDArray places(NDArray pixels) {
        return Layers.local(positions, pixels).get(":, 1:");
    }

    private NDArray apply(Layer layer, NDArray x) {
        long batch = x.getShape().get(0);
        long hidden = x.getShape().get(2);
        long places = tubelets.perSlice();
        long frames = tubelets.frames();
        NDArray first = x.get(":, 0:1");
        NDArray patches = x.get(":, 1:");

        NDArray along = layer.temporal.apply(layer.temporalNorm.apply(patches.reshape(batch * places, frames, hidden)));
        NDArray moved = patches.add(layer.temporalDense.apply(along.reshape(batch, places * frames, hidden)));

        NDArray byFrame = moved.reshape(batch, places, frames, hidden)
                .transpose(0, 2, 1, 3)
                .reshape(batch * frames, places, hidden);
        NDArray firsts = first.broadcast(new Shape(batch, frames, hidden)).reshape(batch * frames, 1, hidden);
        NDArray seen = layer.spatial.apply(layer.spatialNorm.apply(NDArrays.concat(new NDList(firsts, byFrame), 1)));
        NDArray firstSeen = seen.get(":, 0").reshape(batch, frames, hidden).mean(new int[] {1}, true);
        NDArray patchesSeen = seen.get(":, 1:")
                .reshape(batch, frames, places, hidden)
                .transpose(0, 2, 1, 3)
                .reshape(batch, places * frames, hidden);

        NDArray y = NDArrays.concat(new NDList(first.add(firstSeen), moved.add(patchesSeen)), 1);
        return y.add(layer.mlp.apply(y));
    }
}
