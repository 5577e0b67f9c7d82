package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Videos;

/** A folder of {@code golden/}: a network of the reference with what it makes of given inputs. */
record Golden(Path folder) {
    /** Where PyTorch is unpacked, once for all tests of a program. */
    static final Path CACHE = Path.of(System.getProperty("ENGINE_CACHE_DIR", "target/torch"));

    static Golden of(String name) throws Exception {
        return new Golden(Path.of(Golden.class.getResource("golden/" + name).toURI()));
    }

    /** One PyTorch for all tests of a program. */
    static Torch torch() throws LocalizerException {
        return Torch.start(CACHE);
    }

    JsonNode json() throws Exception {
        return new JsonMapper().readTree(Files.readString(folder.resolve("golden.json")));
    }

    /** Puts the network into a folder of a shelf as its encoder, with how pictures are prepared for it. */
    void putDown(Path model) throws Exception {
        Path encoder = Files.createDirectories(model.resolve("encoder"));
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(folder.resolve(file), encoder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                encoder.resolve("preprocessor_config.json"),
                "{\"size\":{\"height\":32,\"width\":32},\"image_mean\":[0.45,0.45,0.45],\"image_std\":[0.225,0.225,0.225]}");
    }

    Weights weights() throws LocalizerException {
        return Weights.read(torch(), folder.resolve("model.safetensors"));
    }

    NetworkConfig config() throws LocalizerException {
        return NetworkConfig.read(folder.resolve("config.json"));
    }

    NDArray tensor(NDManager manager, String name) throws LocalizerException {
        try (Safetensors tensors = Safetensors.open(folder.resolve("tensors.safetensors"))) {
            return Weights.array(manager, tensors.tensor(name));
        }
    }

    /** Compares with a tensor of the golden file. */
    void assertNear(String name, NDArray actual) throws LocalizerException {
        try (NDManager manager = torch().manager()) {
            assertNear(name, tensor(manager, name), actual);
        }
    }

    static void assertNear(String what, NDArray expected, NDArray actual) {
        assertEquals(expected.getShape(), actual.getShape(), what);
        float[] wanted = expected.toFloatArray();
        float[] got = actual.toFloatArray();
        double worst = 0;
        for (int i = 0; i < wanted.length; i++) {
            worst = Math.max(worst, Math.abs(wanted[i] - got[i]));
            assertTrue(Float.isFinite(got[i]), what);
        }
        assertTrue(worst <= 1e-5, what + " differs by " + worst);
    }

    /** Rows of numbers of a golden.json. */
    static NDArray rows(NDManager manager, JsonNode rows) {
        int width = rows.get(0).size();
        float[] numbers = new float[rows.size() * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) rows.get(i / width).get(i % width).asDouble();
        }
        return manager.create(numbers, new Shape(rows.size(), width));
    }

    static void assertClose(String what, double expected, double actual, double relative) {
        assertEquals(expected, actual, Math.abs(expected) * relative, what);
    }

    /** Euclidean length of a gradient. */
    static double norm(NDArray parameter) {
        double sum = 0;
        try (NDArray gradient = parameter.getGradient()) {
            for (float number : gradient.toFloatArray()) {
                sum += (double) number * number;
            }
        }
        return Math.sqrt(sum);
    }

    /** A recording of one film of 128 × 48 points, which a test has written. */
    static Recording recording(UUID id, Videos videos, Path file, FrameIndex index) throws Exception {
        return new Recording(
                id,
                "film",
                List.of(VideoFile.only("film.mp4", Files.size(file), videos.fingerprint(file))),
                128,
                48,
                index.frames(),
                index.duration(),
                SpanSet.EMPTY,
                Optional.empty(),
                "");
    }
}
