package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Assignment.Planted;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
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
    private static final int PAGE = 1_000;

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

    /**
     * What is wished for in an assignment.
     *
     * @param recordings to draw from
     * @param share of the recordings, or of the events in them, that is rated again; above 0 and up to 1
     * @param length of windows around events, in microseconds, each matched by one without; 0 for whole recordings
     * @param planting how many windows around seizures of the consensus to hide among the others; above 0, all seizures of the
     *     consensus in those windows count as planted, and of whole recordings all
     * @param seed draws windows and their order; the same seed draws the same
     */
    public record Wish(List<Recording> recordings, double share, long length, int planting, long seed) {
        public Wish {
            recordings = List.copyOf(recordings);
        }
    }

    /** What was drawn, to be looked at before it is assigned. */
    public record Drawn(List<Window> windows, List<Planted> planted, long seed) {}

    /** Draws windows. */
    public CompletableFuture<Drawn> draw(Wish wish) {
        return edits.settled()
                .thenCompose(done -> store.ask(open -> {
                    List<WindowDraw.Source> sources = new ArrayList<>();
                    List<Planted> known = new ArrayList<>();
                    int events = 0;
                    for (Recording recording : wish.recordings()) {
                        List<Mark> marks = open.marks(Viewer.PROGRAM, recording.id());
                        List<Span> rated = marks.stream()
                                .filter(mark -> mark.layer() == Layer.RATING)
                                .map(Mark::span)
                                .toList();
                        events += rated.size();
                        sources.add(new WindowDraw.Source(recording.id(), recording.duration(), rated));
                        marks.stream()
                                .filter(mark -> mark.layer() == Layer.CONSENSUS
                                        && mark.label().equals(Protocol.SEIZURE))
                                .forEach(mark -> known.add(
                                        new Planted(mark.recordingId(), mark.cageId(), mark.label(), mark.span())));
                    }
                    if (wish.length() == 0) {
                        List<Window> windows = whole(some(wish), wish.seed());
                        return new Drawn(
                                windows,
                                wish.planting() == 0 ? List.of() : WindowDraw.within(windows, known),
                                wish.seed());
                    }
                    WindowDraw draw = new WindowDraw(wish.length(), wish.seed());
                    List<Window> windows =
                            draw.draw(sources, (int) Math.ceil(wish.share() * events), known, wish.planting());
                    return new Drawn(windows, WindowDraw.within(draw.planted(), known), wish.seed());
                }))
                .thenApplyAsync(drawn -> drawn, workplace.fx());
    }

    private static List<Recording> some(Wish wish) {
        List<Recording> shuffled = new ArrayList<>(wish.recordings());
        Collections.shuffle(shuffled, new Random(wish.seed()));
        return shuffled.subList(0, (int) Math.ceil(wish.share() * shuffled.size()));
    }

    /** Makes an assignment of what was drawn. Fails with a sentence for who may not. */
    public CompletableFuture<Assignment> assign(Rater rater, Drawn drawn, Set<Hidden> hides) {
        if (drawn.windows().isEmpty()) {
            return CompletableFuture.failedFuture(new SessionException(
                    "There is nothing to assign: no recording was named, or no window of that length could be drawn."));
        }
        Assignment made =
                new Assignment(UUID.randomUUID(), rater.id(), drawn.windows(), hides, drawn.seed(), drawn.planted());
        return edits.make(Edit.adding(Verb.ASSIGN, made)).thenApply(entry -> made);
    }

    /** Takes an assignment away that is not submitted; what its rater did stays. Fails with a sentence for who may not. */
    public CompletableFuture<Optional<LogEntry>> withdraw(Assignment assignment) {
        return edits.make(Edit.removing(Verb.WITHDRAW, assignment));
    }

    /** A rater by name; a new name becomes a new rater, while somebody else goes on working. */
    public CompletableFuture<Rater> rater(String typed) {
        String name = typed.strip();
        return edits.make(() -> state.study().get().raterNamed(name).isPresent()
                        ? Optional.empty()
                        : Optional.of(Edit.adding(Verb.ADD_RATER, new Rater(UUID.randomUUID(), name))))
                .thenApply(entry -> state.study().get().raterNamed(name).orElseThrow());
    }

    /** Whole recordings, in an order drawn from the seed. */
    static List<Window> whole(List<Recording> recordings, long seed) {
        List<Window> windows = new ArrayList<>();
        recordings.forEach(recording -> windows.add(new Window(recording.id(), recording.span())));
        Collections.shuffle(windows, new Random(seed));
        return windows;
    }

    /** How far each assignment is, oldest first. */
    public CompletableFuture<List<DutyStanding>> standings() {
        Study study = state.whole();
        return edits.settled()
                .thenCompose(done -> store.ask(open -> {
                    List<DutyStanding> standings = new ArrayList<>();
                    for (Assigned assigned : open.assignments()) {
                        standings.add(DutyStanding.read(open, study, assigned));
                    }
                    return standings;
                }))
                .thenApplyAsync(standings -> standings, workplace.fx());
    }

    /** How far the oldest open assignment of the rater who works is: the one that {@link #submit} seals. */
    public CompletableFuture<Optional<DutyStanding>> open() {
        UUID rater = state.rater().get().id();
        return standings()
                .thenApply(all -> all.stream()
                        .filter(one -> one.assigned().submission().isEmpty()
                                && one.assignment().raterId().equals(rater))
                        .findFirst());
    }

    /** Starts to look for the edits that changed a set after it was submitted, oldest first. */
    public Job<List<LogEntry>> amendments(Assigned assigned) {
        return workplace.jobs().start("amendments", progress -> {
            List<LogEntry> amendments = new ArrayList<>();
            boolean sealed = false;
            List<LogEntry> page = store.await(open -> open.log(0, PAGE));
            while (!page.isEmpty()) {
                progress.check();
                for (LogEntry entry : page) {
                    if (sealed && touches(entry, assigned.assignment()::holds)) {
                        amendments.add(entry);
                    }
                    sealed |= touches(
                            entry,
                            entity -> assigned.submission()
                                    .filter(seal -> seal.id().equals(entity.id()))
                                    .isPresent());
                }
                long last = page.get(page.size() - 1).sequence();
                page = store.await(open -> open.log(last, PAGE));
            }
            return amendments;
        });
    }

    private static boolean touches(LogEntry entry, Predicate<Entity> which) {
        return entry.edit().changes().stream()
                .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                .anyMatch(which);
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
