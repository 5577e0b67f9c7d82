package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ictograph.localizer.LocalizerException;

/** The {@code config.json} beside a network's weights, as the transformers library writes it. Immutable. */
final class NetworkConfig {
    private static final int LONGEST = 1 << 20;

    /** Published are windows of up to 19 steps; each costs memory for all steps. */
    private static final int WIDEST = 127;

    private final Path file;
    private final JsonNode root;

    private NetworkConfig(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** @throws LocalizerException when the file cannot be read or is no JSON object */
    static NetworkConfig read(Path file) throws LocalizerException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new LocalizerException(file + " is too large for the configuration of a network.");
            }
            JsonNode root = new JsonMapper().readTree(Files.readString(file));
            if (!root.isObject()) {
                throw new LocalizerException(file + " does not describe a network.");
            }
            return new NetworkConfig(file, root);
        } catch (JsonProcessingException failure) {
            throw new LocalizerException(file + " is not JSON.", failure);
        } catch (IOException failure) {
            throw new LocalizerException(
                    file + " cannot be read; a network needs its configuration beside its weights.", failure);
        }
    }

    /** What will be in a file. */
    static NetworkConfig of(Path file, ObjectNode root) {
        return new NetworkConfig(file, root);
    }

    /** Where it stands. */
    Path file() {
        return file;
    }

    /** A copy of all that it says. */
    ObjectNode json() {
        return root.deepCopy();
    }

    /** A whole number from 1 to 65536; of a list, as of tubelet sizes, the first. */
    int whole(String name) throws LocalizerException {
        JsonNode node = root.path(name);
        JsonNode value = node.isArray() ? node.path(0) : node;
        if (!value.isInt() || value.asInt() < 1 || value.asInt() > 65536) {
            throw new LocalizerException(file + " has no proper '" + name + "'.");
        }
        return value.asInt();
    }

    /** As {@link #whole}, but absent means something. */
    int whole(String name, int absent) throws LocalizerException {
        return root.hasNonNull(name) ? whole(name) : absent;
    }

    /** As {@link #whole}, of a member of an object. */
    int whole(String name, String member, int absent) throws LocalizerException {
        return root.path(name).isObject() ? new NetworkConfig(file, root.path(name)).whole(member, absent) : absent;
    }

    /** Odd whole numbers up to {@value #WIDEST}, one for each level of a pyramid of up to 12. */
    List<Integer> windows(List<Integer> absent) throws LocalizerException {
        List<Integer> windows = new ArrayList<>();
        root.path("windows").forEach(window -> windows.add(window.asInt()));
        if (windows.size() > 12
                || windows.stream().anyMatch(window -> window < 1 || window > WIDEST || window % 2 == 0)) {
            throw new LocalizerException(file + " has no proper 'windows'.");
        }
        return windows.isEmpty() ? absent : List.copyOf(windows);
    }

    /** A number for each channel: of brightness, or of red, green and blue. */
    List<Double> channels(String name) throws LocalizerException {
        return reals(name, root.path(name).size() == 1 ? 1 : 3);
    }

    /** So many numbers. */
    List<Double> reals(String name, int count) throws LocalizerException {
        List<Double> numbers = new ArrayList<>();
        root.path(name).forEach(number -> numbers.add(number.isNumber() ? number.asDouble() : Double.NaN));
        if (numbers.size() != count || !numbers.stream().allMatch(Double::isFinite)) {
            throw new LocalizerException(file + " has no proper '" + name + "'.");
        }
        return List.copyOf(numbers);
    }

    double real(String name, double absent) throws LocalizerException {
        JsonNode value = root.path(name);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw new LocalizerException(file + " has no proper '" + name + "'.");
        }
        return value.asDouble();
    }

    boolean flag(String name, boolean absent) {
        return root.path(name).asBoolean(absent);
    }

    String text(String name, String absent) {
        return root.path(name).asText(absent);
    }

    /** Class names by number; there must be one for each number from 0. */
    List<String> labels() throws LocalizerException {
        JsonNode names = root.path("id2label");
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode name = names.path(Integer.toString(i));
            if (!name.isTextual()) {
                throw new LocalizerException(file + " has no proper 'id2label'.");
            }
            labels.add(name.asText());
        }
        return List.copyOf(labels);
    }

    /** The function between the two layers of each MLP. */
    UnaryOperator<NDArray> activation() throws LocalizerException {
        String name = text("hidden_act", "gelu");
        return switch (name) {
            case "gelu" -> Layers::gelu;
            case "gelu_fast", "gelu_new", "gelu_pytorch_tanh" -> Layers::geluByTanh;
            default ->
                throw new LocalizerException(
                        file + " asks for the activation '" + name + "', which is not known here.");
        };
    }

    /** @throws LocalizerException unless the value is as needed: other variants would run and be wrong */
    void require(String name, String needed) throws LocalizerException {
        String value = text(name, needed);
        if (!value.equals(needed)) {
            throw new LocalizerException(
                    file + " has '" + name + "' = '" + value + "'; only '" + needed + "' can be run here.");
        }
    }
}
