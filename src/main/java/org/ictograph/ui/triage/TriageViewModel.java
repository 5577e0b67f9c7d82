package org.ictograph.ui.triage;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.TriageOrder;
import org.ictograph.measure.TriageQueue;
import org.ictograph.model.Cage;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Recording;
import org.ictograph.model.Role;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.Loops;
import org.ictograph.session.Notice;
import org.ictograph.session.SameEvent;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.session.Triaging;
import org.ictograph.video.Picture;

/**
 * The open proposals of all recordings as a queue that is decided with single keys; deciding about one selects the next. A
 * page of them is shown as looping films. Reads and films only between {@link #enter} and {@link #leave}. FX thread.
 */
public final class TriageViewModel {
    /** Films beside each other. */
    public static final int COLUMNS = 3;

    /** Films on a page. */
    public static final int TILES = 6;

    /**
     * How far it is.
     *
     * @param open decisions that wait in the queue
     * @param decided proposals that are decided, of all recordings
     * @param taken of these, those that became marks
     * @param hidden open proposals that the queue leaves out for their score or length
     */
    public record Tally(int open, int decided, int taken, int hidden) {}

    private final StudySession session;
    private final StudyState state;
    private final ObjectProperty<TriageOrder> order = new SimpleObjectProperty<>(TriageOrder.SCORE);
    private final DoubleProperty least = new SimpleDoubleProperty(0);
    private final DoubleProperty shortest = new SimpleDoubleProperty(0);
    private final ObservableList<TriageRow> rows = FXCollections.observableArrayList();
    private final FilteredList<TriageRow> shown = new FilteredList<>(rows);
    private final ReadOnlyObjectWrapper<Optional<TriageRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(new Tally(0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<Map<UUID, List<Picture>>> films = new ReadOnlyObjectWrapper<>(Map.of());
    private final Pace pace = new Pace();
    private Triaging.Heap heap = Triaging.Heap.EMPTY;
    private CompletableFuture<Optional<LogEntry>> turn = CompletableFuture.completedFuture(Optional.empty());
    private boolean active;
    private boolean reading;
    private long stamp;

    public TriageViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        order.addListener((property, before, now) -> arrange(0));
        least.addListener((property, before, now) -> arrange(0));
        shortest.addListener((property, before, now) -> arrange(0));
        session.triaging().onEdit(this::changed);
        state.sighted().addListener((property, before, now) -> changed());
        state.rater().addListener((property, before, now) -> changed());
        session.loops().onFilm(this::film);
    }

    /** Shows what there is to decide, and follows it. */
    public void enter() {
        active = true;
        changed();
        wishFilms();
    }

    /** Lets the decoder and the films go. */
    public void leave() {
        active = false;
        session.attention().away();
        films.set(Map.of());
        session.loops().rest();
    }

    public ObjectProperty<TriageOrder> order() {
        return order;
    }

    /** Score from which proposals are in the queue. */
    public DoubleProperty least() {
        return least;
    }

    /** Length from which proposals are in the queue, in seconds. */
    public DoubleProperty shortest() {
        return shortest;
    }

    /** The queue. */
    public FilteredList<TriageRow> rows() {
        return shown;
    }

    public ReadOnlyObjectProperty<Optional<TriageRow>> selected() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tally> tally() {
        return tally.getReadOnlyProperty();
    }

    /** Share of the proposals, in percent, that are first shown without, in the audit. */
    public int unaided() {
        return session.adjudicating().plan().unaided();
    }

    /** Only the owner of the study chooses it. */
    public boolean mayPlan() {
        return state.mayEdit()
                && state.study().get().roleOf(state.rater().get().id()).includes(Role.OWNER);
    }

    /** Chooses it for all raters: an edit of the plan, which can be undone. */
    public void unaided(int percent) {
        if (percent != unaided()) {
            session.adjudicating().plan(session.adjudicating().plan().withUnaided(percent));
        }
    }

    /** How long decisions take. */
    Pace pace() {
        return pace;
    }

    private void attend() {
        if (active) {
            selected.get().ifPresentOrElse(row -> session.attention().on(row.id()), session.attention()::away);
        }
    }

    /** The films that are there, by the id of their row; one without pictures cannot be shown. */
    public ReadOnlyObjectProperty<Map<UUID, List<Picture>>> films() {
        return films.getReadOnlyProperty();
    }

    /** The rows whose films are on the screen: those of the page that the selected one is on. */
    public List<TriageRow> page() {
        return page(0);
    }

    private List<TriageRow> page(int after) {
        int from = Math.min(rows.size(), (Math.max(0, at()) / TILES + after) * TILES);
        return List.copyOf(rows.subList(from, Math.min(rows.size(), from + TILES)));
    }

    public void select(TriageRow row) {
        selected.set(Optional.of(row));
        attend();
        wishFilms();
    }

    /** Selects the row that many places further on; the last or first one when there are not so many. */
    public void move(int places) {
        if (!rows.isEmpty()) {
            select(rows.get(Math.max(0, Math.min(rows.size() - 1, at() + places))));
        }
    }

    /** What is selected becomes a mark as the model named it. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept() {
        return decide(session.triaging()::accept, Verdict.ACCEPTED);
    }

    /** What is selected becomes a mark of the label with this key. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept(String label) {
        return decide(group -> session.triaging().accept(group, label), Verdict.ADJUSTED);
    }

    /** What is selected is kept as rejected. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reject() {
        return decide(session.triaging()::reject, Verdict.REJECTED);
    }

    /** Does something with what is selected once everything decided before is stored, so that keys keep their order. */
    void inTurn(Consumer<TriageRow> deed) {
        turn = turn.handle((stored, failure) -> 0).thenApply(before -> {
            selected.get().ifPresent(deed);
            return Optional.empty();
        });
    }

    /** Takes the last edit back. */
    public void undo() {
        session.edits().undo();
    }

    /** One decision after the other: each is about what is selected once the one before is stored. */
    private CompletableFuture<Optional<LogEntry>> decide(
            Function<CandidateGroup, CompletableFuture<Optional<LogEntry>>> decision, Verdict verdict) {
        turn = turn.handle((stored, failure) -> 0).thenCompose(before -> {
            Optional<TriageRow> row = selected.get();
            if (row.isEmpty() || !state.mayEdit()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return decision.apply(row.get().group()).thenApply(entry -> {
                entry.ifPresent(stored -> decided(row.get(), verdict, stored));
                return entry;
            });
        });
        return turn;
    }

    private void decided(TriageRow row, Verdict verdict, LogEntry entry) {
        stamp++;
        pace.decided(entry);
        Set<UUID> done = new HashSet<>();
        row.group().members().forEach(member -> done.add(member.proposal().id()));
        heap = new Triaging.Heap(
                heap.candidates().stream()
                        .map(candidate -> done.contains(candidate.proposal().id())
                                ? new Candidate(candidate.proposal(), candidate.animal(), Optional.of(verdict))
                                : candidate)
                        .toList(),
                heap.filmed(),
                heap.unaided());
        arrange(rows.indexOf(row));
        String said = "done." + verdict.name().toLowerCase(java.util.Locale.ROOT);
        state.say(
                SameEvent.joined(entry) > 0
                        ? Notice.done("done.joined", SameEvent.joined(entry))
                        : Notice.done(
                                said, tally.get().decided(), heap.candidates().size()));
    }

    private void changed() {
        stamp++;
        if (active && !reading) {
            read();
        }
    }

    /** Reads until nothing has changed meanwhile. */
    private void read() {
        reading = true;
        long asOf = stamp;
        var unused = session.triaging()
                .read()
                .whenCompleteAsync(
                        (found, failure) -> {
                            reading = false;
                            if (failure != null) {
                                state.say(Notice.problem(failure));
                            } else if (asOf != stamp && active) {
                                read();
                            } else {
                                heap = found;
                                arrange(at());
                            }
                        },
                        session.workplace().fx());
    }

    /** @param place where to select when what was selected is gone */
    private void arrange(int place) {
        TriageQueue queue = new TriageQueue(order.get(), least.get(), Math.round(shortest.get() * Span.SECOND));
        Study study = state.study().get();
        List<TriageRow> now = queue.of(heap.candidates(), heap.filmed()).stream()
                .map(group -> row(study, group))
                .toList();
        Optional<UUID> kept = selected.get().map(TriageRow::id);
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        selected.set(rows.stream()
                .filter(row -> kept.filter(row.id()::equals).isPresent())
                .findFirst()
                .or(() -> rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rows.get(Math.max(0, Math.min(rows.size() - 1, place))))));
        attend();
        tally.set(tally(queue));
        wishFilms();
    }

    private Tally tally(TriageQueue queue) {
        List<Candidate> all = heap.candidates();
        return new Tally(
                rows.size(),
                (int) all.stream().filter(candidate -> !candidate.open()).count(),
                (int) all.stream().filter(Candidate::taken).count(),
                (int) all.stream()
                        .filter(candidate -> candidate.open() && !queue.takes(candidate))
                        .count());
    }

    private static TriageRow row(Study study, CandidateGroup group) {
        Optional<Cage> cage = study.cage(group.lead().cageId());
        return new TriageRow(
                group,
                study.recording(group.lead().recordingId()).map(Recording::name).orElse(""),
                cage.map(Cage::position).orElse(0),
                cage.flatMap(study::subjectIn).map(Subject::name).orElse(""));
    }

    private int at() {
        return selected.get().map(rows::indexOf).orElse(-1);
    }

    /** Films of this page and the next one are kept, others are let go; those that lack are wished for. */
    private void wishFilms() {
        if (!active) {
            return;
        }
        List<TriageRow> near = new ArrayList<>(byRecording(page(0)));
        near.addAll(byRecording(page(1)));
        Map<UUID, List<Picture>> kept = new HashMap<>();
        List<Loops.Wish> wishes = new ArrayList<>();
        Study study = state.study().get();
        for (TriageRow row : near) {
            List<Picture> film = films.get().get(row.id());
            if (film != null) {
                kept.put(row.id(), film);
            } else {
                wish(study, row).ifPresent(wishes::add);
            }
        }
        if (!kept.equals(films.get())) {
            films.set(Map.copyOf(kept));
        }
        session.loops().wish(wishes);
    }

    /** One recording after the other, in the order in which they first occur: each is opened once. */
    private static List<TriageRow> byRecording(List<TriageRow> page) {
        List<UUID> order = page.stream()
                .map(row -> row.group().lead().recordingId())
                .distinct()
                .toList();
        return page.stream()
                .sorted(Comparator.comparingInt(
                        row -> order.indexOf(row.group().lead().recordingId())))
                .toList();
    }

    private static Optional<Loops.Wish> wish(Study study, TriageRow row) {
        return study.recording(row.group().lead().recordingId())
                .flatMap(recording -> study.cage(row.group().lead().cageId())
                        .map(cage -> new Loops.Wish(
                                row.id(), recording, cage.box(), row.group().span())));
    }

    private void film(UUID row, List<Picture> film) {
        if (active) {
            Map<UUID, List<Picture>> more = new HashMap<>(films.get());
            more.put(row, film);
            films.set(Map.copyOf(more));
        }
    }
}
