package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.localizer.LocalizerException;

/**
 * The filters of {@link MotionEnergy}: for each frequency a cosine and a sine under a Hann window, without what a still picture
 * would give, so that a swing of amplitude a has the energy a². Most look at 64 frames, 2.1 s; a few at the 16 in the middle, which
 * tell when it was.
 */
final class MotionFilters {
    /** Name of the encoder. */
    static final String NAME = "motion-energy";

    static final int FRAMES = 64;
    static final int SIZE = 32;

    private static final double RATE = 30;
    private static final int SHORT = 16;
    private static final List<Double> LONG_HERTZ =
            List.of(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 10.0, 12.0);
    private static final List<Double> SHORT_HERTZ = List.of(2.0, 4.0, 6.0, 9.0);

    private MotionFilters() {}

    /** All that the encoder consists of. */
    static Map<String, Safetensors.Tensor> tensors() {
        int frequencies = LONG_HERTZ.size() + SHORT_HERTZ.size();
        float[] filters = new float[FRAMES * 2 * frequencies];
        for (int i = 0; i < frequencies; i++) {
            boolean longer = i < LONG_HERTZ.size();
            double hertz = longer ? LONG_HERTZ.get(i) : SHORT_HERTZ.get(i - LONG_HERTZ.size());
            for (int phase = 0; phase < 2; phase++) {
                double[] filter = filter(hertz, phase * Math.PI / 2, longer ? FRAMES : SHORT);
                for (int t = 0; t < FRAMES; t++) {
                    filters[t * 2 * frequencies + 2 * i + phase] = (float) filter[t];
                }
            }
        }
        float[] places = new float[SIZE * SIZE * 2];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int row = i / SIZE;
            int column = i % SIZE;
            places[2 * i] = (2f * column + 1) / SIZE - 1;
            places[2 * i + 1] = (2f * row + 1) / SIZE - 1;
        }
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("filters", new Safetensors.Tensor(List.of((long) FRAMES, 2L * frequencies), filters));
        tensors.put("places", new Safetensors.Tensor(List.of((long) SIZE * SIZE, 2L), places));
        return tensors;
    }

    /** @param length frames in the middle that it looks at */
    private static double[] filter(double hertz, double phase, int length) {
        double[] window = new double[FRAMES];
        double[] filter = new double[FRAMES];
        double sum = 0;
        double still = 0;
        for (int i = 0; i < length; i++) {
            int t = (FRAMES - length) / 2 + i;
            window[t] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
            filter[t] = window[t] * Math.cos(2 * Math.PI * hertz * (t - (FRAMES - 1) / 2.0) / RATE - phase);
            sum += window[t];
            still += filter[t];
        }
        for (int t = 0; t < FRAMES; t++) {
            filter[t] = 2 * (filter[t] - window[t] * still / sum) / sum;
        }
        return filter;
    }

    /**
     * Puts the encoder down as others lie on the shelf, in {@code motion-energy/encoder}.
     *
     * @return the folder {@code motion-energy}
     */
    static Path putDown(Path folder) throws LocalizerException {
        Path own = folder.resolve(NAME);
        Path encoder = own.resolve("encoder");
        try {
            Files.createDirectories(encoder);
            Files.writeString(
                    encoder.resolve("config.json"),
                    "{\"model_type\":\"" + MotionEnergy.KIND + "\",\"num_frames\":" + FRAMES + ",\"image_size\":" + SIZE
                            + ",\"num_channels\":1}\n");
            Files.writeString(
                    encoder.resolve("preprocessor_config.json"),
                    "{\"size\":{\"height\":" + SIZE + ",\"width\":" + SIZE
                            + "},\"image_mean\":[0.0],\"image_std\":[1.0]}\n");
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The encoder cannot be written to " + encoder + ": " + failure.getMessage()
                            + "; look at the rights of that folder, or make room there.",
                    failure);
        }
        Safetensors.write(encoder.resolve("model.safetensors"), Map.of(), tensors());
        return own;
    }
}
