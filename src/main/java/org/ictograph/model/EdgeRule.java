package org.ictograph.model;

import java.util.Optional;
import org.ictograph.model.Settlement.Outcome;

/**
 * Which pairs of marks become the consensus without a look at the video, and what becomes of them.
 *
 * @param outcome the first rater's edges, or the mean, the union or the intersection of both
 * @param likeness the least likeness of the pair (IoU; closeness for points), above 0 and up to 1
 * @param tolerance the most by which onsets and by which offsets may differ, in microseconds
 */
public record EdgeRule(Outcome outcome, double likeness, long tolerance) {
    public EdgeRule {
        if (!(likeness > 0 && likeness <= 1) || tolerance < 0) {
            throw new IllegalArgumentException(
                    "A rule for edges has a likeness above 0 and up to 1 and a tolerance of 0 or more.");
        }
        if (outcome != Outcome.FIRST
                && outcome != Outcome.MEAN
                && outcome != Outcome.UNION
                && outcome != Outcome.INTERSECTION) {
            throw new IllegalArgumentException(
                    "A rule for edges takes the first rater's, the mean, the union or the intersection.");
        }
    }

    /** The mean, where the IoU is 0.5 or more and neither edge is off by more than a second. */
    public static EdgeRule standard() {
        return new EdgeRule(Outcome.MEAN, 0.5, Span.SECOND);
    }

    /** What becomes of two marks of the same event; empty when somebody has to look. */
    public Optional<Span> settle(Span first, Span second, double alike) {
        boolean near = Math.abs(first.start() - second.start()) <= tolerance
                && Math.abs(first.end() - second.end()) <= tolerance;
        return near && alike >= likeness ? outcome.merged(first, second) : Optional.empty();
    }
}
