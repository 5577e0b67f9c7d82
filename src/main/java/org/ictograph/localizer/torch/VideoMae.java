package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;
import org.ictograph.localizer.torch.Layers.Norm;
import org.jspecify.annotations.Nullable;

/**
 * VideoMAE as a classifier (Tong 2022), key names of the transformers library. Two ways to one vector a clip, told apart by which
 * norm the weights have: {@code fc_norm} after the mean of all tokens, or {@code videomae.layernorm} and the first token. Without
 * class names and classifier it is an encoder only.
 */
final class VideoMae implements ClipClassifier {
    private static final double MEAN_EPS = 1e-5;

    private final List<String> labels;
    private final VideoMaeEncoder encoder;
    private final @Nullable Norm meanNorm;
    private final @Nullable Linear classifier;

    /** @throws LocalizerException when weights and configuration do not fit this network */
    VideoMae(NetworkConfig config, Weights weights) throws LocalizerException {
        labels = config.labels();
        encoder = new VideoMaeEncoder(config, weights.at("videomae"));
        int hidden = encoder.width().hidden();
        meanNorm = weights.has("fc_norm.weight") ? Norm.of(weights.at("fc_norm"), hidden, MEAN_EPS) : null;
        boolean encoderOnly = labels.isEmpty() && !weights.has("classifier.weight");
        classifier = encoderOnly ? null : Linear.of(weights.at("classifier"), hidden, labels.size());
        if (meanNorm == null && !encoder.hasNorm()) {
            throw new LocalizerException(
                    "The weights have neither 'fc_norm' nor 'videomae.layernorm', so it cannot be told "
                            + "how this VideoMAE makes one vector of a clip.");
        }
    }

    @Override
    public Tubelets tubelets() {
        return encoder.tubelets();
    }

    @Override
    public int width() {
        return encoder.width().hidden();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public NDArray features(NDArray pixels) throws LocalizerException {
        encoder.tubelets().require(pixels);
        Norm norm = meanNorm;
        return Layers.scoped(pixels, in -> {
            NDArray tokens = encoder.apply(encoder.embed(in));
            return norm == null ? tokens.get(":, 0") : norm.apply(tokens.mean(new int[] {1}));
        });
    }

    @Override
    public NDArray classes(NDArray features) throws LocalizerException {
        if (classifier == null) {
            throw new LocalizerException("This VideoMAE tells no classes; it is an encoder only.");
        }
        return classifier.apply(features);
    }
}
