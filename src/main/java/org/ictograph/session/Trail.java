package org.ictograph.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Entity;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Proposal;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signature;
import org.ictograph.model.Subject;
import org.ictograph.store.LoggedEdit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the edit log from its beginning, entry after entry, and tells each with the names that raters, animals and
 * recordings had at that time, also of those that are gone by now.
 */
final class Trail {
    /** Where a thing belongs; null for nowhere. */
    private record Place(
            @Nullable UUID recordingId,
            @Nullable UUID cageId,
            @Nullable UUID subjectId,
            @Nullable UUID raterId) {}

    private static final Place NOWHERE = new Place(null, null, null, null);

    private final Map<UUID, String> names = new HashMap<>();
    private final Map<UUID, UUID> subjects = new HashMap<>();
    private final Map<UUID, Place> proposals = new HashMap<>();
    private final ClockCheck clock = new ClockCheck();

    TrailLine read(LoggedEdit logged) {
        List<Change> changes = logged.entry().edit().changes();
        changes.forEach(change -> change.after().ifPresent(this::learn));
        List<TrailLine.Touched> touched = new ArrayList<>();
        for (Change change : changes) {
            Place place = place(change.after().or(change::before).orElseThrow());
            touched.add(new TrailLine.Touched(change, name(place.recordingId()), animal(place), name(place.raterId())));
        }
        String rater = name(logged.entry().raterId());
        return new TrailLine(logged, rater.isEmpty() ? "?" : rater, touched, clock.look(logged.entry()));
    }

    private void learn(Entity entity) {
        if (entity instanceof Rater rater) {
            names.put(rater.id(), rater.name());
        } else if (entity instanceof Subject subject) {
            names.put(subject.id(), subject.name());
        } else if (entity instanceof Recording recording) {
            names.put(recording.id(), recording.name());
        } else if (entity instanceof Cage cage) {
            cage.subjectId()
                    .ifPresentOrElse(subject -> subjects.put(cage.id(), subject), () -> subjects.remove(cage.id()));
        } else if (entity instanceof Proposal proposal) {
            proposals.put(proposal.id(), new Place(proposal.recordingId(), proposal.cageId(), null, null));
        }
    }

    private Place place(Entity entity) {
        if (entity instanceof Mark mark) {
            return new Place(mark.recordingId(), mark.cageId(), null, mark.raterId());
        } else if (entity instanceof Coverage coverage) {
            return new Place(coverage.recordingId(), coverage.cageId(), null, coverage.raterId());
        } else if (entity instanceof Settlement settlement) {
            return new Place(settlement.recordingId(), settlement.cageId(), null, settlement.raterId());
        } else if (entity instanceof Signature signature) {
            return new Place(signature.recordingId(), null, null, signature.raterId());
        } else if (entity instanceof Proposal proposal) {
            return new Place(proposal.recordingId(), proposal.cageId(), null, null);
        } else if (entity instanceof Decision decision) {
            Place about =
                    Optional.ofNullable(proposals.get(decision.proposalId())).orElse(NOWHERE);
            return new Place(about.recordingId(), about.cageId(), null, decision.raterId());
        } else if (entity instanceof Cage cage) {
            return new Place(cage.recordingId(), cage.id(), null, null);
        } else if (entity instanceof PoseTrack pose) {
            return new Place(pose.recordingId(), pose.cageId(), null, null);
        } else if (entity instanceof Run run) {
            return new Place(run.recordingId(), null, null, null);
        } else if (entity instanceof Recording recording) {
            return new Place(recording.id(), null, null, null);
        } else if (entity instanceof Subject subject) {
            return new Place(null, null, subject.id(), null);
        }
        return NOWHERE;
    }

    private String animal(Place place) {
        UUID subject =
                place.subjectId() == null && place.cageId() != null ? subjects.get(place.cageId()) : place.subjectId();
        return name(subject);
    }

    private String name(@Nullable UUID id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }
}
