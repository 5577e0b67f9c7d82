package org.ictograph.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongBiFunction;
import org.ictograph.model.Span;

/**
 * How proposals pull what a rater marks towards them. Some windows, drawn by chance, were shown without their proposal and
 * marked; the others were decided with the proposal in sight. Since chance decided which, a difference between the two tells
 * what the sight of a proposal does: to whether there is a mark, and to where its edges lie.
 *
 * @param aided windows that were decided with the proposal in sight
 * @param unaided windows that were shown without it
 * @param difference share of marked windows with less share without the proposal, with its 95 % interval (Newcombe's)
 * @param secondThoughts windows in which the rater marked nothing without the proposal, and took it when they saw it
 */
public record Anchoring(Side aided, Side unaided, Statistic difference, int secondThoughts) {
    /** Nothing is known. */
    public static final Anchoring NONE = of(List.of(), List.of(), 0);

    /**
     * One window.
     *
     * @param marked whether the rater marked the event
     * @param mark what they marked; empty when nothing, or when the mark is gone
     */
    public record Trial(Span proposed, boolean marked, Optional<Span> mark) {}

    /**
     * One way of showing windows.
     *
     * @param shown how many
     * @param marked in how many of these the rater marked the event
     * @param share with its 95 % interval (Wilson's)
     * @param onset how far the onsets lie from the model's, the median in seconds
     * @param offset the same of the offsets
     */
    public record Side(int shown, int marked, Statistic share, Statistic onset, Statistic offset) {
        private static Side of(List<Trial> trials) {
            int marked = (int) trials.stream().filter(Trial::marked).count();
            return new Side(
                    trials.size(),
                    marked,
                    trials.isEmpty()
                            ? Statistic.undefined("Not known: no window was shown so.", 0)
                            : Wilson.of(marked, trials.size()).statistic(trials.size()),
                    median(trials, (proposed, mark) -> mark.start() - proposed.start()),
                    median(trials, (proposed, mark) -> mark.end() - proposed.end()));
        }

        private static Statistic median(List<Trial> trials, ToLongBiFunction<Span, Span> off) {
            double[] seconds = trials.stream()
                    .flatMap(trial -> trial.mark().stream()
                            .map(mark -> Math.abs(off.applyAsLong(trial.proposed(), mark)) / (double) Span.SECOND))
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (seconds.length == 0) {
                return Statistic.undefined("Not known: nothing was marked so.", 0);
            }
            int half = seconds.length / 2;
            double middle = seconds.length % 2 == 1 ? seconds[half] : (seconds[half - 1] + seconds[half]) / 2;
            return Statistic.of(middle, seconds.length, "The median of so few has no interval.");
        }
    }

    public static Anchoring of(List<Trial> aided, List<Trial> unaided, int secondThoughts) {
        Side with = Side.of(aided);
        Side without = Side.of(unaided);
        boolean known = with.shown > 0 && without.shown > 0;
        return new Anchoring(
                with,
                without,
                known
                        ? Wilson.of(with.marked, with.shown)
                                .minus(Wilson.of(without.marked, without.shown), with.shown + without.shown)
                        : Statistic.undefined("Not known: windows were not shown in both ways.", 0),
                secondThoughts);
    }

    /** False while windows were not shown in both ways. */
    public boolean known() {
        return difference.value().isPresent();
    }

    /** How far the edges lie from the model's, onsets and offsets alike, in seconds; empty while nothing was marked so. */
    public static OptionalDouble edges(Side side) {
        return side.onset.value().isPresent() && side.offset.value().isPresent()
                ? OptionalDouble.of(
                        (side.onset.value().getAsDouble() + side.offset.value().getAsDouble()) / 2)
                : OptionalDouble.empty();
    }
}
