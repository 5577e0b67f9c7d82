package org.ictograph.measure;

import java.util.List;
import org.ictograph.model.Span;

/**
 * What an agreement report depends on besides the marks. It is printed beside every report.
 *
 * @param bin length of a time bin, in microseconds, at least 1000
 * @param likenesses the thresholds at which events are matched, rising; the first is the loosest
 * @param edgeTolerance matched events whose onsets or offsets differ by more than this are a disagreement, microseconds
 * @param pointReach distance at which two point marks cannot be the same event, in microseconds
 * @param resamples number of bootstrap resamples
 * @param seed of the bootstrap
 */
public record AgreementParameters(
        long bin, List<Double> likenesses, long edgeTolerance, long pointReach, int resamples, long seed) {
    public AgreementParameters {
        likenesses = likenesses.stream().sorted().distinct().toList();
        if (bin < 1000 || edgeTolerance < 0 || pointReach < 1 || resamples < 1) {
            throw new IllegalArgumentException("A bin is at least 1 ms long; reach and resamples are positive.");
        }
        if (likenesses.isEmpty() || likenesses.get(0) <= 0 || likenesses.get(likenesses.size() - 1) > 1) {
            throw new IllegalArgumentException("Matching thresholds lie above 0 and up to 1.");
        }
    }

    /** Bins of 1 s, IoU 0.3, 0.5 and 0.7, edges within 1 s, points within 2 s, 2000 resamples. */
    public static AgreementParameters standard() {
        return new AgreementParameters(Span.SECOND, List.of(0.3, 0.5, 0.7), Span.SECOND, 2 * Span.SECOND, 2000, 20261);
    }

    public AgreementParameters withBin(long changed) {
        return new AgreementParameters(changed, likenesses, edgeTolerance, pointReach, resamples, seed);
    }

    public double loosest() {
        return likenesses.get(0);
    }
}
