package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;

/** Drawing cages and naming the animals in them. Called on the FX thread. */
public final class Cages {
    private final StudyState state;
    private final Edits edits;

    Cages(StudyState state, Edits edits) {
        this.state = state;
        this.edits = edits;
    }

    /** Adds a cage with the first free position to the open recording and focuses it. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> draw(Box box) {
        UUID id = UUID.randomUUID();
        return edits.make(() -> state.recording().get().map(open -> {
                    int position = 1;
                    while (taken(open.id(), position)) {
                        position++;
                    }
                    return Edit.adding(
                            Verb.DRAW_CAGES,
                            new Cage(id, open.id(), position, box, Optional.empty(), Optional.empty()));
                }))
                .thenApply(entry -> {
                    entry.ifPresent(stored -> state.focusedCage().set(Optional.of(id)));
                    return entry;
                });
    }

    /** Changes box, mask, position or animal of a cage. A position that another cage has is swapped with it. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> change(UUID cageId, UnaryOperator<Cage> changed) {
        return edits.make(() -> state.study().get().cage(cageId).flatMap(cage -> {
            Cage to = changed.apply(cage);
            if (to.equals(cage)) {
                return Optional.empty();
            }
            List<Change> changes = state.study().get().cagesOf(cage.recordingId()).stream()
                    .filter(other -> !other.id().equals(cageId) && other.position() == to.position())
                    .findFirst()
                    .map(other -> swapped(cage, to, other))
                    .orElseGet(() -> List.of(new Change.Changed(cage, to)));
            return Optional.of(new Edit(Verb.DRAW_CAGES, changes));
        }));
    }

    /** Takes a cage away; refused by the store while marks hang on it. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> delete(UUID cageId) {
        return edits.make(() -> state.study().get().cage(cageId).map(cage -> Edit.removing(Verb.DRAW_CAGES, cage)));
    }

    /**
     * Names the animal in a cage; a new name makes a new animal, an empty one leaves the cage without. The animal that was in
     * it goes when it is in no other cage and nothing but its name is known: it was mistyped. When the animal is in another cage
     * of the recording too, that is said.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> nameAnimal(UUID cageId, String name) {
        return edits.make(() -> state.study().get().cage(cageId).flatMap(cage -> {
                    List<Change> changes = new ArrayList<>();
                    Optional<UUID> subject = name.isBlank()
                            ? Optional.empty()
                            : Optional.of(animal(name.strip(), changes).id());
                    if (!cage.subjectId().equals(subject)) {
                        changes.add(new Change.Changed(cage, cage.withSubject(subject)));
                        mistyped(cage).ifPresent(gone -> changes.add(new Change.Removed(gone)));
                    }
                    return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.DRAW_CAGES, changes));
                }))
                .thenApply(entry -> {
                    entry.ifPresent(stored -> tellTwice(cageId));
                    return entry;
                });
    }

    private void tellTwice(UUID cageId) {
        Study study = state.study().get();
        study.cage(cageId)
                .ifPresent(cage -> study.cagesOf(cage.recordingId()).stream()
                        .filter(other -> !other.id().equals(cageId)
                                && cage.subjectId().isPresent()
                                && other.subjectId().equals(cage.subjectId()))
                        .findFirst()
                        .ifPresent(other -> state.say(Notice.done(
                                "cages.twice",
                                study.subjectIn(other).map(Subject::name).orElse(""),
                                String.valueOf(other.position())))));
    }

    /**
     * Gives another recording the boxes and masks of the open one, without its animals. Cages that the other already has
     * keep their animal and take the box of the same position; boxes that do not fit the other's picture are left out.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> copyTo(UUID recordingId) {
        return edits.make(() -> state.study().get().recording(recordingId).flatMap(target -> {
            List<Change> changes = new ArrayList<>();
            for (Cage cage : state.cages()) {
                if (cage.box().fits(target.width(), target.height())) {
                    copy(cage, target, changes);
                }
            }
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.DRAW_CAGES, changes));
        }));
    }

    private void copy(Cage cage, Recording target, List<Change> changes) {
        Optional<Cage> same = state.study().get().cagesOf(target.id()).stream()
                .filter(other -> other.position() == cage.position())
                .findFirst();
        if (same.isEmpty()) {
            changes.add(new Change.Added(new Cage(
                    UUID.randomUUID(), target.id(), cage.position(), cage.box(), cage.tagMask(), Optional.empty())));
        } else if (!same.get().box().equals(cage.box())) {
            changes.add(new Change.Changed(
                    same.get(), same.get().withBox(cage.box()).withTagMask(cage.tagMask())));
        }
    }

    /** The animal of a cage when it is in no other and has only a name. */
    private Optional<Subject> mistyped(Cage cage) {
        Study study = state.study().get();
        return study.subjectIn(cage)
                .filter(animal -> (animal.litter() + animal.group() + animal.treatment()).isEmpty())
                .filter(animal -> study.cages().stream()
                        .noneMatch(other -> !other.id().equals(cage.id())
                                && other.subjectId().equals(Optional.of(animal.id()))));
    }

    private Subject animal(String name, List<Change> changes) {
        return state.study().get().subjectNamed(name).orElseGet(() -> {
            Subject made = Subject.named(name);
            changes.add(new Change.Added(made));
            return made;
        });
    }

    private boolean taken(UUID recordingId, int position) {
        return state.study().get().cagesOf(recordingId).stream().anyMatch(cage -> cage.position() == position);
    }

    /** Positions are unique at every moment, so the other cage steps aside before it takes the position that is left. */
    private List<Change> swapped(Cage cage, Cage to, Cage other) {
        int free = 1;
        while (taken(cage.recordingId(), free)) {
            free++;
        }
        Cage aside = other.withPosition(free);
        return List.of(
                new Change.Changed(other, aside),
                new Change.Changed(cage, to),
                new Change.Changed(aside, other.withPosition(cage.position())));
    }
}
