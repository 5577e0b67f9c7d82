package org.ictograph.measure;

import java.util.List;

/**
 * The benchmark scores of one label; the lists have one value per threshold.
 *
 * @param truth number of true segments, duplicates counted once
 * @param predictions number of predicted segments
 * @param averagePrecision area under the precision–recall curve
 * @param recallAt1 part of the true segments found with as many predictions per video as it has true segments
 * @param recallAt5 the same with five times as many
 */
public record ClassScores(
        String label,
        int truth,
        int predictions,
        List<Double> averagePrecision,
        List<Double> recallAt1,
        List<Double> recallAt5) {
    public ClassScores {
        averagePrecision = List.copyOf(averagePrecision);
        recallAt1 = List.copyOf(recallAt1);
        recallAt5 = List.copyOf(recallAt5);
    }
}
