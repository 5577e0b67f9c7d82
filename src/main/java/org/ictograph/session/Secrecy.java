package org.ictograph.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assignment;
import org.ictograph.model.Cage;
import org.ictograph.model.Conflict;
import org.ictograph.model.Coverage;
import org.ictograph.model.Entity;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement;
import org.ictograph.model.Subject;

/**
 * Which labels may not be told yet, because somebody still rates their recordings blind.
 *
 * @param recordings of assignments that are not submitted
 * @param self who looks; their own labels may be told to them
 * @param disguised true while names and animals are kept from them too
 */
record Secrecy(Set<UUID> recordings, UUID self, boolean disguised) {
    static Secrecy of(List<Assignment> open, UUID self) {
        Set<UUID> secret = new HashSet<>();
        open.forEach(duty -> secret.addAll(duty.recordings()));
        boolean disguised = open.stream()
                .anyMatch(duty -> duty.raterId().equals(self) && !duty.hides().isEmpty());
        return new Secrecy(Set.copyOf(secret), self, disguised);
    }

    /** True while everything may be told. */
    boolean none() {
        return recordings.isEmpty() && !disguised;
    }

    boolean open(UUID recordingId) {
        return !recordings.contains(recordingId);
    }

    /** False for a line of the audit trail that tells of another's label. */
    boolean tells(TrailLine line) {
        return line.touched().stream()
                .map(touched ->
                        touched.change().after().or(touched.change()::before).orElseThrow())
                .noneMatch(this::secret);
    }

    /** False for what several people made of a thing, when it tells of another's label. */
    boolean tells(Conflict conflict) {
        return conflict.versions().stream()
                .flatMap(version -> version.value().stream())
                .noneMatch(this::secret);
    }

    private boolean secret(Entity entity) {
        if (entity instanceof Mark mark) {
            return !open(mark.recordingId()) && !mark.raterId().equals(self);
        } else if (entity instanceof Coverage piece) {
            return !open(piece.recordingId()) && !piece.raterId().equals(self);
        } else if (entity instanceof Settlement settlement) {
            return !open(settlement.recordingId());
        }
        if (entity instanceof Assignment duty) {
            return !duty.planted().isEmpty() && duty.recordings().stream().anyMatch(recordings::contains);
        }
        return disguised
                && (entity instanceof Recording
                        || entity instanceof Cage
                        || entity instanceof Subject
                        || entity instanceof PoseTrack);
    }
}
