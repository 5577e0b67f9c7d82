package org.ictograph.model;

import java.util.List;
import java.util.UUID;

/**
 * Where a mark comes from.
 *
 * @param sources the proposal, or the ratings that a consensus mark was made of; empty for marks made by hand
 */
public record Origin(Kind kind, List<UUID> sources) {
    /** The ways in which a mark can come into a study. */
    public enum Kind {
        HAND,
        PROPOSAL,
        IMPORT,
        ADJUDICATION
    }

    /** Made by hand, from nothing. */
    public static final Origin BY_HAND = new Origin(Kind.HAND, List.of());

    public Origin {
        sources = List.copyOf(sources);
    }

    public static Origin proposal(UUID proposalId) {
        return new Origin(Kind.PROPOSAL, List.of(proposalId));
    }
}
