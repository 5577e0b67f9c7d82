package org.ictograph.localizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.measure.ClipScores;

/**
 * A network that tells clips with a behaviour from clips without it, and how well it does on animals that it had not seen. What
 * stands on the shelf is the network of the first fold.
 *
 * @param folder where it lies
 * @param label what it tells
 * @param folds the networks that were trained, each with other animals held out
 * @param losses cross-entropy of the first network in each round
 * @param remarks sentences about what to beware of
 */
public record ClipTrained(
        String model, Path folder, String label, List<Fold> folds, List<Double> losses, List<String> remarks) {
    /**
     * One of the networks.
     *
     * @param learned names of the animals that it learned from
     * @param heldOut names of the animals that it was tested on
     * @param clips of the animals held out
     */
    public record Fold(List<String> learned, List<String> heldOut, int clips, ClipScores scores) {
        public Fold {
            learned = List.copyOf(learned);
            heldOut = List.copyOf(heldOut);
        }
    }

    public ClipTrained {
        folds = List.copyOf(folds);
        losses = List.copyOf(losses);
        remarks = List.copyOf(remarks);
    }

    /** The same with more to beware of. */
    public ClipTrained and(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new ClipTrained(model, folder, label, folds, losses, all);
    }
}
