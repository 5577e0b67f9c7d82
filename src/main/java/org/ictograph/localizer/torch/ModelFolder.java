package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ictograph.localizer.LocalizerException;

/**
 * A folder with a network as the transformers library writes it: {@code config.json}, {@code model.safetensors}, and
 * {@code preprocessor_config.json}. The network is built from these three alone; nothing in the folder is run. Only a {@link
 * TorchScript} in place of the weights is, if somebody trusts it.
 *
 * @param config what kind of network, and how large
 */
record ModelFolder(Path folder, NetworkConfig config) {
    private static final String WEIGHTS = "model.safetensors";
    private static final Pattern OTHERS = Pattern.compile("\\.(bin|ckpt|pkl|pt|pth|tar)$");

    /** Name of the model that has it. */
    String model() {
        return String.valueOf(own().getFileName());
    }

    /** The folder with the folder of that model. */
    Path shelf() {
        return own().resolveSibling("");
    }

    private Path own() {
        return Objects.requireNonNull(folder.toAbsolutePath().getParent(), "a network lies in a model's folder");
    }

    /** The file that makes the network what it is: the TorchScript module where it is one, else the weights. */
    static Path network(Path folder) {
        Path weights = folder.resolve(WEIGHTS);
        Path module = folder.resolve(TorchScript.NAME);
        return Files.notExists(weights) && Files.exists(module) ? module : weights;
    }

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
        return scripted() ? Weights.of(torch, script().file().toString(), Map.of()) : Weights.read(torch, file());
    }

    private boolean scripted() {
        return config.text("model_type", "").equals(ScriptedClips.KIND);
    }

    private TorchScript script() throws LocalizerException {
        Path file = folder.resolve(TorchScript.NAME);
        if (Files.notExists(file)) {
            throw new LocalizerException("There is no " + TorchScript.NAME + " in " + folder
                    + ", which its config.json calls a TorchScript module.");
        }
        return new TorchScript(file);
    }

    /** As {@link #weights}, without PyTorch. */
    Safetensors tensors() throws LocalizerException {
        if (scripted()) {
            throw new LocalizerException(
                    "The network in " + folder
                            + " is a TorchScript module, which learns nothing more here; take a TimeSformer, VideoMAE or ViViT.");
        }
        return Safetensors.open(file());
    }

    private Path file() throws LocalizerException {
        Path file = folder.resolve(WEIGHTS);
        if (Files.notExists(file)) {
            Optional<Path> other = other();
            if (other.isPresent()) {
                new TorchScript(other.get()).requireSound();
                throw new LocalizerException("There is no " + WEIGHTS + " in " + folder + "; its "
                        + other.get().getFileName() + " is a TorchScript module, so call it " + TorchScript.NAME
                        + " and say \"model_type\": \"" + ScriptedClips.KIND + "\" in config.json.");
            }
            throw new LocalizerException(
                    "There is no " + WEIGHTS + " in " + folder + ", so there are no weights to read.");
        }
        return file;
    }

    /** What PyTorch may have written instead. */
    private Optional<Path> other() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> OTHERS.matcher(file.toString()).find())
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Builds the network to look with and not to train: on a graphics card in {@link HalfPrecision} where that changes next to
     * nothing. A TorchScript module computes as it is written, and motion energy costs next to nothing.
     *
     * @throws LocalizerException as {@link #classifier}
     */
    ClipClassifier looking(Torch torch, Weights weights) throws LocalizerException {
        ClipClassifier full = classifier(weights);
        if (!torch.onCard() || scripted() || config.text("model_type", "").equals(MotionEnergy.KIND)) {
            return full;
        }
        Weights halves = weights.halves();
        return new HalfPrecision(full, classifier(halves), halves);
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
                    case ScriptedClips.KIND -> new ScriptedClips(this, script(), weights);
                    case "vivit" -> new Vivit(config, weights);
                    default ->
                        throw new LocalizerException("The network in " + folder + " is of the kind '" + kind
                                + "'; TimeSformer, VideoMAE and ViViT can be run here.");
                };
        weights.requireAllTaken();
        return network;
    }
}
