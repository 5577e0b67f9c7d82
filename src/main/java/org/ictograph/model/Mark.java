package org.ictograph.model;

import java.util.UUID;

/**
 * What one rater says about one cage for one piece of time.
 *
 * @param raterId who made it; for the consensus layer, who adjudicated
 * @param label name of a label of the protocol
 * @param stage stage of the protocol's scale, empty when not given
 * @param note free text, empty when there is none
 */
public record Mark(
        UUID id,
        UUID recordingId,
        UUID cageId,
        UUID raterId,
        Layer layer,
        String label,
        Span span,
        String stage,
        Certainty certainty,
        Visibility visibility,
        String note,
        Origin origin)
        implements Entity {
    public Mark {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A mark needs a label.");
        }
    }

    /** A rater's mark made by hand, certain and fully visible. */
    public static Mark byHand(UUID recordingId, UUID cageId, UUID raterId, String label, Span span) {
        return new Mark(
                UUID.randomUUID(),
                recordingId,
                cageId,
                raterId,
                Layer.RATING,
                label,
                span,
                "",
                Certainty.CERTAIN,
                Visibility.FULL,
                "",
                Origin.BY_HAND);
    }

    public Mark withSpan(Span changed) {
        return new Mark(
                id, recordingId, cageId, raterId, layer, label, changed, stage, certainty, visibility, note, origin);
    }

    public Mark withLabel(String changed) {
        return new Mark(
                id, recordingId, cageId, raterId, layer, changed, span, stage, certainty, visibility, note, origin);
    }

    public Mark withStage(String changed) {
        return new Mark(
                id, recordingId, cageId, raterId, layer, label, span, changed, certainty, visibility, note, origin);
    }

    public Mark withCertainty(Certainty changed) {
        return new Mark(id, recordingId, cageId, raterId, layer, label, span, stage, changed, visibility, note, origin);
    }

    public Mark withVisibility(Visibility changed) {
        return new Mark(id, recordingId, cageId, raterId, layer, label, span, stage, certainty, changed, note, origin);
    }

    public Mark withNote(String changed) {
        return new Mark(
                id, recordingId, cageId, raterId, layer, label, span, stage, certainty, visibility, changed, origin);
    }

    public Mark withOrigin(Origin changed) {
        return new Mark(
                id, recordingId, cageId, raterId, layer, label, span, stage, certainty, visibility, note, changed);
    }

    /** The same statement under another identity, for example the second half of a split. */
    public Mark copiedAs(UUID newId) {
        return new Mark(
                newId, recordingId, cageId, raterId, layer, label, span, stage, certainty, visibility, note, origin);
    }
}
