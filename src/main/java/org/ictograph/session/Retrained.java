package org.ictograph.session;

import org.ictograph.localizer.Trained;
import org.ictograph.measure.ProposalScores;

/**
 * A model that learned from what was decided, beside the one that made the proposals.
 *
 * @param before name of the model that made them
 * @param scores of the new model on the animals held out, in time of which it is known what happens
 * @param scoresBefore of the other one in the same time
 */
public record Retrained(Trained made, String before, ProposalScores scores, ProposalScores scoresBefore) {}
