package org.ictograph.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a rater is in a study and what they have begun: not part of what is proved, but what a crash must not take.
 *
 * @param working true from opening to closing; still true at an opening, it tells of a crash
 * @param recordingId the recording that is open
 * @param micros the playhead
 * @param cageId the focused cage
 * @param markId the selected mark
 */
public record Draft(
        boolean working,
        Optional<UUID> recordingId,
        long micros,
        Optional<UUID> cageId,
        Optional<UUID> markId,
        List<Begun> begun,
        Optional<Dragged> dragged) {
    public Draft {
        begun = List.copyOf(begun);
    }

    /** An onset that waits for its offset. */
    public record Begun(UUID cageId, String label, long onset) {}

    /** Where a mark is while somebody drags it. */
    public record Dragged(UUID markId, Span span) {}

    /** The same place with nothing begun: the study is closed. */
    public Draft closed() {
        return new Draft(false, recordingId, micros, cageId, markId, List.of(), Optional.empty());
    }
}
