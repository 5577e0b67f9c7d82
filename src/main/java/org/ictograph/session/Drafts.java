package org.ictograph.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.ictograph.model.Draft;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down where the rater is and what they have begun, at most two seconds old, so that a crash takes neither; and
 * goes back there at the next opening. Called on the FX thread.
 */
public final class Drafts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final long EVERY_MILLIS = 1_000;

    /** What the store knows of a rater's last session. */
    private record Found(Optional<Draft> draft, long edits, Optional<LogEntry> last) {}

    private final StudySession session;
    private final StoreLane store;
    private Optional<Ticker> clock = Optional.empty();
    private Optional<Draft> kept = Optional.empty();

    Drafts(StudySession session, StoreLane store) {
        this.session = session;
        this.store = store;
    }

    /** Starts to write down where the rater is. */
    public void start() {
        if (clock.isEmpty() && session.state().access().writing()) {
            clock = Optional.of(new Ticker(
                    "draft", EVERY_MILLIS, () -> session.workplace().fx().execute(this::keep)));
        }
    }

    /** Writes down where the rater is now, when that is news; a beat that comes after closing is late. */
    private void keep() {
        if (clock.isEmpty()) {
            return;
        }
        Draft now = now();
        if (!kept.equals(Optional.of(now))) {
            write(now);
        }
    }

    private void write(Draft draft) {
        kept = Optional.of(draft);
        UUID rater = session.state().rater().get().id();
        var unused = store.ask(open -> {
                    open.keep(rater, draft);
                    return draft;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("The draft was not kept: {}", Sentence.of(failure));
                    }
                });
    }

    private Draft now() {
        StudyState state = session.state();
        Optional<UUID> open = state.recording().get().map(Recording::id);
        List<Draft.Begun> begun = session.marking().begun().entrySet().stream()
                .filter(onset -> open.equals(Optional.of(onset.getKey().recordingId())))
                .map(onset ->
                        new Draft.Begun(onset.getKey().cageId(), onset.getKey().label(), onset.getValue()))
                .toList();
        return new Draft(
                true,
                open,
                session.playback().position().get(),
                state.focusedCage().get(),
                state.selectedMark().get(),
                begun,
                session.marking().dragged());
    }

    /**
     * Goes back to where the rater was: recording, time, cage, mark and what was begun.
     *
     * @return what was recovered when the study had not been closed; fails when the recording cannot be shown
     */
    public CompletableFuture<Optional<Recovery>> resume() {
        Rater rater = session.state().rater().get();
        return store.ask(open -> find(open, rater.id()))
                .thenComposeAsync(this::resume, session.workplace().fx());
    }

    private static Found find(StudyStore open, UUID raterId) throws StoreException {
        Optional<Draft> draft = open.draft(raterId);
        long newest = open.head().sequence();
        Optional<LogEntry> last = newest == 0
                ? Optional.empty()
                : open.log(newest - 1, 1).stream().findFirst();
        long before = last.flatMap(LogEntry::uptime)
                .map(uptime -> uptime.openedAfter())
                .orElse(newest);
        return new Found(draft, newest - before, last);
    }

    private CompletableFuture<Optional<Recovery>> resume(Found found) {
        Optional<Draft> draft = found.draft();
        Optional<Recording> recording = draft.flatMap(Draft::recordingId)
                .flatMap(id -> session.state().study().get().recording(id));
        Optional<Recovery> recovery = draft.filter(Draft::working)
                .map(begun ->
                        new Recovery(found.edits(), found.last().map(LogEntry::at), begun.begun(), begun.dragged()));
        if (recording.isEmpty()) {
            return CompletableFuture.completedFuture(recovery);
        }
        return session.open(recording.get().id())
                .thenApplyAsync(
                        opened -> {
                            take(recording.get().id(), draft.orElseThrow());
                            return recovery;
                        },
                        session.workplace().fx());
    }

    private void take(UUID recordingId, Draft draft) {
        StudyState state = session.state();
        session.playback().seek(draft.micros());
        var cages = state.cages().stream().map(cage -> cage.id()).collect(Collectors.toSet());
        draft.cageId()
                .filter(cages::contains)
                .ifPresent(cage -> state.focusedCage().set(Optional.of(cage)));
        draft.markId()
                .filter(mark -> state.labels().get().mark(mark).isPresent())
                .ifPresent(mark -> state.selectedMark().set(Optional.of(mark)));
        draft.begun().stream()
                .filter(onset -> cages.contains(onset.cageId()))
                .forEach(onset -> session.marking().resume(recordingId, onset));
    }

    /** Remembers the place, and that the study was closed. */
    @Override
    public void close() {
        clock.ifPresent(ticker -> {
            ticker.close();
            write(now().closed());
        });
        clock = Optional.empty();
    }
}
