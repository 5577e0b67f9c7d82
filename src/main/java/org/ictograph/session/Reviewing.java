package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;

/** Keeps what has been looked at: what was played, and what a rater declares reviewed. Called on the FX thread. */
public final class Reviewing {
    private final StudyState state;
    private final Edits edits;

    Reviewing(StudyState state, Edits edits) {
        this.state = state;
        this.edits = edits;
    }

    /** Declares a piece of time of some cages of the open recording reviewed, whether or not it was played. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> declare(List<UUID> cageIds, Span span) {
        return edits.make(
                () -> state.recording().get().flatMap(open -> cover(open.id(), cageIds, span, Seen.REVIEWED, 0)));
    }

    /**
     * Takes back that the rater who works has looked at a piece of time of some cages of the open recording, in whichever
     * way; it counts as unseen again. An edit that can be undone.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> withdraw(List<UUID> cageIds, Span span) {
        return edits.make(() -> {
            UUID self = state.rater().get().id();
            List<Change> changes = new ArrayList<>();
            for (Coverage piece : state.labels().get().coverage()) {
                if (piece.raterId().equals(self)
                        && cageIds.contains(piece.cageId())
                        && piece.span().intersection(span).isPresent()) {
                    changes.addAll(without(piece, span));
                }
            }
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.UNCOVER, changes));
        });
    }

    private static List<Change> without(Coverage piece, Span span) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Removed(piece));
        for (Span left : SpanSet.of(piece.span()).minus(SpanSet.of(span)).spans()) {
            changes.add(new Change.Added(new Coverage(
                    UUID.randomUUID(),
                    piece.raterId(),
                    piece.recordingId(),
                    piece.cageId(),
                    left,
                    piece.seen(),
                    piece.speed())));
        }
        return changes;
    }

    /** Declares every recording of the study reviewed from end to end by a rater. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> declareAll(Rater rater) {
        return edits.make(() -> {
            Study study = state.study().get();
            List<Change> changes = new ArrayList<>();
            for (Recording recording : study.recordings()) {
                for (Cage cage : study.cagesOf(recording.id())) {
                    changes.add(new Change.Added(new Coverage(
                            UUID.randomUUID(),
                            rater.id(),
                            recording.id(),
                            cage.id(),
                            recording.span(),
                            Seen.REVIEWED,
                            0)));
                }
            }
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.COVER, changes));
        });
    }

    /** Keeps that all cages of the open recording were shown for a while. */
    void watched(List<Viewing.Piece> pieces) {
        Optional<Edit> edit = coverage(pieces);
        edits.make(() -> edit);
    }

    /** The edit that says so; none while the open recording has no cages. */
    Optional<Edit> coverage(List<Viewing.Piece> pieces) {
        UUID rater = state.rater().get().id();
        List<Change> changes = new ArrayList<>();
        for (Cage cage : state.cages()) {
            for (Viewing.Piece piece : pieces) {
                changes.add(new Change.Added(new Coverage(
                        UUID.randomUUID(),
                        rater,
                        cage.recordingId(),
                        cage.id(),
                        piece.span(),
                        piece.seen(),
                        piece.speed())));
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.COVER, changes));
    }

    private Optional<Edit> cover(UUID recordingId, List<UUID> cageIds, Span span, Seen seen, double speed) {
        List<Change> changes = new ArrayList<>();
        for (UUID cage : cageIds) {
            for (Span there : SpanSet.of(span).minus(state.absent().get()).spans()) {
                changes.add(new Change.Added(new Coverage(
                        UUID.randomUUID(), state.rater().get().id(), recordingId, cage, there, seen, speed)));
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.COVER, changes));
    }
}
