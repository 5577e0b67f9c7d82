package org.ictograph.localizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.ProposalScores;

/**
 * A model that was made, and how good it is on animals that it had not seen.
 *
 * @param folder where it lies
 * @param learned names of the animals that it learned from
 * @param heldOut names of the animals that it was tested on
 * @param epochs how the loss fell
 * @param scores on the animals held out
 * @param least score from which it proposes, chosen on these animals
 * @param proposals how its proposals of the first label do on them, as a reviewer meets them, at an overlap of a half
 * @param tested what else the test tells
 * @param remarks sentences about what to beware of
 */
public record Trained(
        String model,
        Path folder,
        List<String> learned,
        List<String> heldOut,
        List<Epoch> epochs,
        DetectionScores scores,
        double least,
        ProposalScores proposals,
        Tested tested,
        List<String> remarks) {
    /**
     * Means of one round through the lessons, for each point in time that learns an event.
     *
     * @param classes loss of the class scores
     * @param edges loss of the onsets and offsets
     * @param score mean average precision on the animals held out after that round, where it was measured
     */
    public record Epoch(double classes, double edges, OptionalDouble score) {
        /** One that finds no edges and was not tested. */
        public static Epoch of(double classes) {
            return new Epoch(classes, 0, OptionalDouble.empty());
        }

        /** The same with what the model scored after that round. */
        public Epoch scoring(OptionalDouble measured) {
            return new Epoch(classes, edges, measured);
        }

        public double loss() {
            return classes + edges;
        }
    }

    public Trained {
        learned = List.copyOf(learned);
        heldOut = List.copyOf(heldOut);
        epochs = List.copyOf(epochs);
        remarks = List.copyOf(remarks);
    }

    /** The same with more to beware of. */
    public Trained and(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new Trained(model, folder, learned, heldOut, epochs, scores, least, proposals, tested, all);
    }
}
