package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Submission;
import org.ictograph.model.Verb;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;

/**
 * Gives raters something to rate without seeing others' labels, seals what they hand in, and takes in what was handed in
 * elsewhere. Called on the FX thread.
 */
public final class Assigning {
    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Recordings recordings;

    Assigning(Workplace workplace, StudyState state, StoreLane store, Edits edits, Recordings recordings) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
        this.recordings = recordings;
    }

    /** All assignments with what came of them, oldest first. */
    public CompletableFuture<List<Assigned>> all() {
        return edits.settled()
                .thenCompose(done -> store.ask(open -> open.assignments()))
                .thenApplyAsync(all -> all, workplace.fx());
    }

    /** Makes an assignment. Fails with a sentence for who may not. */
    public CompletableFuture<Assignment> assign(Rater rater, List<Window> windows, Set<Hidden> hides, long seed) {
        if (windows.isEmpty()) {
            return CompletableFuture.failedFuture(new SessionException(
                    "There is nothing to assign: no recording was named, or no window of that length could be drawn."));
        }
        Assignment made = new Assignment(UUID.randomUUID(), rater.id(), windows, hides, seed, List.of());
        return edits.make(Edit.adding(Verb.ASSIGN, made)).thenApply(entry -> made);
    }

    /** Whole recordings, in an order drawn from the seed. */
    public static List<Window> whole(List<Recording> recordings, long seed) {
        List<Window> windows = new ArrayList<>();
        recordings.forEach(recording -> windows.add(new Window(recording.id(), recording.span())));
        java.util.Collections.shuffle(windows, new java.util.Random(seed));
        return windows;
    }

    /**
     * Windows around events that somebody marked, and as many without any, shuffled.
     *
     * @param count of windows with an event, at most
     * @param length of a window, in microseconds
     */
    public CompletableFuture<List<Window>> mix(List<Recording> from, int count, long length, long seed) {
        return edits.settled()
                .thenCompose(done -> store.ask(open -> {
                    List<WindowDraw.Source> sources = new ArrayList<>();
                    for (Recording recording : from) {
                        List<Span> events = open.marks(Viewer.PROGRAM, recording.id()).stream()
                                .filter(mark -> mark.layer() == Layer.RATING)
                                .map(Mark::span)
                                .toList();
                        sources.add(new WindowDraw.Source(recording.id(), recording.duration(), events));
                    }
                    return new WindowDraw(length, seed).draw(sources, count);
                }));
    }

    /** Writes the package of an assignment: a folder with a study of its own and the videos. */
    public Job<Path> pack(Assignment assignment, Path folder) {
        Study study = state.whole();
        return workplace
                .jobs()
                .start(
                        String.valueOf(folder.getFileName()),
                        progress -> new AssignmentPackage(workplace.files(), recordings, study, assignment)
                                .write(folder.toAbsolutePath(), progress));
    }

    /**
     * Seals what the rater who works did for their oldest open assignment. Later changes of it need a reason. Fails with a
     * sentence when nothing waits for them.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Submission> submit() {
        Rater rater = state.rater().get();
        return all().thenCompose(all -> {
            Optional<Assignment> open = all.stream()
                    .filter(one -> one.submission().isEmpty()
                            && one.assignment().raterId().equals(rater.id()))
                    .map(Assigned::assignment)
                    .findFirst();
            if (open.isEmpty()) {
                return CompletableFuture.failedFuture(new SessionException(
                        "No assignment waits for " + rater.name() + ", so there is nothing to submit."));
            }
            return edits.make(Edit.adding(Verb.SUBMIT, Submission.of(open.get(), Instant.now())))
                    .thenApply(Assigning::submission);
        });
    }

    private static Submission submission(Optional<LogEntry> entry) {
        return entry.orElseThrow().edit().changes().stream()
                .flatMap(change -> change.after().stream())
                .filter(Submission.class::isInstance)
                .map(Submission.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Takes in what a rater handed in from a package. Fails with a sentence, and nothing has changed then. */
    @CanIgnoreReturnValue
    public CompletableFuture<Submission> receive(Path file) {
        return edits.settled()
                .thenCompose(done -> store.ask(open -> open.received(file.toAbsolutePath())))
                .thenComposeAsync(edits::make, workplace.fx())
                .thenApply(Assigning::submission);
    }
}
