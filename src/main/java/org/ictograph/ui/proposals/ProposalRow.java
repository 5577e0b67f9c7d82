package org.ictograph.ui.proposals;

import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Proposal;

/**
 * One proposal of the queue.
 *
 * @param cage position of its cage
 * @param animal id of the animal in it, empty when it is not named
 * @param verdict what the rater who works decided
 */
public record ProposalRow(Proposal proposal, int cage, String animal, Optional<Verdict> verdict) {
    public UUID id() {
        return proposal.id();
    }

    public boolean open() {
        return verdict.isEmpty();
    }
}
