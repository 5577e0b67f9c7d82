package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.torch.Layers.Linear;
import org.ictograph.localizer.torch.Layers.Norm;
import org.ictograph.localizer.torch.TransformerLayer.Width;

/**
 * Masked pre-training of VideoMAE (Tong 2022): the encoder sees the visible tubelets only; a small decoder gets them and a mask
 * token for each hidden place, and says what pixels are hidden. Key names of the transformers library.
 */
final class VideoMaePretraining {
    private static final double DECODER_EPS = 1e-5;
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final boolean normalised;
    private final VideoMaeEncoder encoder;
    private final Linear toDecoder;
    private final NDArray maskToken;
    private final List<TransformerLayer> decoder;
    private final Norm norm;
    private final Linear head;

    /** @throws LocalizerException when weights and configuration do not fit this network */
    VideoMaePretraining(NetworkConfig config, Weights weights) throws LocalizerException {
        normalised = config.flag("norm_pix_loss", true);
        encoder = new VideoMaeEncoder(config, weights.at("videomae"));
        Width width = new Width(
                config.whole("decoder_hidden_size"),
                config.whole("decoder_intermediate_size"),
                config.whole("decoder_num_attention_heads"),
                config.whole("decoder_num_hidden_layers"),
                encoder.width().eps());
        toDecoder = Linear.perhapsBiased(
                weights.at("encoder_to_decoder"), encoder.width().hidden(), width.hidden());
        maskToken = weights.take("mask_token", 1, 1, width.hidden());
        decoder = TransformerLayer.stack(weights, "decoder.decoder_layers", width, config);
        norm = Norm.of(weights.at("decoder.norm"), width.hidden(), DECODER_EPS);
        head = Linear.of(
                weights.at("decoder.head"), width.hidden(), encoder.tubelets().numbers());
    }

    Tubelets tubelets() {
        return encoder.tubelets();
    }

    /**
     * @param pixels [batch, frames, channels, size, size], normalised by the means and deviations of ImageNet
     * @return what the network says of the hidden tubelets, [batch, hidden tubelets, numbers of a tubelet]
     */
    NDArray reconstruct(NDArray pixels, TubeMask mask) throws LocalizerException {
        tubelets().require(pixels);
        return Layers.scoped(pixels, in -> {
            NDManager scope = in.getManager();
            long batch = in.getShape().get(0);
            NDArray visible = rows(encoder.embed(in), mask.visible(tubelets()));
            NDArray seen = toDecoder.apply(encoder.apply(visible));
            long width = seen.getShape().get(2);
            NDArray places = VideoMaeEncoder.positions(scope, tubelets().tokens(), (int) width);
            int[] hidden = mask.hidden(tubelets());
            NDArray unknown = rows(places, hidden).add(maskToken).broadcast(new Shape(batch, hidden.length, width));
            NDArray known = seen.add(rows(places, mask.visible(tubelets())));
            NDArray x = TransformerLayer.through(decoder, NDArrays.concat(new NDList(known, unknown), 1));
            return head.apply(norm.apply(x.get(":, {}:", seen.getShape().get(1))));
        });
    }

    /**
     * What {@link #reconstruct} should say: the pixels from 0 to 1 of the hidden tubelets, in the order frame, row, column, channel;
     * if the network was made so, each tubelet less its mean and divided by its deviation, per channel.
     */
    NDArray target(NDArray pixels, TubeMask mask) {
        return Layers.scoped(pixels, in -> {
            NDManager scope = in.getManager();
            NDArray plain =
                    in.mul(Layers.array(scope, DEVIATION, 1, 1, 3, 1, 1)).add(Layers.array(scope, MEAN, 1, 1, 3, 1, 1));
            NDArray tubes = tubelets().cut(plain);
            if (normalised) {
                long count = tubes.getShape().get(2);
                NDArray apart = tubes.sub(tubes.mean(new int[] {2}, true));
                NDArray variance = Layers.times(apart.square().sum(new int[] {2}, true), 1.0 / (count - 1));
                tubes = apart.div(variance.sqrt().add(1e-6f));
            }
            Shape shape = tubes.getShape();
            return rows(
                    tubes.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3)), mask.hidden(tubelets()));
        });
    }

    /** Mean squared difference over the hidden tubelets; a scalar to go backward from. */
    NDArray loss(NDArray pixels, TubeMask mask) throws LocalizerException {
        return reconstruct(pixels, mask).sub(target(pixels, mask)).square().mean();
    }

    /** The tokens with these numbers: [batch, tokens, width] → [batch, rows, width]. */
    private static NDArray rows(NDArray x, int[] rows) {
        long[] numbers = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            numbers[i] = rows[i];
        }
        Shape shape = x.getShape();
        NDArray index = Layers.places(x.getManager(), numbers, 1, rows.length, 1)
                .broadcast(new Shape(shape.get(0), rows.length, shape.get(2)));
        return x.gather(index, 1);
    }
}
