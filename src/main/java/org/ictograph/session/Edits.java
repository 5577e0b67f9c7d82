package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;
import org.ictograph.model.Assignment;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.LogStep;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Submission;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door through which a study changes. Edits happen one after the other: each is made from the state as stored,
 * committed on the store lane, and only then shown. Undo and redo are edits through the same door. A refusal is told by
 * lamp and notice, so callers may ignore the futures. Called on the FX thread.
 */
public final class Edits {
    private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

    /** An edit that the disk refused. It has not happened, and is kept until it is stored or given up. */
    record Unstored(UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks, String why) {}

    /** What one commit brings back from the store. */
    private record Outcome(
            LogEntry entry, Optional<Study> study, Optional<List<Assignment>> open, Optional<Labels> labels) {}

    private final StoreLane store;
    private final StudyState state;
    private final Executor fx;
    private final History history = new History();
    private final ReadOnlyListWrapper<Unstored> unstored =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final Reasons reasons = new Reasons();
    private StoreLane.Work<Boolean> before = open -> true;
    private CompletableFuture<Optional<LogEntry>> last = CompletableFuture.completedFuture(Optional.empty());

    Edits(StoreLane store, StudyState state, Executor fx) {
        this.store = store;
        this.state = state;
        this.fx = fx;
    }

    /** Makes and stores an edit; see {@link #make(Supplier)}. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> make(Edit edit) {
        return make(() -> Optional.of(edit));
    }

    /**
     * Stores the edit that the maker makes from the state as it is once all earlier edits are stored. When the maker
     * finds nothing to do, nothing happens.
     *
     * @return the log row; fails when the store refuses, with the lamp and the notice already set
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> make(Supplier<Optional<Edit>> maker) {
        return inTurn(
                () -> maker.get().map(edit -> commit(state.rater().get().id(), edit, OptionalLong.empty(), List.of())));
    }

    /** Stores an edit together with the score tracks of the run that it adds. */
    CompletableFuture<Optional<LogEntry>> make(Edit edit, List<ScoreTrack> tracks) {
        return inTurn(() -> Optional.of(commit(state.rater().get().id(), edit, OptionalLong.empty(), tracks)));
    }

    /** Stores an edit without waiting for a turn and without showing it: the last one before the study is closed. */
    void makeLast(Edit edit) {
        UUID rater = state.rater().get().id();
        var unused = store.ask(open -> open.commit(rater, edit, OptionalLong.empty(), List.of()))
                .whenComplete(this::warn);
    }

    /** Takes the rater's last edit back. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> undo() {
        return told("undone", inTurn(() -> history.toUndo().map(step -> takeBack(step.sequence()))));
    }

    /** Brings back what was undone last. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> redo() {
        return told("redone", inTurn(() -> history.toRedo().map(step -> takeBack(step.sequence()))));
    }

    /** Tells what was taken back, which need not be what is on the screen. */
    private CompletableFuture<Optional<LogEntry>> told(String key, CompletableFuture<Optional<LogEntry>> done) {
        return done.thenApply(entry -> {
            entry.ifPresent(row -> state.say(Notice.done(key, row.edit().verb())));
            return entry;
        });
    }

    public ReadOnlyBooleanProperty canUndo() {
        return history.canUndo();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return history.canRedo();
    }

    /** Reads from the end of the log what the rater can undo: undo survives a restart. */
    CompletableFuture<Void> recall(UUID raterId) {
        record Read(List<LogStep> steps, Head head) {}
        return store.ask(open -> new Read(History.read(open, raterId, History.REACH), open.head()))
                .thenAcceptAsync(
                        read -> {
                            history.recall(read.steps());
                            state.head(read.head());
                        },
                        fx);
    }

    /** Does something on the store lane before each commit. */
    void beforeCommit(StoreLane.Work<Boolean> work) {
        before = work;
    }

    /** How many edits the disk refused that were neither stored since nor given up. */
    public ReadOnlyIntegerProperty unstored() {
        return unstored.sizeProperty();
    }

    /** Why the disk refused the last of them, as a sentence; empty when none waits. */
    public String whyUnstored() {
        return unstored.isEmpty() ? "" : unstored.get(unstored.size() - 1).why();
    }

    /** Tries to store what the disk refused, in its order; what it refuses again waits on. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> storeAgain() {
        List<Unstored> waiting = List.copyOf(unstored);
        unstored.clear();
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (Unstored one : waiting) {
            CompletableFuture<Optional<LogEntry>> stored =
                    inTurn(() -> Optional.of(commit(one.raterId(), one.edit(), one.undoes(), one.tracks())));
            done = done.thenCombine(stored.handle((entry, failure) -> failure), (ignored, failure) -> null);
        }
        return done;
    }

    /** Gives up what the disk refused. */
    public void giveUp() {
        unstored.clear();
        state.lamp(Stored.STORED);
    }

