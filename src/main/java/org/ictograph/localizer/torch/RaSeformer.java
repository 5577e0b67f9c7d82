package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.MaskedConvolution.ChannelNorm;

/**
 * RaSeformer ("RatSeizure: A benchmark and saliency-context transformer for rat seizure localization", 2026): a feature
 * sequence → for each step of a pyramid of six time scales the score of each class and the distances to start and end. It is
 * ActionFormer with attention to the most salient steps of a window in the finer levels. Key names and arithmetic of the
 * reference, including what padding does to the last steps: always pad to {@link Design#length}. The sizes are those of the
 * weights.
 */
final class RaSeformer {
    /**
     * What the weights do not say.
     *
     * @param windows of the stem and of each branch, steps; 1 for attention to all
     * @param keep share of a window that attention keeps
     * @param length to which shorter sequences are padded, steps
     */
    record Design(int heads, List<Integer> windows, double keep, int length) {
        /** As published for RatSeizure. */
        static final Design PUBLISHED = new Design(4, List.of(9, 9, 9, 1, 1, 1), 0.5, 96);

        Design {
            windows = List.copyOf(windows);
            if (length % (1 << (windows.size() - 1)) != 0
                    || windows.stream().anyMatch(window -> window < 1 || window % 2 == 0)) {
                throw new IllegalArgumentException("Windows are odd, and the length can be halved for each level.");
            }
        }

        /** The length to which a sequence of so many steps is padded: {@link #length}, or the next that the pyramid can halve. */
        int padded(int steps) {
            int unit = 1;
            for (int level = 0; level < windows.size(); level++) {
                int window = windows.get(level);
                unit = Math.max(unit, (1 << level) * (window > 1 ? window / 2 * 2 : 1));
            }
            return steps <= length ? length : (steps + unit - 1) / unit * unit;
        }
    }

    /**
     * What is said at one time scale. Step i lies at i · 2^level steps of the input.
     *
     * @param backbone [batch, channels, steps], before the pyramid's norm
     * @param logits [batch, classes, steps]
     * @param offsets [batch, 2, steps]: back to the start and on to the end, in steps of this level, not negative
     * @param mask [batch, 1, steps]
     */
    record Level(NDArray backbone, NDArray logits, NDArray offsets, NDArray mask) {}

    private record Head(List<MaskedConvolution> convolutions, List<ChannelNorm> norms, MaskedConvolution last) {
        static Head of(Weights weights, String name, int channels, int out) throws LocalizerException {
            List<MaskedConvolution> convolutions = new ArrayList<>();
            List<ChannelNorm> norms = new ArrayList<>();
            for (int i = 0; i < weights.count("head"); i++) {
                convolutions.add(MaskedConvolution.of(weights.at("head." + i), channels, channels));
                norms.add(ChannelNorm.of(weights.at("norm." + i), channels));
            }
            return new Head(convolutions, norms, MaskedConvolution.biased(weights.at(name), channels, out));
        }

        NDArray apply(Sequence x) {
            return last.apply(through(convolutions, norms, x)).values();
        }
    }

    private final Design design;
    private final int inputs;
    private final int classes;
    private final List<MaskedConvolution> embeddings = new ArrayList<>();
    private final List<ChannelNorm> embeddingNorms = new ArrayList<>();
    private final List<PyramidBlock> stem = new ArrayList<>();
    private final List<PyramidBlock> branches = new ArrayList<>();
    private final List<ChannelNorm> norms = new ArrayList<>();
    private final Head scores;
    private final Head distances;
    private final List<NDArray> scales = new ArrayList<>();

    /** @throws LocalizerException when the weights do not fit the design */
    RaSeformer(Design design, Weights weights) throws LocalizerException {
        this.design = design;
        Weights backbone = weights.at("backbone");
        inputs = backbone.length("embd.0.conv.weight", 1);
        int channels = backbone.length("embd.0.conv.weight", 0);
        classes = weights.length("cls_head.cls_head.conv.weight", 0);
        for (int i = 0; i < backbone.count("embd"); i++) {
            embeddings.add(MaskedConvolution.of(backbone.at("embd." + i), i == 0 ? inputs : channels, channels));
            embeddingNorms.add(ChannelNorm.of(backbone.at("embd_norm." + i), channels));
        }
        for (int i = 0; i < backbone.count("stem"); i++) {
            stem.add(PyramidBlock.of(backbone.at("stem." + i), channels, design, design.windows.get(0), 1));
        }
        for (int i = 0; i < design.windows.size() - 1; i++) {
            int window = design.windows.get(i + 1);
            branches.add(PyramidBlock.of(backbone.at("branch." + i), channels, design, window, 2));
        }
        for (int i = 0; i <= branches.size(); i++) {
            norms.add(ChannelNorm.of(weights.at("neck.fpn_norms." + i), channels));
            scales.add(weights.take("reg_head.scale." + i + ".scale"));
        }
        scores = Head.of(weights.at("cls_head"), "cls_head", channels, classes);
        distances = Head.of(weights.at("reg_head"), "offset_head", channels, 2);
        weights.requireAllTaken();
        if (channels % design.heads != 0) {
            throw new LocalizerException(
                    "A network of " + channels + " channels cannot have " + design.heads + " attention heads.");
        }
    }

    Design design() {
        return design;
    }

    /** Numbers a step that it takes. */
    int inputs() {
        return inputs;
    }

    int classes() {
        return classes;
    }

    /**
     * @param features [batch, inputs, steps], padded with zeros to {@link Design#padded}
     * @param valid steps that there are, for each of the batch
     * @return the finest level first; arrays in the manager of the features
     */
    List<Level> apply(NDArray features, int... valid) {
        return apply(features, UnaryOperator.identity(), valid);
    }

    /** @param dropped what becomes of a residual, see {@link PyramidBlock#apply} */
    List<Level> apply(NDArray features, UnaryOperator<NDArray> dropped, int... valid) {
        Sequence x = through(embeddings, embeddingNorms, Sequence.of(features, valid));
        for (PyramidBlock block : stem) {
            x = block.apply(x, dropped);
        }
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < norms.size(); i++) {
            x = i == 0 ? x : branches.get(i - 1).apply(x, dropped);
            Sequence level = x.map(norms.get(i)::apply);
            NDArray offsets = Activation.relu(distances.apply(level).mul(scales.get(i)));
            levels.add(new Level(x.values(), scores.apply(level), offsets, x.mask()));
        }
        return levels;
    }

    /** Convolution, norm and ReLU, several times. */
    private static Sequence through(List<MaskedConvolution> convolutions, List<ChannelNorm> norms, Sequence x) {
        Sequence y = x;
        for (int i = 0; i < convolutions.size(); i++) {
            ChannelNorm norm = norms.get(i);
            y = convolutions.get(i).apply(y).map(values -> Activation.relu(norm.apply(values)));
        }
        return y;
    }
}
