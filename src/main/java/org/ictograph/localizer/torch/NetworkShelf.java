package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ictograph.localizer.Localizer;
import org.slf4j.LoggerFactory;

/**
 * The models that lie in a folder, one folder each, named by the model's id: {@code localizer.json} (labels as {@code id2label}, and
 * where they differ from the published ones {@code heads}, {@code windows}, {@code keep_ratio}, {@code length},
 * {@code least_score}), {@code head.safetensors} with the weights of RaSeformer, and in {@code encoder/} a clip network as the
 * transformers library writes it, or a {@link TorchScript}. Without a head the clip network itself proposes. Putting a folder there
 * is all it takes; nothing in it is run but a TorchScript module that somebody trusts.
 */
public final class NetworkShelf {
    private static final String CARD = "localizer.json";

    private NetworkShelf() {}

    /**
     * Looks at names only; a model is read when it runs.
     *
     * @param models may be absent
     * @param cache for what can be made again: PyTorch's libraries and features
     * @return by id
     */
    public static List<Localizer> of(Path models, Path cache) {
        if (Files.notExists(models)) {
            return List.of();
        }
        List<Localizer> shelf = new ArrayList<>();
        try (Stream<Path> folders = Files.list(models)) {
            folders.filter(folder -> Files.exists(folder.resolve(CARD)))
                    .sorted()
                    .forEach(folder -> shelf.add(
                            Files.exists(head(folder))
                                    ? new ShelvedLocalizer(folder, cache)
                                    : new ShelvedClips(folder, cache)));
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(NetworkShelf.class).warn("The models in {} cannot be listed", models, unreadable);
        }
        return List.copyOf(shelf);
    }

    /** Names of the models in the folder whose encoder others can be made of. */
    public static List<String> encoders(Path models) {
        if (Files.notExists(models)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(
                            folder -> Files.exists(folder.resolve("encoder").resolve("model.safetensors")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(NetworkShelf.class).warn("The models in {} cannot be listed", models, unreadable);
            return List.of();
        }
    }

    /** The TorchScript modules in the folder, by name of the model. */
    static SortedMap<String, TorchScript> scripts(Path models) {
        SortedMap<String, TorchScript> scripts = new TreeMap<>();
        if (Files.notExists(models)) {
            return scripts;
        }
        try (Stream<Path> folders = Files.list(models)) {
            folders.forEach(folder -> {
                Path network = ModelFolder.network(folder.resolve("encoder"));
                if (network.endsWith(TorchScript.NAME)) {
                    scripts.put(folder.getFileName().toString(), new TorchScript(network));
                }
            });
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(NetworkShelf.class).warn("The models in {} cannot be listed", models, unreadable);
        }
        return scripts;
    }

    static Path card(Path folder) {
        return folder.resolve(CARD);
    }

    static Path head(Path folder) {
        return folder.resolve("head.safetensors");
    }
}
