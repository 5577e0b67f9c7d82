package org.ictograph.ui.agreement;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.Finding;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.model.Cage;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.Adjudicating;
import org.ictograph.session.Agreeing.Comparison;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/** Two raters beside each other: a row of figures for each label, and the events behind them. FX thread. */
public final class AgreementViewModel {
    private static final long AIR = 2 * Span.SECOND;

    private final StudySession session;
    private final StudyState state;
    private final Executor fx;
    private final ObjectProperty<Optional<Rater>> a = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Rater>> b = new SimpleObjectProperty<>(Optional.empty());
    private final LongProperty bin =
            new SimpleLongProperty(AgreementParameters.standard().bin());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<String>> label = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Set<UUID>>> behind = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<FindingRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<LabelAgreement> labels = FXCollections.observableArrayList();
    private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
    private final FilteredList<FindingRow> shown = new FilteredList<>(rows);
    private @Nullable Job<Comparison> comparing;
    private boolean choosing;

    public AgreementViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        this.fx = session.workplace().fx();
        a.addListener((property, before, now) -> {
            if (!choosing) {
                compare();
            }
        });
        b.addListener((property, before, now) -> {
            if (!choosing) {
                compare();
            }
        });
        bin.addListener((property, before, now) -> compare());
        label.addListener((property, before, now) -> filter());
        behind.addListener((property, before, now) -> filter());
        all.addListener((property, before, now) -> filter());
        state.sighted().addListener((property, before, now) -> compare());
        state.study().addListener((property, before, now) -> {
            if (!before.protocol().plan().equals(now.protocol().plan())) {
                show(comparison.get());
            }
        });
        chooseRaters();
        filter();
    }

    public ObjectProperty<Optional<Rater>> a() {
        return a;
    }

    public ObjectProperty<Optional<Rater>> b() {
        return b;
    }

    /** Length of a time bin in microseconds. */
    public LongProperty bin() {
        return bin;
    }

    public ReadOnlyBooleanProperty sighted() {
        return state.sighted();
    }

    public List<Rater> raters() {
        return state.study().get().raters();
    }

    /** Empty before the first comparison and while a rater works blind. */
    public ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** A sentence why there is no comparison, empty when there is one or none was asked for. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** True while the two are being compared, so that an empty table says nothing yet. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Labels of the protocol that at least one of the two has marked. */
    public ObservableList<LabelAgreement> labels() {
        return labels;
    }

    /** The events that the filters let through. */
    public FilteredList<FindingRow> findings() {
        return shown;
    }

    /** All events, whatever the filters say. */
    public List<FindingRow> everything() {
        return List.copyOf(rows);
    }

    /** Only events of this label are listed. */
    public ObjectProperty<Optional<String>> label() {
        return label;
    }

    /** Only events with one of these marks are listed, agreed and settled ones too: what a figure's spot stands for. */
    public ObjectProperty<Optional<Set<UUID>>> behind() {
        return behind;
    }

    /** Whether events that are agreed or settled are listed too. */
    public BooleanProperty all() {
        return all;
    }

    public ObjectProperty<Optional<FindingRow>> selected() {
        return selected;
    }

    /** Compares these two, with one comparison. */
    void choose(Rater first, Rater second) {
        choosing = true;
        a.set(Optional.of(first));
        choosing = false;
        if (b.get().equals(Optional.of(second))) {
            compare();
        } else {
            b.set(Optional.of(second));
        }
    }

    /** Offers the raters of the study when the choice is still open. */
    public void chooseRaters() {
        List<Rater> raters = raters();
        if (raters.size() > 1 && (a.get().isEmpty() || b.get().isEmpty())) {
            a.set(Optional.of(raters.get(0)));
            b.set(Optional.of(raters.get(1)));
        }
    }

    /** True while the same rater stands on both sides, as in passing when a list is gone through by keys. */
    public boolean twice() {
        return a.get().isPresent() && a.get().equals(b.get());
    }

    /** Starts comparing; of several comparisons only the newest counts. Completes when the figures are shown. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> compare() {
        if (comparing != null) {
            comparing.cancel();
        }
        trouble.set("");
        busy.set(false);
        if (!state.sighted().get() || twice()) {
            show(Optional.empty());
            return CompletableFuture.completedFuture(null);
        }
        if (a.get().isPresent() && b.get().isPresent()) {
            AgreementParameters parameters = AgreementParameters.standard().withBin(bin.get());
            Job<Comparison> job =
                    session.agreeing().compare(a.get().get(), b.get().get(), parameters);
            comparing = job;
            busy.set(true);
            return job.result().handleAsync((made, failure) -> compared(job, made, failure), fx);
        }
        return CompletableFuture.completedFuture(null);
    }

    private @Nullable Void compared(Job<Comparison> job, @Nullable Comparison made, @Nullable Throwable failure) {
        if (!job.equals(comparing)) {
            return null;
        }
        busy.set(false);
        if (made != null) {
            show(Optional.of(made));
        } else if (failure != null && !(Sentence.cause(failure) instanceof CancellationException)) {
            show(Optional.empty());
            trouble.set(Sentence.of(failure));
        }
        return null;
    }

    private void show(Optional<Comparison> now) {
        if (!now.map(Comparison::report).equals(comparison.get().map(Comparison::report))) {
            behind.set(Optional.empty());
        }
        comparison.set(now);
        labels.setAll(now.map(made -> made.report().labels().stream()
                        .filter(figures -> !figures.findings().isEmpty())
                        .toList())
                .orElse(List.of()));
        rows.setAll(now.map(made -> made.report().findings().stream()
                        .map(finding -> row(made, finding))
                        .sorted(Comparator.comparing(FindingRow::recording)
                                .thenComparing(row -> row.finding().span())
                                .thenComparing(FindingRow::cage))
                        .toList())
                .orElse(List.of()));
        Optional<Finding> kept = selected.get().map(FindingRow::finding);
        selected.set(rows.stream()
                .filter(row -> kept.filter(row.finding()::equals).isPresent())
                .findFirst());
    }

    private FindingRow row(Comparison made, Finding finding) {
        Study study = state.study().get();
        Optional<Cage> cage = study.cage(finding.cageId());
        return new FindingRow(
                finding,
                study.recording(finding.recordingId()).map(Recording::name).orElse(""),
                cage.map(Cage::position).orElse(0),
                cage.flatMap(study::subjectIn).map(Subject::name).orElse(""),
                made.settled(finding));
    }

    private void filter() {
        Predicate<FindingRow> wanted = row -> all.get() || (!row.agreed() && !row.settled());
        Optional<String> only = label.get();
        Optional<Set<UUID>> marks = behind.get();
        shown.setPredicate(
                marks.isPresent()
                        ? row -> row.hasAny(marks.get())
                        : wanted.and(row -> only.isEmpty() || only.get().equals(row.label())));
    }

    /** Says why something could not be compared. */
    void fail(Throwable failure) {
        trouble.set(Sentence.of(failure));
    }

    /** Loops the selected event in its cage; its recording must be open. */
    public void loop() {
        selected.get().map(FindingRow::finding).ifPresent(finding -> loop(finding.cageId(), finding.span()));
    }

    /** Loops a piece of time of a cage with some air around; its recording must be open. */
    void loop(UUID cage, Span span) {
        state.focusedCage().set(Optional.of(cage));
        long end = state.recording().get().map(Recording::duration).orElse(span.end());
        session.playback()
                .loop(Optional.of(new Span(Math.max(0, span.start() - AIR), Math.min(end, span.end() + AIR))));
    }

    /** Stops looping. */
    public void stop() {
        session.playback().loop(Optional.empty());
        session.playback().pause();
    }

    /** Whether the plan keeps from view who made which mark of an event until it is settled. */
    boolean hides(FindingRow row) {
        return state.study().get().protocol().plan().anonymous() && !row.settled();
    }

    /** Whether the plan keeps from view who made which mark of the pair: while something they differ in is not settled. */
    boolean hidesPair() {
        return rows.stream().anyMatch(row -> !row.agreed() && hides(row));
    }

    /** The same for all raters of these cages; of more than two, while any mark is not settled. */
    boolean hides(List<CageRatings> cages) {
        boolean pair = cages.stream().allMatch(cage -> cage.ratings().size() <= 2);
        return pair
                ? hidesPair()
                : state.study().get().protocol().plan().anonymous()
                        && cages.stream()
                                .flatMap(cage -> cage.ratings().stream())
                                .flatMap(rating -> rating.marks().stream())
                                .anyMatch(mark -> comparison
                                        .get()
                                        .filter(made -> made.settled().containsKey(mark.id()))
                                        .isEmpty());
    }

    /** Both raters' marks as the lanes show them, in the focused cage. */
    Optional<Versions> versions() {
        return comparison
                .get()
                .flatMap(made -> state.focusedCage().get().map(cage -> {
                    Optional<FindingRow> row = selected.get();
                    boolean hidden = state.study().get().protocol().plan().anonymous()
                            && row.filter(this::hides).isPresent();
                    boolean swapped = hidden
                            && QuestionRow.drawn(
                                    Adjudicating.dispute(row.orElseThrow().finding()),
                                    state.study().get().id());
                    Rater first = swapped ? made.b() : made.a();
                    Rater second = swapped ? made.a() : made.b();
                    UUID open = state.labels().get().recordingId();
                    return new Versions(
                            cage,
                            first.id(),
                            hidden ? "A" : first.name(),
                            second.id(),
                            hidden ? "B" : second.name(),
                            row.map(chosen -> chosen.finding().span()),
                            rows.stream()
                                    .filter(other -> !other.agreed() && !other.settled() && at(other, open, cage))
                                    .map(other -> other.finding().span())
                                    .toList(),
                            Optional.empty());
                }));
    }

    private static boolean at(FindingRow row, UUID recording, UUID cage) {
        return row.finding().recordingId().equals(recording)
                && row.finding().cageId().equals(cage);
    }

    /** Selects the disagreement at a time of the focused cage, if there is one. */
    void selectAt(long micros) {
        UUID open = state.labels().get().recordingId();
        state.focusedCage()
                .get()
                .ifPresent(cage -> rows.stream()
                        .filter(row ->
                                at(row, open, cage) && row.finding().span().contains(micros) && !row.agreed())
                        .findFirst()
                        .ifPresent(row -> selected.set(Optional.of(row))));
    }

    /** Takes the last edit back and compares again. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> undo() {
        return session.edits().undo().thenCompose(entry -> compare());
    }

    /** Shows what an edit settled without comparing again; how many settlements it made. */
    int settled(LogEntry entry) {
        List<Settlement> made = entry.edit().changes().stream()
                .flatMap(change -> change.after().stream())
                .filter(Settlement.class::isInstance)
                .map(Settlement.class::cast)
                .toList();
        comparison.get().ifPresent(old -> show(Optional.of(old.with(made))));
        return made.size();
    }
}
