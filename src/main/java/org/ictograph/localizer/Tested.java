package org.ictograph.localizer;

import java.util.List;
import org.ictograph.measure.Calibration;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.ProposalScores;
import org.ictograph.measure.Statistic;

/**
 * What a test tells besides the scores.
 *
 * @param oracle scores of the rival that knows which clips of ten seconds hold what
 * @param calibration whether scores of the first label mean what they say, by all animals that were tested
 * @param folds a table with one line for each part of the animals; empty unless it was asked for
 */
public record Tested(DetectionScores oracle, Calibration calibration, List<Fold> folds) {
    /** Nothing was asked. */
    public static final Tested NOTHING =
            new Tested(new DetectionScores(List.of(), List.of(), List.of()), Calibration.of(List.of()), List.of());

    /**
     * One part of the animals, tested by a network that learned from the others.
     *
     * @param animals names of those tested
     * @param proposals of the first label, from the same score on as the model's
     * @param map mean average precision over the overlaps
     */
    public record Fold(List<String> animals, ProposalScores proposals, Statistic map) {
        public Fold {
            animals = List.copyOf(animals);
        }
    }

    public Tested {
        folds = List.copyOf(folds);
    }
}
