package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.ictograph.localizer.Footage;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Pretrained;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a film without labels to an encoder on the shelf, with a tiny VideoMAE. */
class EncoderPretrainerTest {
    private static final VideoMaeSize TINY = new VideoMaeSize(32, 4, 16, 2, 1, 1);
    private static final PretrainRecipe RECIPE = new PretrainRecipe(5, 1, 0.3, 24, 3e-3, TINY);

    @TempDir
    Path folder;

    private Path models = Path.of("");
    private CageFilm film;

    @BeforeEach
    void aFilm() throws Exception {
        models = folder.resolve("models");
        film = CageFilm.write(folder, 12);
    }

    private EncoderPretrainer trainer(String source, String model, boolean resume, PretrainRecipe recipe) {
        return new EncoderPretrainer(
                models, folder, new EncoderPretrainer.Order(source, model, resume), recipe, losses -> {});
    }

    private Pretrained pretrain(String source, String model, boolean resume, PretrainRecipe recipe) throws Exception {
        return trainer(source, model, resume, recipe).pretrain(film.footage(), film.films(), Progress.NONE);
    }

    private byte[] encoder(String model) throws Exception {
        return Files.readAllBytes(models.resolve(model).resolve("encoder/model.safetensors"));
    }

    @Test
    void theLossFallsAndTheEncoderLiesOnTheShelfWithItsCard() throws Exception {
        List<List<Double>> heard = new ArrayList<>();
        EncoderPretrainer trainer = new EncoderPretrainer(
                models, folder, new EncoderPretrainer.Order("", "own", false), RECIPE, heard::add);
        Pretrained made = trainer.pretrain(film.footage(), film.films(), Progress.NONE);
        assertEquals(5, made.losses().size());
        assertEquals(List.of(), heard.get(0));
        assertEquals(made.losses(), heard.get(5));
        // A network that says nothing has the mean square of normalised places, which is just below 1.
        assertTrue(
                made.losses().get(4) < 0.95 * made.losses().get(0),
                made.losses().toString());
        assertEquals(List.of("rat 0"), made.animals());
        assertTrue(
                made.remarks().get(0).contains("24 clips only"), made.remarks().toString());
        assertFalse(Files.exists(models.resolve("own/training")));

        JsonNode card = new JsonMapper().readTree(Files.readString(models.resolve("own/encoder/card.json")));
        assertEquals("masked pre-training", card.get("stage").asText());
        assertEquals(0.3, card.at("/recipe/mask_ratio").asDouble());
        assertEquals(
                Sha256.of(models.resolve("own/encoder/model.safetensors")),
                card.get("model_sha256").asText());
        assertEquals(List.of("own"), NetworkShelf.encoders(models));
        assertEquals(List.of(), NetworkShelf.of(models, folder), "an encoder alone proposes nothing");

        ModelFolder shelved = ModelFolder.open(models.resolve("own/encoder"));
        try (Weights weights = shelved.weights(Golden.torch());
                FrameReader reader = film.films().open(film.recording())) {
            ClipClassifier clips = shelved.classifier(weights);
            assertEquals(16, clips.width());
            FeatureSource features = new FeatureSource(
                    Golden.torch(),
                    clips,
                    Preprocessing.read(shelved.folder(), clips.tubelets().size()),
                    new FeatureCache(folder.resolve("features"), "own"));
            List<List<float[]>> seen = features.of(film.recording(), List.of(film.cage(0)), reader, Progress.NONE);
            assertEquals(features.grid().steps(360), seen.get(0).size());
            for (float[] step : seen.get(0)) {
                double mean = 0;
                for (float number : step) {
                    assertTrue(Float.isFinite(number));
                    mean += number / 16;
                }
                assertEquals(0, mean, 1e-5, "the mean of all tokens is normalised");
            }
        }
        assertSentence("already a model", "", "own", false, RECIPE);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndResumingThemToo() throws Exception {
        pretrain("", "whole", false, RECIPE);
        pretrain("", "again", false, RECIPE);
        assertArrayEquals(encoder("whole"), encoder("again"));
        pretrain("", "other", false, new PretrainRecipe(5, 2, 0.3, 24, 3e-3, TINY));
        assertFalse(Arrays.equals(encoder("whole"), encoder("other")));

        Path reached = models.resolve("parts/training/epoch-00002.safetensors");
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return Files.exists(reached);
            }
        };
        assertThrows(
                CancellationException.class,
                () -> trainer("", "parts", false, RECIPE).pretrain(film.footage(), film.films(), stopping));
        assertEquals(
                List.of("again", "other", "whole"), NetworkShelf.encoders(models), "half an encoder is on no shelf");
        assertSentence("go on with it with --resume", "", "parts", false, RECIPE);
        assertSentence("belongs to other labels", "", "parts", true, RECIPE.during(6));
        assertEquals(5, pretrain("", "parts", true, RECIPE).losses().size());
        assertArrayEquals(encoder("whole"), encoder("parts"));
    }

    @Test
    void itBeginsFromAVideoMaeOfTheShelf() throws Exception {
        Path source = Files.createDirectories(models.resolve("golden/encoder"));
        Path golden = Golden.of("videomae-mean").folder();
        Files.copy(golden.resolve("model.safetensors"), source.resolve("model.safetensors"));
        String config = Files.readString(golden.resolve("config.json"));
        Files.writeString(
                source.resolve("config.json"),
                config.replaceFirst(
                        "\\{",
                        "{\"decoder_hidden_size\":12,\"decoder_intermediate_size\":24,\"decoder_num_attention_heads\":2,"
                                + "\"decoder_num_hidden_layers\":1,"));
        Files.writeString(
                source.resolve("preprocessor_config.json"),
                "{\"size\":{\"height\":32,\"width\":32},\"image_mean\":[0.485,0.456,0.406],\"image_std\":[0.229,0.224,0.225]}");
        PretrainRecipe slow = new PretrainRecipe(1, 1, 0.3, 8, 1e-6, TINY);
        pretrain("golden", "further", false, slow);
        String name = "videomae.encoder.layer.1.output.dense.weight";
        try (Safetensors before = Safetensors.open(source.resolve("model.safetensors"));
                Safetensors after = Safetensors.open(models.resolve("further/encoder/model.safetensors"))) {
            assertArrayEquals(before.tensor(name).numbers(), after.tensor(name).numbers(), 1e-4f);
            assertFalse(after.names().contains("classifier.weight"));
        }
        Files.writeString(source.resolve("config.json"), config.replace("\"videomae\"", "\"vivit\""));
        assertSentence("Only a VideoMAE can be pre-trained", "golden", "new", false, slow);
        assertSentence("There is no folder", "absent", "new", false, slow);
        assertSentence("places of a picture is none", "", "new", false, new PretrainRecipe(1, 1, 0.1, 8, 1e-3, TINY));
        assertFalse(Files.exists(models.resolve("new")), "nothing is left of what was refused");
    }

    @Test
    void whatCannotBeLearnedIsToldInASentence() throws Exception {
        assertSentence(
                "the loss is no number any more", "", "far", false, new PretrainRecipe(5, 1, 0.3, 24, 1e30, TINY));
        assertSentence(
                "The clips need",
                "",
                "large",
                false,
                new PretrainRecipe(5, 1, 0.3, 1_000_000, 1e-3, VideoMaeSize.BASE));
        List<Footage> brief =
                List.of(new Footage(film.recording(), film.cage(0), "rat 0", SpanSet.of(new Span(0, 100_000))));
        LocalizerException told = assertThrows(
                LocalizerException.class,
                () -> trainer("", "brief", false, RECIPE).pretrain(brief, film.films(), Progress.NONE));
        assertTrue(String.valueOf(told.getMessage()).contains("as long as a clip of 133 ms"), told.getMessage());
        assertFalse(Files.exists(models.resolve("far/encoder/model.safetensors")));
    }

    @Test
    void freshWeightsHaveTheNamesAndShapesOfTheReference() throws Exception {
        try (Weights reference = Golden.of("videomae-pretrain").weights()) {
            VideoMaeSize size = new VideoMaeSize(32, 4, 24, 2, 2, 1);
            Map<String, Safetensors.Tensor> fresh = new LinkedHashMap<>(FreshVideoMae.encoder(size, 1));
            fresh.putAll(FreshVideoMae.decoder(24, 12, 24, 1, 1536, 1));
            assertEquals(reference.arrays().keySet(), fresh.keySet());
            // The MLP of the reference is twice as wide as its tokens, that of the published network four times.
            reference.tensors().forEach((name, tensor) -> {
                if (!tensor.shape().contains(48L)) {
                    assertEquals(
                            tensor.shape(),
                            Objects.requireNonNull(fresh.get(name)).shape(),
                            name);
                }
            });
        }
        // Published: 94,209,408 numbers, without the norm that only the pooling by the first token has.
        Map<String, Safetensors.Tensor> base = new LinkedHashMap<>(FreshVideoMae.encoder(VideoMaeSize.BASE, 1));
        long encoder = base.values().stream().mapToLong(t -> t.numbers().length).sum();
        long decoder = FreshVideoMae.decoder(768, 384, 1536, 4, 1536, 1).values().stream()
                .mapToLong(t -> t.numbers().length)
                .sum();
        assertEquals(94_209_408, encoder + decoder);
    }

    @Test
    void clipsAreDrawnBySeedAndShowTheirTime() throws Exception {
        Preprocessing plain = new Preprocessing(0, 32, 1, 0, List.of(0.0), List.of(1.0));
        ClipReader clips = new ClipReader(plain, 2, 3);
        assertEquals(1_500_000, clips.length());
        try (FrameReader reader = film.films().open(film.recording())) {
            // The picture at 3.07 s is in the flash and bright, those half a second and a second before are dark.
            StoredClip clip = clips.read(reader, film.cage(1), 2_066_667, Progress.NONE);
            assertEquals(3, clip.frames());
            assertTrue(clip.at(2, 16, 16) > 180, "bright");
            assertTrue(clip.at(0, 16, 16) < 170 && clip.at(1, 16, 16) < 170, "dark");
        }
        Tubelets tubelets = new Tubelets(4, 160, 3, 2, 16);
        int[] hidden = TubeMask.random(tubelets, 0.3, new Random(1)).hidden(tubelets);
        assertEquals(60, hidden.length, "three of ten places in both slices");
        for (int i = 0; i < 30; i++) {
            assertEquals(hidden[i] + 100, hidden[30 + i], "the same in both slices");
        }
    }

    private void assertSentence(String part, String source, String model, boolean resume, PretrainRecipe recipe) {
        LocalizerException told = assertThrows(LocalizerException.class, () -> pretrain(source, model, resume, recipe));
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }
}
