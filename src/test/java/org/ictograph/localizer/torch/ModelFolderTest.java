package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ictograph.localizer.LocalizerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    @TempDir
    Path folder;

    private void copy(String golden, String was, String is) throws Exception {
        Path source = Golden.of(golden).folder();
        Files.copy(source.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        String config = Files.readString(source.resolve("config.json"));
        Files.writeString(folder.resolve("config.json"), config.replace(was, is));
    }

    private ClipClassifier network(Weights weights) throws LocalizerException {
        return ModelFolder.open(folder).classifier(weights);
    }

    @Test
    void bothSpellingsOfTheBiasAreRead() throws Exception {
        copy("videomae-mean", "", "");
        Path file = folder.resolve("model.safetensors");
        Map<String, Safetensors.Tensor> renamed = new LinkedHashMap<>();
        try (Safetensors tensors = Safetensors.open(file)) {
            for (String name : tensors.names()) {
                String other = name.replace("q_bias", "query.bias").replace("v_bias", "value.bias");
                renamed.put(other, tensors.tensor(name));
            }
        }
        Safetensors.write(file, Map.of(), renamed);
        Golden golden = Golden.of("videomae-mean");
        try (Weights weights = ModelFolder.open(folder).weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            NDArray logits = network(weights).logits(golden.tensor(manager, "input.pixel_values"));
            Golden.assertNear("logits", Golden.rows(manager, golden.json().get("logits")), logits);
        }
    }

    @Test
    void timeEmbeddingsAreResizedToTheFramesAsked() throws Exception {
        copy("timesformer", "\"num_frames\": 4", "\"num_frames\": 6");
        try (Weights weights = ModelFolder.open(folder).weights(Golden.torch());
                Weights before = ModelFolder.open(folder).weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            ClipClassifier network = network(weights);
            assertEquals(
                    new Shape(1, 3),
                    network.logits(manager.ones(new Shape(1, 6, 3, 32, 32))).getShape());
            String name = "timesformer.embeddings.time_embeddings";
            float[] old = before.take(name, 1, 4, 24).toFloatArray();
            float[] resized = weights.take(name, 1, 6, 24).toFloatArray();
            int[] nearest = {0, 0, 1, 2, 2, 3};
            for (int frame = 0; frame < 6; frame++) {
                for (int i = 0; i < 24; i++) {
                    assertEquals(old[nearest[frame] * 24 + i], resized[frame * 24 + i]);
                }
            }
        }
    }

    @Test
    void placesAreResizedToTheGridAsked() throws Exception {
        copy("timesformer", "\"image_size\": 32", "\"image_size\": 64");
        try (Weights weights = ModelFolder.open(folder).weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            ClipClassifier network = network(weights);
            assertEquals(
                    new Shape(1, 3),
                    network.logits(manager.ones(new Shape(1, 4, 3, 64, 64))).getShape());
            NDArray places = weights.take("timesformer.embeddings.position_embeddings", 1, 17, 24);
            assertArrayEquals(places.get(0, 1).toFloatArray(), places.get(0, 6).toFloatArray());
            assertArrayEquals(
                    places.get(0, 11).toFloatArray(), places.get(0, 16).toFloatArray());
        }
    }

    @Test
    void whatDoesNotFitIsToldInASentence() throws Exception {
        assertSentence("cannot be read", () -> ModelFolder.open(folder));
        copy("timesformer", "\"hidden_size\": 24", "\"hidden_size\": 32");
        try (Weights weights = ModelFolder.open(folder).weights(Golden.torch())) {
            assertSentence("another network", () -> network(weights));
            for (String[] change : new String[][] {
                {"\"model_type\": \"timesformer\"", "\"model_type\": \"bert\"", "of the kind 'bert'"},
                {"divided_space_time", "joint_space_time", "only 'divided_space_time'"},
                {"\"num_frames\": 4", "\"num_frames\": -4", "no proper 'num_frames'"},
                {"\"num_frames\": 4", "\"num_frames\": \"4\"", "no proper 'num_frames'"},
                {"\"gelu\"", "\"softshrink\"", "not known here"},
                {"\"image_size\": 32", "\"image_size\": 33", "cannot be cut"},
                {"\"image_size\": 32", "\"image_size\": 65536", "too large to be looked at"},
                {"\"num_attention_heads\": 2", "\"num_attention_heads\": 0", "no proper 'num_attention_heads'"},
                {"\"num_attention_heads\": 2", "\"num_attention_heads\": 5", "attention heads"},
                {"{", "[", "not JSON"},
            }) {
                Files.delete(folder.resolve("model.safetensors"));
                Files.delete(folder.resolve("config.json"));
                copy("timesformer", change[0], change[1]);
                try (Weights fresh = Weights.read(Golden.torch(), folder.resolve("model.safetensors"))) {
                    assertSentence(change[2], () -> network(fresh));
                }
            }
        }
    }

    @Test
    void picklesAreNotOpened() throws Exception {
        copy("vivit", "", "");
        Files.delete(folder.resolve("model.safetensors"));
        Files.copy(Golden.of("torchscript").folder().resolve("legacy.pt"), folder.resolve("pytorch_model.bin"));
        ModelFolder model = ModelFolder.open(folder);
        assertSentence("can run code", () -> model.weights(Golden.torch()));
        Files.delete(folder.resolve("pytorch_model.bin"));
        assertSentence("no weights to read", () -> model.weights(Golden.torch()));
    }

    @Test
    void aClipOfAnotherShapeIsRefused() throws Exception {
        copy("vivit", "", "");
        try (Weights weights = ModelFolder.open(folder).weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            ClipClassifier network = network(weights);
            assertSentence("the network takes", () -> network.logits(manager.ones(new Shape(1, 8, 3, 32, 32))));
        }
    }

    @Test
    void preprocessingIsReadAndNeverGuessed() throws Exception {
        assertSentence("no preprocessor_config.json", () -> Preprocessing.read(folder, 224));
        preprocessor(
                "{\"size\":{\"shortest_edge\":256},\"do_center_crop\":true,\"crop_size\":{\"height\":224,\"width\":224},"
                        + "\"image_mean\":[0.45,0.45,0.45],\"image_std\":[0.225,0.225,0.225]}");
        Preprocessing timesformer = Preprocessing.read(folder, 224);
        assertEquals(256, timesformer.shortest());
        assertEquals((1 - 0.45) / 0.225, timesformer.value(255, 0), 1e-6);
        preprocessor("{\"image_processor_type\":\"VivitImageProcessor\",\"size\":{\"shortest_edge\":224},"
                + "\"rescale_factor\":0.00784313725490196,\"do_normalize\":false}");
        Preprocessing vivit = Preprocessing.read(folder, 224);
        assertEquals(-1, vivit.value(0, 1), 1e-6);
        assertEquals(1, vivit.value(255, 1), 1e-6);
        preprocessor("{\"size\":{\"height\":112,\"width\":112},\"image_mean\":[0,0,0],\"image_std\":[1,1,1]}");
        assertSentence("112 pixels where the network takes 224", () -> Preprocessing.read(folder, 224));
        preprocessor("{\"size\":{\"shortest_edge\":224},\"image_mean\":[0.5,0.5]}");
        assertSentence("no proper 'image_mean'", () -> Preprocessing.read(folder, 224));
        for (String deviation : new String[] {"0", "-1", "null", "\"a\"", "1e999"}) {
            preprocessor("{\"size\":{\"height\":224},\"image_mean\":[0,0,0],\"image_std\":[1,1," + deviation + "]}");
            assertSentence("no proper 'image_std'", () -> Preprocessing.read(folder, 224));
        }
    }

    private void preprocessor(String json) throws Exception {
        Files.writeString(folder.resolve("preprocessor_config.json"), json);
    }

    private static void assertSentence(String part, Executable refused) {
        LocalizerException told = assertThrows(LocalizerException.class, refused);
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }
}
