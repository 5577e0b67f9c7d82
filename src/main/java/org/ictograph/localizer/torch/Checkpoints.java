package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trained;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a training keeps what it reached, one file for each epoch, whole or not at all. Only the newest two stay.
 *
 * @param folder made when first written to
 * @param identity of the lessons and the recipe; what belongs to others is not gone on with
 */
record Checkpoints(Path folder, String identity) {
    private static final String START = "epoch-";
    private static final String END = ".safetensors";
    private static final int STAY = 2;

    /**
     * What was reached.
     *
     * @param normaliser see {@link LocalizationLoss}
     */
    record Checkpoint(
            String identity,
            long step,
            double normaliser,
            List<Trained.Epoch> epochs,
            Map<String, Safetensors.Tensor> tensors) {
        Checkpoint {
            epochs = List.copyOf(epochs);
        }
    }

    /** What a checkpoint holds under names that begin so, by the rest of the names. */
    static Map<String, Safetensors.Tensor> part(Map<String, Safetensors.Tensor> all, String start) {
        Map<String, Safetensors.Tensor> part = new LinkedHashMap<>();
        all.forEach((name, tensor) -> {
            if (name.startsWith(start)) {
                part.put(name.substring(start.length()), tensor);
            }
        });
        return part;
    }

    /** True when something was kept, of whatever training. */
    boolean any() throws LocalizerException {
        return !files().isEmpty();
    }

    private List<Path> files() throws LocalizerException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(START) && name.endsWith(END);
                    })
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException failure) {
            throw new LocalizerException("The folder " + folder + " cannot be listed.", failure);
        }
    }

    void keep(Checkpoint reached) throws LocalizerException {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new LocalizerException("The folder " + folder + " cannot be made; look at its rights.", failure);
        }
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("identity", reached.identity);
        notes.put("step", Long.toString(reached.step));
        notes.put("normaliser", Double.toString(reached.normaliser));
        notes.put("epochs", text(reached.epochs));
        String name = String.format(Locale.ROOT, "%s%05d%s", START, reached.epochs.size(), END);
        try {
            Safetensors.write(folder.resolve(name), Checksum.sealed(notes, reached.tensors), reached.tensors);
        } finally {
            if (!any()) {
                removeFolder();
            }
        }
        List<Path> files = files();
        drop(files.subList(Math.min(STAY, files.size()), files.size()));
    }

    /**
     * The newest that can be read.
     *
     * @throws LocalizerException when there is none, or it belongs to other lessons or another recipe
     */
    Checkpoint newest() throws LocalizerException {
        List<LocalizerException> damaged = new ArrayList<>();
        for (Path file : files()) {
            Optional<Checkpoint> found = Optional.empty();
            try {
                found = Optional.of(read(file));
            } catch (LocalizerException | NumberFormatException unreadable) {
                LoggerFactory.getLogger(Checkpoints.class).warn("{} is passed over", file, unreadable);
                damaged.add(new LocalizerException(
                        "What was reached, " + file + ", is damaged; delete " + folder + " and begin again.",
                        unreadable));
            }
            if (found.isPresent() && !found.get().identity.equals(identity)) {
                throw new LocalizerException("What was reached in " + folder
                        + " belongs to other labels, videos or settings than now; delete that folder and begin again.");
            }
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (damaged.isEmpty()) {
            throw new LocalizerException("There is nothing in " + folder + " to resume; begin without --resume.");
        }
        throw damaged.get(0);
    }

    private static Checkpoint read(Path file) throws LocalizerException {
        try (Safetensors tensors = Safetensors.open(file)) {
            Map<String, String> notes = tensors.metadata();
            Map<String, Safetensors.Tensor> all = new LinkedHashMap<>();
            for (String name : tensors.names()) {
                all.put(name, tensors.tensor(name));
            }
            if (!Checksum.holds(notes, all)) {
                throw new LocalizerException(file + " is not what was written to it.");
            }
            return new Checkpoint(
                    notes.getOrDefault("identity", ""),
                    Long.parseLong(notes.getOrDefault("step", "")),
                    Double.parseDouble(notes.getOrDefault("normaliser", "")),
                    epochs(notes.getOrDefault("epochs", "")),
                    all);
        }
    }

    /** Removes all of it. */
    void clear() throws LocalizerException {
        drop(files());
        removeFolder();
    }

    private void removeFolder() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            LoggerFactory.getLogger(Checkpoints.class).warn("{} is left over", folder, left);
        }
    }

    private static void drop(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                LoggerFactory.getLogger(Checkpoints.class).warn("{} is left over", file, left);
            }
        }
    }

    private static String text(List<Trained.Epoch> epochs) {
        List<String> lines = new ArrayList<>();
        epochs.forEach(epoch -> lines.add(epoch.classes() + " " + epoch.edges()
                + (epoch.score().isPresent() ? " " + epoch.score().getAsDouble() : "")));
        return String.join("\n", lines);
    }

    private static List<Trained.Epoch> epochs(String text) {
        return text.lines()
                .map(line -> line.split(" ", -1))
                .map(pair -> new Trained.Epoch(
                        Double.parseDouble(pair[0]),
                        Double.parseDouble(pair[1]),
                        pair.length > 2 ? OptionalDouble.of(Double.parseDouble(pair[2])) : OptionalDouble.empty()))
                .toList();
    }
}
