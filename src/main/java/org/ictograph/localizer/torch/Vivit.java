package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;
import org.ictograph.localizer.torch.Layers.Norm;
import org.ictograph.localizer.torch.TransformerLayer.Width;

/**
 * ViViT, unfactorised ("B 16x2", Arnab 2021): tubelets with a class token and learned positions, transformer layers, norm, and a
 * linear layer over the class token. Key names of the transformers library.
 */
final class Vivit implements ClipClassifier {
    private final Tubelets tubelets;
    private final List<String> labels;
    private final Tubelets.Embedding embedding;
    private final NDArray classToken;
    private final NDArray positions;
    private final List<TransformerLayer> layers;
    private final Norm norm;
    private final Linear classifier;

    /** @throws LocalizerException when weights and configuration do not fit this network */
    Vivit(NetworkConfig config, Weights weights) throws LocalizerException {
        Width width = Width.of(config, 1e-6);
        tubelets = Tubelets.of(config);
        labels = config.labels();
        Weights own = weights.at("vivit");
        Weights embeddings = own.at("embeddings");
        embedding = Tubelets.Embedding.of(embeddings, tubelets, width.hidden());
        classToken = embeddings.take("cls_token", 1, 1, width.hidden());
        positions = embeddings.take("position_embeddings", 1, 1 + tubelets.tokens(), width.hidden());
        layers = TransformerLayer.stack(own, "encoder.layer", width, config);
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

    @Override
    public NDArray features(NDArray pixels) throws LocalizerException {
        tubelets.require(pixels);
        return Layers.scoped(pixels, in -> {
            NDArray patches = embedding.apply(in);
            NDArray first = Layers.local(classToken, in)
                    .broadcast(new Shape(
                            in.getShape().get(0), 1, classToken.getShape().get(2)));
            NDArray x = NDArrays.concat(new NDList(first, patches), 1).add(positions);
            return norm.apply(TransformerLayer.through(layers, x).get(":, 0"));
        });
    }

    @Override
    public NDArray classes(NDArray features) {
        return classifier.apply(features);
    }
}
