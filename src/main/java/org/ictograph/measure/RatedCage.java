package org.ictograph.measure;

import java.util.UUID;
import org.ictograph.model.SpanSet;

/**
 * One cage of one recording with the work of two raters.
 *
 * @param subject a key of the animal, the same wherever the animal appears; a cage without a named animal gets a key of
 *     its own
 */
public record RatedCage(UUID recordingId, UUID cageId, String subject, Rating a, Rating b) {
    /** The time that both raters reviewed. Nothing else is compared. */
    public SpanSet jointlyReviewed() {
        return a.reviewed().intersection(b.reviewed());
    }

    /** The same cage with the raters in the other order. */
    public RatedCage swapped() {
        return new RatedCage(recordingId, cageId, subject, b, a);
    }
}
