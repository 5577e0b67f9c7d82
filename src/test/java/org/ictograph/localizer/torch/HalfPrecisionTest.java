package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine computes in half precision on the CPU as well, only slowly, so that a card is not needed to see what is chosen. */
class HalfPrecisionTest {
    @TempDir
    Path folder;

    private static HalfPrecision both(ModelFolder network, Weights weights) throws LocalizerException {
        Weights halves = weights.halves();
        return new HalfPrecision(network.classifier(weights), network.classifier(halves), halves);
    }

    private static float[] numbers(NDArray array) {
        try (array) {
            return array.toFloatArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timesformer", "videomae-mean", "videomae-token", "vivit"})
    void halfIsTakenWhereItChangesNextToNothing(String name) throws Exception {
        Golden golden = Golden.of(name);
        ModelFolder network = ModelFolder.open(golden.folder());
        try (Weights weights = network.weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            HalfPrecision both = both(network, weights);
            NDArray pixels = golden.tensor(manager, "input.pixel_values");
            float[] exact = numbers(network.classifier(weights).features(pixels));
            assertArrayEquals(exact, numbers(both.features(pixels)), "the first batch is seen in full precision");
            assertTrue(both.chosen());
            int before = manager.getManagedArrays().size();
            float[] half = numbers(both.features(pixels));
            double off = HalfPrecision.difference(exact, half);
            assertTrue(off > 0 && off <= HalfPrecision.TOLERANCE, "off by " + off);
            assertEquals(before, manager.getManagedArrays().size(), "nothing is left with the clip");
        }
    }

    /** A sum of the first layer a million times as large, beyond the 65504 of half precision. */
    private static Map<String, Safetensors.Tensor> overflowing(Map<String, Safetensors.Tensor> tensors) {
        Map<String, Safetensors.Tensor> changed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            float factor = name.contains("encoder.layer.0.attention.output.dense") ? 1e6f : 1;
            float[] numbers = tensor.numbers().clone();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= factor;
            }
            changed.put(name, new Safetensors.Tensor(tensor.shape(), numbers));
        });
        return changed;
    }

    @Test
    void whatOverflowsIsSeenInFullPrecisionWithTheSameProposals() throws Exception {
        CageFilm film = CageFilm.write(folder, 8);
        ModelFolder network = ModelFolder.open(Golden.of("timesformer").folder());
        try (Weights read = network.weights(Golden.torch());
                Weights weights = Weights.of(Golden.torch(), "large", overflowing(read.tensors()))) {
            HalfPrecision both = both(network, weights);
            int ofBoth = weights.manager().getManagedArrays().size();
            Localization wanted = propose(film, network.classifier(weights), "full");
            Localization found = propose(film, both, "half");
            assertFalse(both.chosen());
            assertFalse(wanted.proposals().isEmpty());
            assertEquals(SmallLocalizer.shown(wanted), SmallLocalizer.shown(found));
            assertTrue(weights.manager().getManagedArrays().size() <= ofBoth, "the halves are freed");
        }
    }

    private Localization propose(CageFilm film, ClipClassifier encoder, String cache) throws Exception {
        try (FrameReader reader = film.films().open(film.recording())) {
            return new SmallLocalizer(film, encoder, folder.resolve(cache)).propose(reader, Progress.NONE);
        }
    }

    @Test
    void whatOverflowsLaterIsSeenAgainInFullPrecision() throws Exception {
        Golden golden = Golden.of("timesformer");
        ModelFolder folder = ModelFolder.open(golden.folder());
        try (Weights weights = folder.weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            HalfPrecision both = both(folder, weights);
            NDArray pixels = golden.tensor(manager, "input.pixel_values");
            both.features(pixels).close();
            assertTrue(both.chosen());
            NDArray glaring = pixels.mul(1e6f);
            assertArrayEquals(numbers(folder.classifier(weights).features(glaring)), numbers(both.features(glaring)));
            assertFalse(both.chosen());
        }
    }

    @Test
    void theProcessorComputesInFullPrecision() throws Exception {
        ModelFolder folder = ModelFolder.open(Golden.of("timesformer").folder());
        try (Weights weights = folder.weights(Golden.torch())) {
            assertEquals(Golden.torch().onCard(), folder.looking(Golden.torch(), weights) instanceof HalfPrecision);
        }
    }

    /** In full precision as the other, in half as the engine says. */
    private record Failing(ClipClassifier network, String said) implements PassingOn {
        @Override
        public NDArray features(NDArray pixels) {
            throw new EngineException(said);
        }
    }

    @Test
    void whatTheEngineCannotDoInHalfIsDoneInFullAndLackOfMemoryIsTold() throws Exception {
        Golden golden = Golden.of("vivit");
        ModelFolder folder = ModelFolder.open(golden.folder());
        try (Weights weights = folder.weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            ClipClassifier full = folder.classifier(weights);
            NDArray pixels = golden.tensor(manager, "input.pixel_values");
            HalfPrecision narrow =
                    new HalfPrecision(full, new Failing(full, "CUDA out of memory. Tried 20 MiB"), weights.halves());
            assertThrows(EngineException.class, () -> narrow.features(pixels));
            HalfPrecision unable = new HalfPrecision(
                    full, new Failing(full, "\"softmax\" not implemented for 'Half'"), weights.halves());
            for (int i = 0; i < 2; i++) {
                assertArrayEquals(numbers(full.features(pixels)), numbers(unable.features(pixels)));
            }
        }
    }

    @Test
    void differencesAreByTheSizeOfAllFeatures() {
        // Root mean square of 3, 4, 0, 0 is 2.5.
        assertEquals(0.2, HalfPrecision.difference(new float[] {3, 4, 0, 0}, new float[] {3, 3.5f, 0, 0}), 1e-9);
        assertEquals(0, HalfPrecision.difference(new float[2], new float[2]));
        assertEquals(
                Double.POSITIVE_INFINITY, HalfPrecision.difference(new float[] {1, 1}, new float[] {Float.NaN, 1}));
        assertEquals(
                Double.POSITIVE_INFINITY,
                HalfPrecision.difference(new float[] {1, 1}, new float[] {1, Float.POSITIVE_INFINITY}));
    }
}
