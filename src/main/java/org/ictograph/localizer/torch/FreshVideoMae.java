package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The configuration and the weights of a VideoMAE that has learned nothing, under the names of the transformers library and with
 * the numbers that VideoMAE's own code begins with: matrices evenly within ±√(6 / (in + out)), biases 0, norms 1, the mask token
 * with a deviation of 0.02. The same seed gives the same numbers.
 */
final class FreshVideoMae {
    private static final float TOKEN = 0.02f;
    private static final int WIDER = 4;

    private final Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
    private final Random random;

    private FreshVideoMae(long seed) {
        random = new Random(seed);
    }

    static ObjectNode config(VideoMaeSize size) {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("model_type", "videomae");
        root.put("image_size", size.image());
        root.put("patch_size", VideoMaeSize.PATCH);
        root.put("num_channels", 3);
        root.put("num_frames", size.frames());
        root.put("tubelet_size", VideoMaeSize.DEPTH);
        root.put("hidden_size", size.hidden());
        root.put("num_hidden_layers", size.layers());
        root.put("num_attention_heads", size.heads());
        root.put("intermediate_size", WIDER * size.hidden());
        root.put("hidden_act", "gelu");
        root.put("layer_norm_eps", 1e-12);
        root.put("qkv_bias", true);
        root.put("use_mean_pooling", true);
        root.put("decoder_hidden_size", size.hidden() / 2);
        root.put("decoder_num_hidden_layers", size.decoderLayers());
        root.put("decoder_num_attention_heads", size.heads() / 2);
        root.put("decoder_intermediate_size", WIDER * size.hidden() / 2);
        root.put("norm_pix_loss", true);
        return root;
    }

    /** The encoder of such a configuration. */
    static Map<String, Safetensors.Tensor> encoder(VideoMaeSize size, long seed) {
        FreshVideoMae fresh = new FreshVideoMae(seed);
        int in = 3 * VideoMaeSize.DEPTH * VideoMaeSize.PATCH * VideoMaeSize.PATCH;
        long patch = VideoMaeSize.PATCH;
        String projection = "videomae.embeddings.patch_embeddings.projection";
        fresh.matrix(
                projection + ".weight",
                size.hidden(),
                in,
                (long) size.hidden(),
                3L,
                (long) VideoMaeSize.DEPTH,
                patch,
                patch);
        fresh.same(projection + ".bias", 0, size.hidden());
        fresh.layers("videomae.encoder.layer", size.layers(), size.hidden(), WIDER * size.hidden());
        return fresh.tensors;
    }

    /**
     * The decoder for an encoder.
     *
     * @param hidden numbers a token of the encoder
     * @param width numbers a token of the decoder
     * @param numbers of a tubelet
     */
    static Map<String, Safetensors.Tensor> decoder(
            int hidden, int width, int inner, int layers, int numbers, long seed) {
        FreshVideoMae fresh = new FreshVideoMae(seed + 1);
        fresh.matrix("encoder_to_decoder.weight", width, hidden, (long) width, (long) hidden);
        float[] token = new float[width];
        for (int i = 0; i < width; i++) {
            token[i] = TOKEN * (float) Math.max(-2, Math.min(2, fresh.random.nextGaussian()));
        }
        fresh.tensors.put("mask_token", new Safetensors.Tensor(List.of(1L, 1L, (long) width), token));
        fresh.layers("decoder.decoder_layers", layers, width, inner);
        fresh.norm("decoder.norm", width);
        fresh.linear("decoder.head", numbers, width);
        return fresh.tensors;
    }

    /** The norm after the mean of all tokens, which leaves them as they are. */
    static Map<String, Safetensors.Tensor> plainNorm(int hidden) {
        FreshVideoMae fresh = new FreshVideoMae(0);
        fresh.norm("fc_norm", hidden);
        return fresh.tensors;
    }

    private void layers(String name, int layers, int hidden, int inner) {
        for (int i = 0; i < layers; i++) {
            String own = name + "." + i;
            norm(own + ".layernorm_before", hidden);
            for (String source : List.of("query", "key", "value")) {
                matrix(own + ".attention.attention." + source + ".weight", hidden, hidden, (long) hidden, (long)
                        hidden);
            }
            same(own + ".attention.attention.q_bias", 0, hidden);
            same(own + ".attention.attention.v_bias", 0, hidden);
            linear(own + ".attention.output.dense", hidden, hidden);
            norm(own + ".layernorm_after", hidden);
            linear(own + ".intermediate.dense", inner, hidden);
            linear(own + ".output.dense", hidden, inner);
        }
    }

    private void norm(String name, int width) {
        same(name + ".weight", 1, width);
        same(name + ".bias", 0, width);
    }

    private void linear(String name, int out, int in) {
        matrix(name + ".weight", out, in, (long) out, (long) in);
        same(name + ".bias", 0, out);
    }

    private void matrix(String name, int out, int in, Long... shape) {
        float bound = (float) Math.sqrt(6.0 / (in + out));
        float[] numbers = new float[out * in];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (2 * random.nextFloat() - 1) * bound;
        }
        tensors.put(name, new Safetensors.Tensor(List.of(shape), numbers));
    }

    private void same(String name, float number, int width) {
        float[] numbers = new float[width];
        Arrays.fill(numbers, number);
        tensors.put(name, new Safetensors.Tensor(List.of((long) width), numbers));
    }
}
