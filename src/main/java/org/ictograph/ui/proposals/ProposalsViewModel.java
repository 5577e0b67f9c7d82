package org.ictograph.ui.proposals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.model.Cage;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.Labels;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.work.Job;

/**
 * The queue of proposals of the open recording. Deciding about one selects the next that is not decided, so that a rater
 * can go through the queue with three keys. The selected proposal is looped with a little time around it. FX thread.
 */
public final class ProposalsViewModel {
    /** Time shown before and after the proposal that is looped. */
    static final long AIR = Span.SECOND;

    private final StudySession session;
    private final StudyState state;
    private final ObservableList<ProposalRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ProposalRow> shown = new FilteredList<>(rows);
    private final BooleanProperty onlyOpen = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(new Tally(0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<Optional<UUID>> adjusting = new ReadOnlyObjectWrapper<>(Optional.empty());

    private boolean resting;

    public ProposalsViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        state.labels().addListener((property, before, now) -> refresh());
        state.study().addListener((property, before, now) -> refresh());
        state.rater().addListener((property, before, now) -> refresh());
        onlyOpen.addListener((property, before, now) -> filter());
        refresh();
    }

    /** The queue, best score first, as the filter shows it. */
    public FilteredList<ProposalRow> rows() {
        return shown;
    }

    /** The whole queue, whatever the filter says. */
    public List<ProposalRow> queue() {
        return List.copyOf(rows);
    }

    /** Whether decided proposals are left out. */
    public BooleanProperty onlyOpen() {
        return onlyOpen;
    }

    public ReadOnlyObjectProperty<Tally> tally() {
        return tally.getReadOnlyProperty();
    }

    /** The selected proposal, shared with the other screens. */
    public ObjectProperty<Optional<UUID>> selected() {
        return state.selectedProposal();
    }

    /** The mark whose edges are being corrected, until {@link #finish}. */
    public ReadOnlyObjectProperty<Optional<UUID>> adjusting() {
        return adjusting.getReadOnlyProperty();
    }

    /** The row of the selected proposal. */
    public Optional<ProposalRow> selectedRow() {
        return selected().get().flatMap(this::row);
    }

    /** The score track of the selected proposal's cage and label. */
    public Optional<ScoreTrack> selectedTrack() {
        return selectedRow()
                .map(ProposalRow::proposal)
                .flatMap(proposal -> state.labels().get().tracks().stream()
                        .filter(track -> track.cageId().equals(proposal.cageId())
                                && track.label().equals(proposal.label()))
                        .findFirst());
    }

    public List<Localizer> localizers() {
        return session.proposing().localizers();
    }

    /** The recordings over which a localizer can run: those with cages and a video that is there. */
    public List<Recording> ready() {
        Study study = state.study().get();
        return study.recordings().stream()
                .filter(recording -> !study.cagesOf(recording.id()).isEmpty()
                        && !session.recordings().missing(recording))
                .toList();
    }

    public Job<Localization> run(UUID recordingId, Localizer localizer) {
        return session.proposing().run(recordingId, localizer);
    }

    /** Selects and loops a proposal. */
    public void show(UUID proposalId) {
        finish();
        selected().set(Optional.of(proposalId));
        loop();
    }

    /** Lets nothing loop while something else is in front. */
    void rest(boolean resting) {
        this.resting = resting;
    }

    /** Loops the selected proposal in its cage, with a little time around it. */
    public void loop() {
        if (resting) {
            return;
        }
        selectedRow().map(ProposalRow::proposal).ifPresent(proposal -> {
            session.attention().on(proposal.id());
            state.focusedCage().set(Optional.of(proposal.cageId()));
            session.playback().loop(Optional.of(around(proposal.span())));
        });
    }

    /** Stops looping, for example when another workspace comes to the front. */
    public void stop() {
        session.playback().loop(Optional.empty());
        session.playback().pause();
    }

    private Span around(Span span) {
        long end = state.recording().get().map(Recording::duration).orElse(span.end());
        return new Span(Math.max(0, span.start() - AIR), Math.min(end, span.end() + AIR));
    }

    /** The selected proposal becomes a mark as it is, and the next comes up. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept() {
        return decide(session.proposing()::accept, row -> show(next(row)));
    }

    /** The selected proposal is kept as rejected, and the next comes up. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reject() {
        return decide(session.proposing()::reject, row -> show(next(row)));
    }

    /** The selected proposal becomes a mark whose edges can be corrected until {@link #finish}. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> adjust() {
        return decide(session.proposing()::adjust, row -> correct(row.proposal()));
    }

    /** Lets the edges of a mark that came of a proposal be corrected until {@link #finish}. */
    public void correct(Proposal proposal) {
        selected().set(Optional.of(proposal.id()));
        state.focusedCage().set(Optional.of(proposal.cageId()));
        adjusting.set(state.selectedMark().get());
        stop();
        session.playback().seek(proposal.span().start());
    }

    private CompletableFuture<Optional<LogEntry>> decide(
            Function<UUID, CompletableFuture<Optional<LogEntry>>> decision, Consumer<ProposalRow> afterwards) {
        Optional<ProposalRow> row = selectedRow().filter(ProposalRow::open);
        if (row.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return decision.apply(row.get().id()).thenApply(entry -> {
            entry.ifPresent(stored -> afterwards.accept(row.get()));
            return entry;
        });
    }

    /** Moves an edge of the mark that is being corrected by frames. */
    public void nudge(Edge edge, int frames) {
        adjusting.get().ifPresent(mark -> session.marking().nudge(Set.of(mark), edge, frames));
    }

    /** Puts an edge of the mark that is being corrected at the playhead. */
    public void edgeToPlayhead(Edge edge) {
        adjusting.get().ifPresent(mark -> session.marking().edgeToPlayhead(mark, edge));
    }

    /** The mark that is being corrected, as stored. */
    public Optional<Mark> adjusted() {
        return adjusting.get().flatMap(state.labels().get()::mark);
    }

    /** Ends the correction. */
    public void finish() {
        adjusting.set(Optional.empty());
    }

    /** Ends the correction and goes on to the next proposal that is not decided. */
    public void finishAndGoOn() {
        finish();
        selectedRow().ifPresent(row -> show(next(row)));
    }

    public void undo() {
        finish();
        session.edits().undo();
    }

    /** The next open proposal below in the queue, else the first above, else the same. */
    private UUID next(ProposalRow row) {
        int at = rows.stream().map(ProposalRow::id).toList().indexOf(row.id());
        for (int step = 1; step < rows.size(); step++) {
            ProposalRow other = rows.get((at + step) % rows.size());
            if (other.open()) {
                return other.id();
            }
        }
        return row.id();
    }

    private Optional<ProposalRow> row(UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private void refresh() {
        Optional<UUID> kept = selected().get();
        List<ProposalRow> now = state.labels().get().proposals().stream()
                .sorted(Comparator.comparingDouble(Proposal::score).reversed().thenComparing(Proposal::span))
                .map(this::rowOf)
                .toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
            tally.set(Tally.of(rows));
            filter();
        }
        selected().set(kept.flatMap(this::row).or(this::first).map(ProposalRow::id));
    }

    private Optional<ProposalRow> first() {
        return rows.stream()
                .filter(ProposalRow::open)
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    private ProposalRow rowOf(Proposal proposal) {
        Study study = state.study().get();
        Labels labels = state.labels().get();
        Optional<Cage> cage = study.cage(proposal.cageId());
        return new ProposalRow(
                proposal,
                cage.map(Cage::position).orElse(0),
                cage.flatMap(study::subjectIn).map(Subject::name).orElse(""),
                labels.decision(proposal.id(), state.rater().get().id()).map(decision -> decision.verdict()));
    }

    private void filter() {
        shown.setPredicate(onlyOpen.get() ? ProposalRow::open : row -> true);
    }
}
