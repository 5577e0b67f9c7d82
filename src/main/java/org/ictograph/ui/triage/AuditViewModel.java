package org.ictograph.ui.triage;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.session.Auditing;
import org.ictograph.session.Marking;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/** The audit of what no proposal found: one window drawn by chance after the other, looked through in the video. FX thread. */
public final class AuditViewModel {
    /** By which windows are drawn. */
    public static final long SEED = 1;

    private final StudySession session;
    private final StudyState state;
    private final ReadOnlyObjectWrapper<Optional<Auditing.Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AuditWindow>> window = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean reading;
    private boolean again;

    public AuditViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
    }

    /** The label whose proposals are audited. */
    public String label() {
        return Protocol.SEIZURE;
    }

    /** What is known so far; empty before it was read. */
    public ReadOnlyObjectProperty<Optional<Auditing.Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What is looked through now. */
    public ReadOnlyObjectProperty<Optional<AuditWindow>> window() {
        return window.getReadOnlyProperty();
    }

    /** Name of the recording that the window is in. */
    public String recording() {
        return window.get()
                .flatMap(now -> state.study().get().recording(now.recordingId()))
                .map(Recording::name)
                .orElse("");
    }

    /** Where what is being marked begins. */
    public Optional<Long> begun() {
        return window.get()
                .flatMap(now -> Optional.ofNullable(
                        session.marking().begun().get(new Marking.Begun(now.recordingId(), now.cageId(), label()))));
    }

    /** Finds out anew what is known. */
    public void read() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        var unused = session.auditing()
                .standing(label(), SEED)
                .whenCompleteAsync(
                        (found, failure) -> {
                            reading = false;
                            if (failure != null) {
                                state.say(Notice.problem(failure));
                            } else {
                                standing.set(Optional.of(found));
                            }
                            if (again) {
                                again = false;
                                read();
                            }
                        },
                        session.workplace().fx());
    }

    /** Shows the next window; the future tells once it is there. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> begin() {
        return session.auditing()
                .standing(label(), SEED)
                .thenComposeAsync(
                        found -> {
                            standing.set(Optional.of(found));
                            return show(found.next());
                        },
                        session.workplace().fx());
    }

    private CompletableFuture<Void> show(Optional<AuditWindow> next) {
        window.set(next);
        if (next.isEmpty()) {
            session.playback().loop(Optional.empty());
            session.playback().pause();
            return CompletableFuture.completedFuture(null);
        }
        UUID recording = next.get().recordingId();
        boolean there = state.recording().get().map(Recording::id).equals(Optional.of(recording));
        CompletableFuture<Void> opened = there ? CompletableFuture.completedFuture(null) : session.open(recording);
        return opened.whenCompleteAsync(
                (done, failure) -> {
                    if (failure != null) {
                        state.say(Notice.problem(failure));
                    } else if (window.get().equals(next)) {
                        hidden(next.get())
                                .ifPresent(group ->
                                        session.attention().on(group.lead().id()));
                        state.focusedCage().set(Optional.of(next.get().cageId()));
                        session.playback().loop(Optional.of(next.get().span()));
                    }
                },
                session.workplace().fx());
    }

    /** The onset of something that no proposal found is at the playhead. */
    public void onset() {
        window.get().ifPresent(now -> session.marking().begin(label()));
    }

    /** Its offset is at the playhead: it becomes a mark. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> offset() {
        if (window.get().isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return session.marking().end(label()).thenApply(entry -> {
            entry.ifPresent(stored -> state.say(Notice.done("audit.marked")));
            return entry;
        });
    }

    /** All that is in the window is marked: the next one comes. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> looked() {
        Optional<AuditWindow> now = window.get();
        if (now.isEmpty() || !state.mayEdit()) {
            return CompletableFuture.completedFuture(null);
        }
        return hidden(now.get())
                .map(group -> session.auditing().looked(now.get(), group))
                .orElseGet(() -> session.auditing().looked(now.get()))
                .thenCompose(stored -> begin());
    }

    /** The proposals in a window that nobody is told of before it was looked through. */
    private Optional<CandidateGroup> hidden(AuditWindow shown) {
        return standing.get().map(Auditing.Standing::hidden).flatMap(all -> Optional.ofNullable(all.get(shown)));
    }

    /** Ends it for now. */
    public void leave() {
        if (window.get().isPresent()) {
            window.set(Optional.empty());
            session.attention().away();
            session.playback().loop(Optional.empty());
            session.playback().pause();
        }
    }
}
