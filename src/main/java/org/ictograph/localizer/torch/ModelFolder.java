package org.ictograph.localizer.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ictograph.localizer.LocalizerException;

/**
 * A folder with a network as the transformers library writes it: {@code config.json}, {@code model.safetensors}, and
 * {@code preprocessor_config.json}. The network is built from these three alone; nothing in the folder is run.
 *
 * @param config what kind of network, and how large
 */
record ModelFolder(Path folder, NetworkConfig config) {
    private static final String WEIGHTS = "model.safetensors";

    /** @throws LocalizerException when the folder has no readable configuration */
    static ModelFolder open(Path folder) throws LocalizerException {
        return new ModelFolder(folder, NetworkConfig.read(folder.resolve("config.json")));
    }

    /**
     * Reads the weights.
     *
     * @throws LocalizerException when there are none in a format that holds numbers only
     */
    Weights weights(Torch torch) throws LocalizerException {
        return Weights.read(torch, file());
    }

    /** As {@link #weights}, without PyTorch. */
    Safetensors tensors() throws LocalizerException {
        return Safetensors.open(file());
    }

    private Path file() throws LocalizerException {
        Path file = folder.resolve(WEIGHTS);
        if (Files.notExists(file)) {
            boolean pickled = Files.exists(folder.resolve("pytorch_model.bin"));
            throw new LocalizerException("There is no " + WEIGHTS + " in " + folder
                    + (pickled
                            ? "; its pytorch_model.bin is a pickle, which can run code when it is opened and is not read. "
                                    + "Convert it to safetensors where it was made."
                            : ", so there are no weights to read."));
        }
        return file;
    }

    /**
     * Builds the network.
     *
     * @throws LocalizerException when its kind is not known here, or the weights are those of another
     */
    ClipClassifier classifier(Weights weights) throws LocalizerException {
        String kind = config.text("model_type", "");
        ClipClassifier network =
                switch (kind) {
                    case "timesformer" -> new TimeSformer(config, weights);
                    case "videomae" -> new VideoMae(config, weights);
                    case MotionEnergy.KIND -> new MotionEnergy(config, weights);
                    case "vivit" -> new Vivit(config, weights);
                    default ->
                        throw new LocalizerException("The network in " + folder + " is of the kind '" + kind
                                + "'; TimeSformer, VideoMAE and ViViT can be run here.");
                };
        weights.requireAllTaken();
        return network;
    }
}
