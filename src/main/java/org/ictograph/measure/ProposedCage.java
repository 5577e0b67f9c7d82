package org.ictograph.measure;

import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * One cage of one recording with the truth and the proposals of one label.
 *
 * @param reviewed the time in which the truth is known; nothing else is scored
 */
public record ProposedCage(SpanSet reviewed, List<Span> truth, List<ScoredSpan> proposals) {
    public ProposedCage {
        truth = List.copyOf(truth);
        proposals = List.copyOf(proposals);
    }

    /** The same with the proposals that have at least this score. */
    public ProposedCage from(double least) {
        return new ProposedCage(
                reviewed,
                truth,
                proposals.stream().filter(one -> one.score() >= least).toList());
    }
}
