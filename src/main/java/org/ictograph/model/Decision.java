package org.ictograph.model;

import java.util.Optional;
import java.util.UUID;

/**
 * What one rater decided about one proposal.
 *
 * @param markId the mark that came of it, empty for a rejected proposal
 */
public record Decision(UUID id, UUID proposalId, UUID raterId, Verdict verdict, Optional<UUID> markId)
        implements Entity {
    /** The possible outcomes. */
    public enum Verdict {
        ACCEPTED,
        ADJUSTED,
        REJECTED
    }
}