    /** Why what was signed is changed. */
    public Reasons reasons() {
        return reasons;
    }

    /** Completes once every edit so far is stored or refused. */
    CompletableFuture<Void> settled() {
        return last.handle((entry, failure) -> null);
    }

    private CompletableFuture<LogEntry> takeBack(long sequence) {
        UUID raterId = state.rater().get().id();
        return store.ask(open -> open.log(sequence - 1, 1).get(0))
                .thenComposeAsync(
                        entry -> commit(raterId, entry.edit().inverse(), OptionalLong.of(sequence), List.of()), fx);
    }

    private CompletableFuture<Optional<LogEntry>> inTurn(Supplier<Optional<CompletableFuture<LogEntry>>> next) {
        last = last.handle((entry, failure) -> Optional.<LogEntry>empty())
                .thenComposeAsync(
                        ignored -> next.get()
                                .map(commit -> commit.thenApply(Optional::of))
                                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())),
                        fx);
        last = last.whenCompleteAsync(this::report, fx);
        return last;
    }

    private <T> void warn(T entry, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("An edit was not stored: {}", Sentence.of(failure));
        }
    }

    private void report(Optional<LogEntry> entry, @Nullable Throwable failure) {
        warn(entry, failure);
        if (failure != null) {
            light();
            if (!refused(failure, Trouble.DISK)) {
                state.say(Notice.problem(failure));
            }
        }
    }

    /** What breaks a rule has not happened and needs no storing; only what the disk refused does. */
    private void light() {
        state.lamp(unstored.isEmpty() ? Stored.STORED : Stored.NOT_STORED);
    }

    private CompletableFuture<LogEntry> commit(UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks) {
        state.lamp(Stored.STORING);
        return store(raterId, edit, undoes, tracks)
                .exceptionallyComposeAsync(
                        failure -> refused(failure, Trouble.NEEDS_REASON)
                                ? explained(raterId, edit, undoes, tracks, failure)
                                : CompletableFuture.failedFuture(failure),
                        fx)
                .thenApplyAsync(this::show, fx)
                .whenCompleteAsync(
                        (entry, failure) -> {
                            if (failure != null && refused(failure, Trouble.DISK)) {
                                unstored.add(new Unstored(raterId, edit, undoes, tracks, Sentence.of(failure)));
                            }
                        },
                        fx);
    }

    private CompletableFuture<Outcome> explained(
            UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks, Throwable refusal) {
        return reasons.forThis()
                .thenComposeAsync(
                        why -> why.isPresent()
                                ? store(raterId, edit.because(why.get()), undoes, tracks)
                                : CompletableFuture.failedFuture(refusal),
                        fx);
    }

    private CompletableFuture<Outcome> store(UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks) {
        Viewer viewer = state.viewer();
        UUID shown = state.labels().get().recordingId();
        return store.ask(open -> {
            before.on(open);
            LogEntry entry = open.commit(raterId, edit, undoes, tracks);
            boolean duties = changesDuties(edit);
            Optional<Labels> reread =
                    tracks.isEmpty() && !duties ? Optional.empty() : Optional.of(Labels.read(open, viewer, shown));
            return new Outcome(
                    entry,
                    changesStudy(edit) ? Optional.of(open.study()) : Optional.empty(),
                    duties ? Optional.of(open.duties()) : Optional.empty(),
                    reread);
        });
    }

    private static boolean refused(Throwable failure, Trouble trouble) {
        return Sentence.cause(failure) instanceof StoreException refused && refused.trouble() == trouble;
    }

    /** False for edits that only concern labels: a study of many recordings is then not read again. */
    private static boolean changesStudy(Edit edit) {
        return edit.changes().stream()
                .map(change -> change.after().or(change::before).orElseThrow())
                .anyMatch(entity -> entity instanceof Recording
                        || entity instanceof Cage
                        || entity instanceof Subject
                        || entity instanceof Rater
                        || entity instanceof Protocol);
    }

    /** True for edits after which others' labels may be told, or may no longer be. */
    private static boolean changesDuties(Edit edit) {
        return edit.changes().stream()
                .map(change -> change.after().or(change::before).orElseThrow())
                .anyMatch(entity -> entity instanceof Assignment || entity instanceof Submission);
    }

    private LogEntry show(Outcome outcome) {
        outcome.open().ifPresent(state::owed);
        outcome.study().ifPresent(state::show);
        state.show(outcome.labels()
                .orElseGet(() -> state.said().after(outcome.entry().edit(), state.viewer())));
        history.add(outcome.entry().step());
        state.head(new Head(outcome.entry().sequence(), outcome.entry().hash()));
        light();
        return outcome.entry();
    }
}
