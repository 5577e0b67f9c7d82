package org.ictograph.ui.agreement;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.measure.Dispute;
import org.ictograph.model.Cage;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Role;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.Adjudicating;
import org.ictograph.session.Adjudicating.Question;
import org.ictograph.session.StudySession;

/**
 * The queue of an adjudicator: what two raters see differently, the most consequential first. Answering one question
 * selects the next that is open. FX thread.
 */
public final class AdjudicationViewModel {
    private final StudySession session;
    private final Adjudicating adjudicating;
    private final AgreementViewModel agreement;
    private final ObservableList<QuestionRow> rows = FXCollections.observableArrayList();
    private final FilteredList<QuestionRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<Optional<Dispute.Kind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty answered = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<QuestionRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty label = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Long>> onset = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Long>> offset = new SimpleObjectProperty<>(Optional.empty());

    public AdjudicationViewModel(StudySession session, AgreementViewModel agreement) {
        this.session = session;
        this.adjudicating = session.adjudicating();
        this.agreement = agreement;
        agreement.comparison().addListener((property, before, now) -> fill());
        session.state().study().addListener((property, before, now) -> {
            if (!before.protocol().equals(now.protocol())) {
                fill();
            }
        });
        kind.addListener((property, before, now) -> filter());
        answered.addListener((property, before, now) -> filter());
        selected.addListener((property, before, now) -> begin(before, now));
        filter();
        fill();
    }

    /** The questions that the filters let through, the most consequential first. */
    public FilteredList<QuestionRow> questions() {
        return shown;
    }

    /** Only questions of this kind are listed. */
    public ObjectProperty<Optional<Dispute.Kind>> kind() {
        return kind;
    }

    /** Whether answered questions are listed too. */
    public BooleanProperty answered() {
        return answered;
    }

    public ObjectProperty<Optional<QuestionRow>> selected() {
        return selected;
    }

    /** True while it is being found out what there is to ask. */
    public ReadOnlyBooleanProperty busy() {
        return agreement.busy();
    }

    /** Why the next decision is made, in the adjudicator's words; empty again after each. */
    public StringProperty reason() {
        return reason;
    }

    /** The label of a mark that the adjudicator draws. */
    public StringProperty label() {
        return label;
    }

    public ReviewPlan plan() {
        return adjudicating.plan();
    }

    /** Whether the rater who works may change the plan. */
    public boolean mayPlan() {
        return session.state()
                .study()
                .get()
                .roleOf(session.state().rater().get().id())
                .includes(Role.OWNER);
    }

    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> plan(ReviewPlan changed) {
        return adjudicating.plan(changed);
    }

    /** How many open questions there are of a kind. */
    public long open(Dispute.Kind wanted) {
        return rows.stream()
                .filter(row -> row.open() && row.dispute().kind() == wanted)
                .count();
    }

    /** How many questions are answered, of {@link #asked}. */
    public long done() {
        return rows.stream().filter(row -> !row.open()).count();
    }

    public int asked() {
        return rows.size();
    }

    /** How many open pairs the plan's rule would settle by itself. */
    public int ruled() {
        return agreement.comparison().get().map(adjudicating::ruled).orElse(0);
    }

    /** What is drawn so far, once it has two edges in order. */
    public Optional<Span> drawn() {
        return onset.get().flatMap(from -> offset.get().filter(to -> to > from).map(to -> new Span(from, to)));
    }

    ObjectProperty<Optional<Long>> onset() {
        return onset;
    }

    ObjectProperty<Optional<Long>> offset() {
        return offset;
    }

    /** Puts an edge of the mark that is being drawn to the playhead. */
    public void edgeHere(boolean atOnset) {
        (atOnset ? onset : offset).set(Optional.of(session.playback().position().get()));
    }

    public void draw(Span span) {
        onset.set(Optional.of(span.start()));
        offset.set(Optional.of(span.end()));
    }

    /** Moves an edge that was drawn by whole frames. */
    public void nudge(boolean atOnset, int frames) {
        ObjectProperty<Optional<Long>> edge = atOnset ? onset : offset;
        session.playback()
                .index()
                .ifPresent(index -> edge.get().ifPresent(at -> {
                    int frame = Math.max(0, Math.min(index.frames() - 1, index.frameAt(at) + frames));
                    edge.set(Optional.of(index.microsOf(frame)));
                }));
    }

    /** Shows the next kind alone, after the last all of them again. */
    public void nextKind() {
        List<Dispute.Kind> kinds = Arrays.asList(Dispute.Kind.values());
        int next = kind.get().map(kinds::indexOf).orElse(-1) + 1;
        kind.set(next < kinds.size() ? Optional.of(kinds.get(next)) : Optional.empty());
    }

    /** Selects the neighbour in the list. */
    public void move(int by) {
        if (!shown.isEmpty()) {
            int at = selected.get().map(shown::indexOf).orElse(-1);
            selected.set(Optional.of(shown.get(Math.max(0, Math.min(shown.size() - 1, at + by)))));
        }
    }

    /** Selects the first open question when none is selected. */
    public void start() {
        if (selected.get().isEmpty()) {
            selected.set(shown.stream().filter(QuestionRow::open).findFirst());
        }
    }

    /** Loops the question's time in its cage with some air around; its recording must be open. */
    public void loop() {
        selected.get()
                .ifPresent(row ->
                        agreement.loop(row.dispute().cageId(), row.dispute().span()));
    }

