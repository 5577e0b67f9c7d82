package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ictograph.model.Span;

/**
 * The proposals that wait for a decision, of all recordings, in an order. A pure function of its arguments.
 *
 * <p>How likely a proposal is what it says is learned from the decisions so far: the score counts as two of them, and those
 * about proposals with much the same score (within 0.1) are added. By <em>uncertainty</em>, those come first for which
 * that is nearest to a half. By <em>rate</em>, those come first whose decision takes most off the variance of the mean
 * rate of the animals: a proposal that is an event with probability p and whose animal a was filmed for H<sub>a</sub>
 * hours adds p (1 − p) / H<sub>a</sub>² to it, a sum of independent Bernoulli variables.
 *
 * @param least proposals with a smaller score are left out
 * @param shortest shorter proposals are left out, in microseconds
 */
public record TriageQueue(TriageOrder order, double least, long shortest) {
    private static final double HOUR = 3600.0 * Span.SECOND;

    /** True for what is neither too doubtful nor too short. */
    public boolean takes(Candidate candidate) {
        return candidate.proposal().score() >= least
                && candidate.proposal().span().length() >= shortest;
    }

    /**
     * The open proposals that the queue takes, as one group for each decision.
     *
     * @param candidates all proposals, the decided ones too
     * @param filmed how long each animal was filmed, in microseconds
     */
    public List<CandidateGroup> of(List<Candidate> candidates, Map<String, Long> filmed) {
        List<CandidateGroup> groups = new ArrayList<>(CandidateGroup.of(
                candidates.stream().filter(Candidate::open).filter(this::takes).toList()));
        Odds odds = new Odds(candidates);
        ToDoubleFunction<CandidateGroup> rank =
                switch (order) {
                    case SCORE -> CandidateGroup::score;
                    case UNCERTAINTY -> group -> -Math.abs(odds.of(group.score()) - 0.5);
                    case RATE -> group -> narrows(odds.of(group.score()), filmed.getOrDefault(group.animal(), 0L));
                };
        groups.sort(Comparator.comparingDouble(rank)
                .reversed()
                .thenComparing(Comparator.comparingDouble(CandidateGroup::score).reversed())
                .thenComparing(CandidateGroup::span)
                .thenComparing(group -> group.lead().id()));
        return groups;
    }

    private static double narrows(double likely, long micros) {
        double hours = Math.max(1, micros) / HOUR;
        return likely * (1 - likely) / (hours * hours);
    }
}
