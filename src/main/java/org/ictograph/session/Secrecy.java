package org.ictograph.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assigned;
import org.ictograph.model.Entity;
import org.ictograph.model.Mark;
import org.ictograph.model.Settlement;
import org.ictograph.store.Viewer;

/** Which labels the audit trail may not tell yet, because somebody still rates their recordings blind. */
record Secrecy(Set<UUID> recordings, Optional<UUID> self) {
    static Secrecy of(List<Assigned> assignments, Viewer viewer) {
        Set<UUID> secret = new HashSet<>();
        assignments.stream()
                .filter(one -> one.submission().isEmpty())
                .forEach(one -> secret.addAll(one.assignment().recordings()));
        return new Secrecy(secret, viewer.raterId());
    }

    /** @throws SessionException when the line tells of another's label */
    void refuse(TrailLine line) throws SessionException {
        for (TrailLine.Touched touched : line.touched()) {
            Entity entity =
                    touched.change().after().or(touched.change()::before).orElseThrow();
            if (secret(entity)) {
                throw new SessionException("The history would tell " + line.rater() + "'s labels of recording "
                        + touched.recording() + ", which is still being rated blind. Ask for what you did yourself"
                        + " (--rater), for another recording, or again once it is submitted.");
            }
        }
    }

    private boolean secret(Entity entity) {
        if (entity instanceof Mark mark) {
            return recordings.contains(mark.recordingId())
                    && self.filter(mark.raterId()::equals).isEmpty();
        }
        return entity instanceof Settlement settlement && recordings.contains(settlement.recordingId());
    }
}
