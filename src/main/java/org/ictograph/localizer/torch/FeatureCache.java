package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.slf4j.LoggerFactory;

/**
 * Features that were measured once, one file for each recording, encoder and crop, named by the hash of all three. A file that
 * cannot be read is measured again. Deleting the folder loses nothing but time.
 *
 * @param folder made when first written to
 * @param encoder SHA-256 of the encoder's weights, with whatever else the features depend on
 */
record FeatureCache(Path folder, String encoder) {
    private static final String NAME = "features";

    Path file(Recording recording, Cage cage) {
        String key = recording.files().stream()
                        .map(file -> file.fingerprint() + file.start() + file.rate())
                        .toList()
                + "\n" + encoder + "\n" + cage.box() + "\n" + cage.tagMask();
        return folder.resolve(Sha256.of(key) + ".safetensors");
    }

    /** What was kept, unless there is nothing or it cannot be read. */
    Optional<List<float[]>> find(Recording recording, Cage cage) {
        Path file = file(recording, cage);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (Safetensors tensors = Safetensors.open(file)) {
            Safetensors.Tensor all = tensors.tensor(NAME);
            if (all.shape().size() != 2 || !Checksum.holds(tensors.metadata(), Map.of(NAME, all))) {
                LoggerFactory.getLogger(FeatureCache.class)
                        .warn("Measured again, since it is not what was kept: {}", file);
                return Optional.empty();
            }
            int width = Math.toIntExact(all.shape().get(1));
            List<float[]> steps = new ArrayList<>();
            for (int at = 0; at < all.numbers().length; at += width) {
                float[] step = new float[width];
                System.arraycopy(all.numbers(), at, step, 0, width);
                steps.add(step);
            }
            return Optional.of(steps);
        } catch (LocalizerException unreadable) {
            LoggerFactory.getLogger(FeatureCache.class).warn("Measured again: {}", file, unreadable);
            return Optional.empty();
        }
    }

    /** @throws LocalizerException when there is no room or no right to write */
    void keep(Recording recording, Cage cage, List<float[]> steps) throws LocalizerException {
        if (steps.isEmpty()) {
            return;
        }
        int width = steps.get(0).length;
        float[] all = new float[steps.size() * width];
        for (int i = 0; i < steps.size(); i++) {
            System.arraycopy(steps.get(i), 0, all, i * width, width);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new LocalizerException("The folder for features " + folder + " cannot be made.", failure);
        }
        List<Long> shape = List.of((long) steps.size(), (long) width);
        Map<String, Safetensors.Tensor> tensors = Map.of(NAME, new Safetensors.Tensor(shape, all));
        Safetensors.write(file(recording, cage), Checksum.sealed(Map.of(), tensors), tensors);
    }
}
