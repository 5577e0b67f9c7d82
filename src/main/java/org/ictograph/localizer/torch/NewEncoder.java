package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.ictograph.localizer.LocalizerException;

/**
 * The folder {@code encoder} of a model that is made: {@code config.json}, {@code preprocessor_config.json}, {@code card.json}
 * with what it was made of, and {@code model.safetensors}, which is written last and makes it an encoder of the shelf. The card
 * goes along when the encoder is copied into a model that is trained on it.
 *
 * @param folder of the model
 */
record NewEncoder(Path folder) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @throws LocalizerException when there is an encoder or a model of that name already */
    void requireFree() throws LocalizerException {
        if (Files.exists(weights()) || Files.exists(NetworkShelf.card(folder))) {
            throw new LocalizerException("There is already a model in " + folder + "; give the new one another name.");
        }
    }

    /** Where what was reached so far is kept. */
    Path reached() {
        return folder.resolve("training");
    }

    Path encoder() {
        return folder.resolve("encoder");
    }

    Path weights() {
        return encoder().resolve("model.safetensors");
    }

    /** @param card gets the hash of the weights */
    void finish(Map<String, Safetensors.Tensor> tensors, ObjectNode config, ObjectNode preprocessing, ObjectNode card)
            throws LocalizerException {
        Path whole = encoder().resolve("model.made");
        try {
            Files.createDirectories(encoder());
            Safetensors.write(whole, Map.of(), tensors);
            card.put("model_sha256", Sha256.of(whole));
            write("config.json", config);
            write("preprocessor_config.json", preprocessing);
            write("card.json", card);
            Files.move(whole, weights(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The encoder cannot be written to " + encoder() + ": " + failure.getMessage()
                            + "; make room there and resume.",
                    failure);
        }
    }

    private void write(String name, ObjectNode document) throws IOException {
        Files.writeString(encoder().resolve(name), JSON.writeValueAsString(document) + "\n");
    }
}
