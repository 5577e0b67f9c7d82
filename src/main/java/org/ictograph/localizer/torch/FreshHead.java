package org.ictograph.localizer.torch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The weights of a RaSeformer that has learned nothing, under the reference's names: convolutions evenly within ±1 / √(numbers
 * that go in), biases 0, norms 1, residuals 1e-4, and class scores that begin at 0.01. The same seed gives the same numbers.
 */
final class FreshHead {
    private static final int LAYERS = 2;
    private static final int WIDTH = 3;
    private static final float RESIDUAL = 1e-4f;
    private static final double FIRST_SCORE = 0.01;

    private final Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
    private final Random random;
    private final int channels;

    private FreshHead(int channels, long seed) {
        this.channels = channels;
        this.random = new Random(seed);
    }

    /** @param inputs numbers a step */
    static Map<String, Safetensors.Tensor> of(
            RaSeformer.Design design, int inputs, int channels, int classes, long seed) {
        FreshHead head = new FreshHead(channels, seed);
        int levels = design.windows().size();
        for (int i = 0; i < LAYERS; i++) {
            head.convolution("backbone.embd." + i + ".conv.weight", channels, i == 0 ? inputs : channels, WIDTH);
            head.norm("backbone.embd_norm." + i);
        }
        for (int i = 0; i < LAYERS; i++) {
            head.block("backbone.stem." + i);
        }
        for (int i = 0; i < levels - 1; i++) {
            head.block("backbone.branch." + i);
        }
        for (int i = 0; i < levels; i++) {
            head.norm("neck.fpn_norms." + i);
        }
        head.layers("cls_head");
        head.convolution("cls_head.cls_head.conv.weight", classes, channels, WIDTH);
        head.same("cls_head.cls_head.conv.bias", (float) -Math.log((1 - FIRST_SCORE) / FIRST_SCORE), (long) classes);
        head.layers("reg_head");
        for (int i = 0; i < levels; i++) {
            head.same("reg_head.scale." + i + ".scale", 1);
        }
        head.convolution("reg_head.offset_head.conv.weight", 2, channels, WIDTH);
        head.same("reg_head.offset_head.conv.bias", 0, 2L);
        return head.tensors;
    }

    private void block(String name) {
        norm(name + ".ln1");
        norm(name + ".ln2");
        for (String source : List.of("query", "key", "value")) {
            convolution(name + ".attn." + source + "_conv.conv.weight", channels, 1, WIDTH);
            norm(name + ".attn." + source + "_norm");
        }
        for (String source : List.of("query", "key", "value", "proj")) {
            linear(name + ".attn." + source, channels, channels);
        }
        linear(name + ".mlp.0", 4 * channels, channels);
        linear(name + ".mlp.3", channels, 4 * channels);
        same(name + ".drop_path_attn.scale", RESIDUAL, 1L, (long) channels, 1L);
        same(name + ".drop_path_mlp.scale", RESIDUAL, 1L, (long) channels, 1L);
    }

    private void layers(String head) {
        for (int i = 0; i < LAYERS; i++) {
            convolution(head + ".head." + i + ".conv.weight", channels, channels, WIDTH);
            norm(head + ".norm." + i);
        }
    }

    private void norm(String name) {
        same(name + ".weight", 1, 1L, (long) channels, 1L);
        same(name + ".bias", 0, 1L, (long) channels, 1L);
    }

    private void linear(String name, int out, int in) {
        convolution(name + ".weight", out, in, 1);
        same(name + ".bias", 0, (long) out);
    }

    private void convolution(String name, int out, int in, int width) {
        float bound = (float) (1 / Math.sqrt((double) in * width));
        float[] numbers = new float[out * in * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (2 * random.nextFloat() - 1) * bound;
        }
        tensors.put(name, new Safetensors.Tensor(List.of((long) out, (long) in, (long) width), numbers));
    }

    private void same(String name, float number, Long... shape) {
        int count = 1;
        for (long axis : shape) {
            count *= Math.toIntExact(axis);
        }
        float[] numbers = new float[count];
        Arrays.fill(numbers, number);
        tensors.put(name, new Safetensors.Tensor(List.of(shape), numbers));
    }
}
