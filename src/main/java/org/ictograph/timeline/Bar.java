package org.ictograph.timeline;

import java.util.UUID;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;

/**
 * What a lane shows of a mark or a proposal.
 *
 * @param id identity of the mark or proposal
 * @param label one text object for all bars of a label, which is looked up for every bar of a repaint
 * @param score 1 for what a person said, the model's score for a proposal
 */
public record Bar(UUID id, String label, Span span, double score) {
    public Bar {
        label = label.intern();
    }

    public static Bar of(Mark mark) {
        return new Bar(mark.id(), mark.label(), mark.span(), 1);
    }

    public static Bar of(Proposal proposal) {
        return new Bar(proposal.id(), proposal.label(), proposal.span(), proposal.score());
    }
}
