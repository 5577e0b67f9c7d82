package org.ictograph.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the raters' marks for one event were settled when the consensus was made.
 *
 * @param raterId who settled it
 * @param sources the raters' marks that are settled by it, at least one
 * @param markId the mark of the consensus that came of it, empty when neither rater was right
 */
public record Settlement(
        UUID id,
        UUID recordingId,
        UUID cageId,
        UUID raterId,
        List<UUID> sources,
        Outcome outcome,
        Optional<UUID> markId)
        implements Entity {
    /** Whose mark became the consensus. */
    public enum Outcome {
        /** The first rater's. */
        FIRST,
        /** The second rater's. */
        SECOND,
        /** The mean of both. */
        MEAN,
        /** Nobody's: nothing happened there. */
        NEITHER
    }

    public Settlement {
        sources = List.copyOf(sources);
        if (sources.isEmpty() || markId.isEmpty() != (outcome == Outcome.NEITHER)) {
            throw new IllegalArgumentException("A settlement names what it settles and what came of it.");
        }
    }
}