    /** True when this can be the answer, with the outcome as the screen shows it. */
    public boolean possible(Outcome outcome) {
        return selected.get()
                .filter(QuestionRow::open)
                .filter(row -> outcome == Outcome.DRAWN
                        ? drawn().isPresent()
                        : Adjudicating.possible(row.dispute(), row.meaning(outcome)))
                .isPresent();
    }

    /** True when the plan wants a reason and none was given. */
    public boolean needsReason() {
        return plan().reasons() && reason.get().isBlank();
    }

    /** Answers the selected question and selects the next open one. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settle(Outcome outcome) {
        if (!possible(outcome)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        QuestionRow row = selected.get().orElseThrow();
        Optional<Dispute> next = next(row);
        CompletableFuture<Optional<LogEntry>> made = outcome == Outcome.DRAWN
                ? adjudicating.draw(row.dispute(), label.get(), drawn().orElseThrow(), reason.get())
                : adjudicating.settle(row.dispute(), row.meaning(outcome), reason.get());
        return made.thenApply(entry -> {
            entry.ifPresent(stored -> {
                reason.set("");
                agreement.settled(stored);
                selected.set(rows.stream()
                        .filter(other -> next.filter(other.dispute()::equals).isPresent())
                        .findFirst());
            });
            return entry;
        });
    }

    private Optional<Dispute> next(QuestionRow row) {
        List<QuestionRow> list = List.copyOf(shown);
        int at = list.indexOf(row);
        List<QuestionRow> following = new ArrayList<>(list.subList(at + 1, list.size()));
        following.addAll(list.subList(0, Math.max(0, at)));
        return following.stream().filter(QuestionRow::open).findFirst().map(QuestionRow::dispute);
    }

    /** Lets the plan's rule settle what it can; how many events that were. */
    @CanIgnoreReturnValue
    public CompletableFuture<Integer> settleByRule() {
        return agreement
                .comparison()
                .get()
                .map(made -> adjudicating
                        .settleByRule(made)
                        .thenApply(entry -> entry.map(agreement::settled).orElse(0)))
                .orElseGet(() -> CompletableFuture.completedFuture(0));
    }

    /** Opens the selected question again; nothing happens while it is open. Its recording must be open. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> reopen() {
        Optional<Settlement> settlement =
                selected.get().flatMap(row -> row.question().settlement());
        if (settlement.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Optional<Mark> mark = settlement
                .get()
                .markId()
                .flatMap(id -> session.state().labels().get().mark(id));
        return adjudicating.reopen(settlement.get(), mark).thenCompose(entry -> agreement.compare());
    }

    private void filter() {
        shown.setPredicate(row -> (answered.get() || row.open())
                && kind.get().filter(only -> row.dispute().kind() != only).isEmpty());
        if (selected.get().filter(shown::contains).isEmpty()) {
            selected.set(shown.stream().filter(QuestionRow::open).findFirst());
        }
    }

    private void fill() {
        List<QuestionRow> now = agreement
                .comparison()
                .get()
                .map(made ->
                        adjudicating.questions(made).stream().map(this::row).toList())
                .orElse(List.of());
        Optional<Dispute> kept = selected.get().map(QuestionRow::dispute);
        rows.setAll(now);
        selected.set(rows.stream()
                .filter(row -> kept.filter(row.dispute()::equals).isPresent())
                .findFirst());
    }

    private QuestionRow row(Question question) {
        Study study = session.state().study().get();
        Dispute dispute = question.dispute();
        Optional<Cage> cage = study.cage(dispute.cageId());
        boolean anonymous = plan().anonymous();
        return new QuestionRow(
                question,
                study.recording(dispute.recordingId()).map(Recording::name).orElse(""),
                cage.map(Cage::position).orElse(0),
                cage.flatMap(study::subjectIn).map(Subject::name).orElse(""),
                anonymous && QuestionRow.drawn(dispute, study.id()),
                !anonymous || !question.open());
    }

    /** A new question begins with nothing drawn. */
    private void begin(Optional<QuestionRow> before, Optional<QuestionRow> now) {
        if (before.map(QuestionRow::dispute).equals(now.map(QuestionRow::dispute))) {
            return;
        }
        onset.set(Optional.empty());
        offset.set(Optional.empty());
        now.ifPresent(row -> label.set(row.first().or(row::second).orElseThrow().label()));
    }

    /** Both versions as the lanes show them. */
    Optional<Versions> versions() {
        return agreement
                .comparison()
                .get()
                .flatMap(made -> selected.get()
                        .map(row -> new Versions(
                                row.dispute().cageId(),
                                (row.swapped() ? made.b() : made.a()).id(),
                                row.firstName(made.a(), made.b()),
                                (row.swapped() ? made.a() : made.b()).id(),
                                row.secondName(made.a(), made.b()),
                                Optional.of(row.dispute().span()),
                                List.of(),
                                drawn())));
    }

    /** What a version is called on the screen. */
    String name(Outcome version) {
        return agreement
                .comparison()
                .get()
                .flatMap(made -> selected.get()
                        .map(row -> version == Outcome.FIRST
                                ? row.firstName(made.a(), made.b())
                                : row.secondName(made.a(), made.b())))
                .orElse(version == Outcome.FIRST ? "A" : "B");
    }
}
