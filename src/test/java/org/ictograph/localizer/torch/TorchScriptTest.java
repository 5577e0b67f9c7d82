package org.ictograph.localizer.torch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trust;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * TorchScript modules run where somebody trusts exactly that file, and nowhere else. The golden files were made by {@code make.py}
 * beside them with Python's PyTorch 2.13.0 (CPU), which also gave the golden numbers; the module was written while it trained, with
 * a dropout of a half that must be off here.
 */
@Timeout(120)
class TorchScriptTest {
    private static final Path RAN = Path.of("target", "torchscript-was-here");

    @TempDir
    Path folder;

    private Path models;
    private Path encoder;
    private Path module;

    @BeforeEach
    void putOnShelf() throws Exception {
        models = folder.resolve("models");
        encoder = Files.createDirectories(models.resolve("foreign").resolve("encoder"));
        module = encoder.resolve("model.pt");
        for (String name : List.of("model.pt", "config.json", "preprocessor_config.json")) {
            Files.copy(golden(name), encoder.resolve(name));
        }
        Files.writeString(
                models.resolve("foreign").resolve("localizer.json"),
                "{\"id2label\": {\"0\": \"seizure\"}, \"least_score\": 0.5}");
    }

    private static Path golden(String name) throws Exception {
        return Golden.of("torchscript").folder().resolve(name);
    }

    private TrustedModules trust() {
        return new TrustedModules(models);
    }

    private Trust.Module told() throws LocalizerException {
        return trust().modules().get(0);
    }

    private NDArray run(NDManager manager, boolean logits) throws Exception {
        ModelFolder opened = ModelFolder.open(encoder);
        try (Weights weights = opened.weights(Golden.torch())) {
            ClipClassifier network = opened.classifier(weights);
            NDArray numbers = manager.arange(0, 2 * 4 * 3 * 16 * 16).toType(DataType.FLOAT32, true);
            NDArray clips = numbers.mul(37).mod(101).div(64).sub(0.75).reshape(2, 4, 3, 16, 16);
            NDArray told = logits ? network.logits(clips) : network.features(clips);
            told.attach(manager);
            return told;
        }
    }

    private void config(String was, String is) throws Exception {
        Path file = module.resolveSibling("config.json");
        Files.writeString(file, Files.readString(file).replace(was, is));
    }

    @Test
    void aTrustedModuleGivesWhatPythonGives() throws Exception {
        trust().give(told());
        try (NDManager manager = Golden.torch().manager()) {
            NDArray wanted =
                    manager.create(new float[] {-0.39618397f, 0.09224528f, -0.40209717f, 0.09323641f}, new Shape(2, 2));
            Golden.assertNear("logits", wanted, run(manager, true));
            config("\"output\": \"logits\"", "\"output\": \"features\", \"hidden_size\": 2");
            Golden.assertNear("features", wanted, run(manager, false));
            assertSentence("tells no classes", () -> run(manager, true));
        }
    }

    /** The same file does what it likes as soon as it is read, so it must not even be read. */
    @Test
    void nothingRunsBeforeSomebodyTrustsIt() throws Exception {
        Files.copy(golden("writes-when-read.pt"), module, REPLACE_EXISTING);
        Files.deleteIfExists(RAN);
        try (NDManager manager = Golden.torch().manager()) {
            assertSentence("nobody has said that it may run", () -> run(manager, true));
            assertSentence(told().hash(), () -> run(manager, true));
            assertFalse(Files.exists(RAN), "it ran");
            trust().give(told());
            run(manager, true);
            assertTrue(Files.exists(RAN), "the module does nothing, so this test shows nothing");
            Files.delete(RAN);
            trust().withdraw(told());
            assertSentence("nobody has said that it may run", () -> run(manager, true));
            assertFalse(Files.exists(RAN), "it ran");
        } finally {
            Files.deleteIfExists(RAN);
        }
    }

