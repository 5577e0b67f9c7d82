package org.ictograph.measure;

import java.util.List;

/**
 * How likely a proposal is what it says, by its score and by what became of others with much the same score. The score
 * itself counts as {@value #PRIOR} decisions, so that the first decisions do not turn everything over:
 * p(s) = (2 s + number taken) / (2 + number decided), both counted among the decided proposals whose score is within
 * {@value #ALIKE} of s. This is the mean of a beta distribution with the score as its prior mean.
 */
final class Odds {
    private static final double PRIOR = 2;
    private static final double ALIKE = 0.1;

    private final List<Candidate> decided;

    Odds(List<Candidate> candidates) {
        decided = candidates.stream().filter(candidate -> !candidate.open()).toList();
    }

    double of(double score) {
        double taken = PRIOR * Math.max(0, Math.min(1, score));
        double all = PRIOR;
        for (Candidate candidate : decided) {
            if (Math.abs(candidate.proposal().score() - score) <= ALIKE + 1e-9) {
                all++;
                taken += candidate.taken() ? 1 : 0;
            }
        }
        return taken / all;
    }
}
