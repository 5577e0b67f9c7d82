package org.ictograph.localizer;

import java.util.List;
import java.util.OptionalDouble;
import org.ictograph.measure.Calibration;

/**
 * What a model that was trained here says of itself. Numbers that its card lacks, since it is from before, are empty.
 *
 * @param dataHash SHA-256 of all that it learned from and was tested on
 * @param learned names of the animals that it learned from
 * @param heldOut names of the animals that it was tested on
 * @param tiou overlaps at which its average precision was measured
 * @param precision a line for each label, the mean, and the rival that knows which clips of ten seconds hold what
 * @param least score from which it proposes
 * @param found share of the events that it proposes
 * @param events how many there were, 0 where its card does not say
 * @param falsePerHour proposals an hour that are no event
 * @param folds how well each part of the animals was told from clips, by networks that had not learned from them
 * @param remarks what to beware of
 */
public record ModelCard(
        String dataHash,
        List<String> learned,
        List<String> heldOut,
        List<Double> tiou,
        List<Precision> precision,
        OptionalDouble least,
        OptionalDouble found,
        int events,
        OptionalDouble falsePerHour,
        Calibration calibration,
        List<Fold> folds,
        List<String> remarks) {
    /** Whose average precision it is. */
    public enum Whose {
        LABEL,
        MEAN,
        CLIP_ORACLE
    }

    /**
     * Average precision at each overlap.
     *
     * @param name of the label, empty for the others
     * @param events how many there were, 0 for the others
     */
    public record Precision(Whose whose, String name, int events, List<Double> values) {
        public Precision {
            values = List.copyOf(values);
        }
    }

    /** One part of the animals. */
    public record Fold(
            List<String> animals,
            int clips,
            OptionalDouble accuracy,
            OptionalDouble sensitivity,
            OptionalDouble specificity,
            OptionalDouble precision,
            OptionalDouble f1) {
        public Fold {
            animals = List.copyOf(animals);
        }
    }

    public ModelCard {
        learned = List.copyOf(learned);
        heldOut = List.copyOf(heldOut);
        tiou = List.copyOf(tiou);
        precision = List.copyOf(precision);
        folds = List.copyOf(folds);
        remarks = List.copyOf(remarks);
    }
}