    @Test
    void aChangedFileIsNotTrusted() throws Exception {
        Trust.Module before = told();
        assertFalse(before.given());
        trust().give(before);
        assertTrue(told().given());
        Path kept = folder.resolve("trusted-modules.properties");
        assertTrue(Files.readString(kept).contains(before.hash() + " = foreign"), Files.readString(kept));
        Files.copy(golden("writes-when-read.pt"), module, REPLACE_EXISTING);
        assertFalse(told().given());
        assertNotEquals(before.hash(), told().hash());
        try (NDManager manager = Golden.torch().manager()) {
            assertSentence("nobody has said", () -> run(manager, true));
        }
        trust().withdraw(told());
        Files.copy(golden("model.pt"), module, REPLACE_EXISTING);
        assertFalse(told().given(), "what the model was before is not trusted either");
        Files.writeString(kept, "\\u00zz = broken");
        assertSentence("mend it, or delete it", () -> told());
    }

    @Test
    void aShelvedModuleProposesWhenTrusted() throws Exception {
        CageFilm film = CageFilm.write(folder, 4);
        Localizer localizer = NetworkShelf.of(models, folder.resolve("cache")).get(0);
        assertEquals("foreign", localizer.model());
        assertEquals(told().hash(), localizer.weights());
        try (FrameReader reader = film.films().open(film.recording())) {
            assertSentence(
                    "models --trust foreign",
                    () -> localizer.localize(film.recording(), List.of(film.cage(0)), reader, Progress.NONE));
            trust().give(told());
            Localization found = localizer.localize(film.recording(), List.of(film.cage(0)), reader, Progress.NONE);
            assertEquals(1, found.tracks().size());
            assertFalse(found.tracks().get(0).values().isEmpty());
            found.tracks().get(0).values().forEach(score -> assertTrue(score > 0 && score < 1, "" + score));
            assertEquals(told().hash(), found.run().weights());
        }
    }

    @Test
    void picklesAndWhatIsDamagedGetASentence() throws Exception {
        for (String pickle : List.of("pickle.pt", "legacy.pt")) {
            Files.copy(golden(pickle), module, REPLACE_EXISTING);
            assertSentence("convert it: python -c", () -> trust().give(told()));
        }
        byte[] whole = Files.readAllBytes(golden("model.pt"));
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Files.write(module, Arrays.copyOf(whole, length));
            assertSentence("copy it again", () -> trust().give(told()));
        }
        byte[] flipped = whole.clone();
        flipped[200] ^= 1;
        Files.write(module, flipped);
        assertSentence("is damaged", () -> trust().give(told()));
        Files.write(module, "no module".getBytes(StandardCharsets.UTF_8));
        assertSentence("is damaged or is none", () -> trust().give(told()));
        assertFalse(Files.exists(folder.resolve("trusted-modules.properties")));
    }

    @Test
    void whatDoesNotFitGetsASentence() throws Exception {
        trust().give(told());
        try (NDManager manager = Golden.torch().manager()) {
            config("\"output\": \"logits\"", "\"output\": \"features\", \"hidden_size\": 7");
            assertSentence("wants one result of float32 (2, 7)", () -> run(manager, false));
            config("\"features\"", "\"boxes\"");
            assertSentence("gives 'logits' or 'features'", () -> run(manager, false));
            config("\"boxes\"", "\"logits\"");
            config("\"1\": \"other\"", "");
            config("\"seizure\", ", "\"seizure\"");
            assertSentence("names 1 classes", () -> run(manager, true));
            config("\"id2label\": {\"0\": \"seizure\"}", "\"id2label\": {\"0\": \"seizure\", \"1\": \"other\"}");
            config("\"image_size\": 16", "\"image_size\": 2");
            ModelFolder opened = ModelFolder.open(encoder);
            try (Weights weights = opened.weights(Golden.torch())) {
                ClipClassifier network = opened.classifier(weights);
                assertSentence("stopped over a clip", () -> network.features(manager.ones(new Shape(1, 4, 3, 2, 2))));
            }
            assertSentence("learns nothing more here", opened::tensors);
            config("torchscript", "videomae");
            assertSentence(
                    "\"model_type\": \"torchscript\"",
                    () -> ModelFolder.open(encoder).weights(Golden.torch()));
        }
    }

    private static void assertSentence(String part, Executable refused) {
        LocalizerException told = assertThrows(LocalizerException.class, refused);
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
        assertFalse(String.valueOf(told.getMessage()).contains("\n"), told.getMessage());
    }
}
