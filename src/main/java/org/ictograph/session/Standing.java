package org.ictograph.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * How far the work on one recording is, for tables over the whole study.
 *
 * @param marks that the viewer may see
 * @param looked microseconds of video that each rater has watched or reviewed, as far as the viewer may know, all cages together; skimming does not count,
 *     nor do gaps in the recording
 */
public record Standing(UUID recordingId, int marks, Map<UUID, Long> looked) {
    private record RaterAndCage(UUID rater, UUID cage) {}

    public Standing {
        looked = Map.copyOf(looked);
    }

    static Standing read(StudyStore store, Viewer viewer, Recording recording) throws StoreException {
        UUID recordingId = recording.id();
        Map<RaterAndCage, List<Span>> pieces = new HashMap<>();
        for (Coverage piece : store.coverage(viewer, recordingId)) {
            if (piece.seen() != Seen.SKIMMED) {
                pieces.computeIfAbsent(new RaterAndCage(piece.raterId(), piece.cageId()), key -> new ArrayList<>())
                        .add(piece.span());
            }
        }
        Map<UUID, Long> looked = new HashMap<>();
        pieces.forEach((key, spans) -> looked.merge(
                key.rater(), new SpanSet(spans).minus(recording.gaps()).total(), Long::sum));
        return new Standing(recordingId, store.marks(viewer, recordingId).size(), looked);
    }

    /**
     * The part of a recording that a rater has looked at, from 0 to 1; 0 while it has no cages.
     *
     * @param filmed microseconds of video
     */
    public double share(UUID raterId, long filmed, int cages) {
        return cages == 0 ? 0 : Math.min(1, looked.getOrDefault(raterId, 0L) / ((double) filmed * cages));
    }
}
