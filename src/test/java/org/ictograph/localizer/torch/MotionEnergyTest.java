package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips with a patch that swings at a known frequency. */
class MotionEnergyTest {
    private static final int FRAMES = 64;
    private static final int SIZE = 32;

    /** Of the frequencies, the first sixteen over 2.1 s. */
    private static final List<Double> HERTZ =
            List.of(0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 10.0, 12.0);

    @TempDir
    Path folder;

    private interface Film {
        double at(int frame, int x, int y);
    }

    private float[] features(Film film) throws Exception {
        ModelFolder model = ModelFolder.open(MotionFilters.putDown(folder).resolve("encoder"));
        Torch torch = Torch.start(folder);
        float[] pixels = new float[FRAMES * SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) film.at(i / (SIZE * SIZE), i % SIZE, i / SIZE % SIZE);
        }
        try (Weights weights = model.weights(torch);
                NDManager manager = torch.manager()) {
            ClipClassifier encoder = model.classifier(weights);
            assertEquals(1, Preprocessing.read(model.folder(), SIZE).channels());
            float[] features = encoder.features(Layers.array(manager, pixels, 1, FRAMES, 1, SIZE, SIZE))
                    .toFloatArray();
            assertEquals(encoder.width(), features.length);
            return features;
        }
    }

    private static double swing(double hertz, int frame) {
        return 0.1 * Math.sin(2 * Math.PI * hertz * frame / 30 + 0.7);
    }

    @Test
    void aStillPictureHasNoMotionWhateverItsBrightness() throws Exception {
        float[] features = features((frame, x, y) -> (x * 7 + y * 3) % 11 / 11.0);
        for (int i = 0; i < 60; i++) {
            assertEquals(0, features[i], 1e-4, "feature " + i);
        }
    }

    @Test
    void aSwingIsFoundAtItsFrequencyWithTheEnergyOfItsAmplitude() throws Exception {
        for (double hertz : List.of(1.0, 3.0, 5.0, 8.0)) {
            float[] features = features((frame, x, y) -> x >= 24 && y < 8 ? 0.5 + swing(hertz, frame) : 0.5);
            int strongest = 0;
            for (int i = 1; i < HERTZ.size(); i++) {
                strongest = features[40 + i] > features[40 + strongest] ? i : strongest;
            }
            assertEquals(hertz, HERTZ.get(strongest));
            // ln(0.1² · 8 · 255²) / 4: a swing of amplitude a has the energy a². Side lobes leave a little open.
            assertEquals(2.1392, features[40 + strongest], 0.02);
            // The patch lies in the right upper corner: x from 0.5 to 1, y from −1 to −0.5.
            assertEquals(0.75, features[60], 0.01);
            assertEquals(-0.75, features[61], 0.01);
            assertEquals(64.0 / 1024, features[64], 0.005);
        }
    }

    @Test
    void whatRepeatsCountsMoreThanWhatMerelyMoves() throws Exception {
        float[] clonus = features((frame, x, y) -> x < 8 ? 0.5 + swing(4, frame) : 0.5);
        float[] step = features((frame, x, y) -> x < 8 && frame >= 32 ? 0.7 : 0.5);
        int four = HERTZ.indexOf(4.0);
        assertTrue(clonus[20 + four] - clonus[four] > step[20 + four] - step[four] + 0.2);
    }

    @Test
    void aConfigurationThatDoesNotFitIsToldInASentence() throws Exception {
        Path encoder = MotionFilters.putDown(folder).resolve("encoder");
        Path config = encoder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("\"num_channels\":1", "\"num_channels\":3"));
        Torch torch = Torch.start(folder);
        ModelFolder model = ModelFolder.open(encoder);
        try (Weights weights = model.weights(torch)) {
            LocalizerException told = assertThrows(LocalizerException.class, () -> model.classifier(weights));
            assertTrue(String.valueOf(told.getMessage()).contains("one channel, not of 3"), told.getMessage());
        }
    }
}
