package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.session.Marking;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.settings.KeyScope;

/** The Annotate workspace: its parts, and what keys and buttons do in it. */
public final class AnnotateViewModel {
    private final StudySession session;
    private final StudyState state;
    private final TimelineViewModel timeline;
    private final MarksViewModel marks;
    private final SelectionViewModel selection;
    private final PlayerViewModel player;
    private final BoxesViewModel boxes;
    private final Jumps jumps;
    private final Deciding deciding;
    private final ObjectProperty<KeyScope> scope = new SimpleObjectProperty<>(KeyScope.REVIEW);
    private String lastLabel = Protocol.SEIZURE;

    public AnnotateViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        this.timeline = new TimelineViewModel(session);
        this.marks = new MarksViewModel(session, timeline);
        this.selection = new SelectionViewModel(session, timeline);
        this.player = new PlayerViewModel(session);
        this.boxes = new BoxesViewModel(session);
        this.jumps = new Jumps(session, timeline, marks);
        this.deciding = new Deciding(session, jumps);
    }

    public StudySession session() {
        return session;
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public MarksViewModel marks() {
        return marks;
    }

    public SelectionViewModel selection() {
        return selection;
    }

    public PlayerViewModel player() {
        return player;
    }

    public BoxesViewModel boxes() {
        return boxes;
    }

    /** Going to edges, marks, unseen time and typed times. */
    public Jumps jumps() {
        return jumps;
    }

    /** Accepting and rejecting the selected proposal. */
    public Deciding deciding() {
        return deciding;
    }

    /** Who owns the letter keys. */
    public ObjectProperty<KeyScope> scope() {
        return scope;
    }

    /** The label whose key this is. */
    public Optional<Label> labelOf(String key) {
        return state.study().get().protocol().labels().stream()
                .filter(label -> label.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /** Starts a span of a label in the focused cage, or ends the one that was begun. */
    public void toggle(String label) {
        lastLabel = label;
        session.marking().toggle(label);
    }

    /** With Shift: ends the span that was begun, else marks the one frame under the playhead. */
    public void pointOrEnd(String label) {
        lastLabel = label;
        boolean waits = begun(label);
        if (waits) {
            session.marking().end(label);
        } else {
            session.marking().point(label);
        }
    }

    /** Onset at the playhead: of the selected mark while the playhead lies before its end, else of a new span. */
    public void onset() {
        long playhead = session.playback().position().get();
        Optional<Mark> own = selectedOwn().filter(mark -> playhead < mark.span().end());
        if (own.isPresent()) {
            session.marking().edgeToPlayhead(own.get().id(), Marking.Edge.ONSET);
        } else {
            state.selectedMark().set(Optional.empty());
            session.marking().begin(protocolLabel());
        }
    }

    /** Offset at the playhead: of the span that was begun, else of the selected mark when the playhead lies in or after it. */
    public void offset() {
        if (begun(protocolLabel())) {
            session.marking().end(protocolLabel());
        } else {
            selectedOwn().ifPresent(mark -> session.marking().edgeToPlayhead(mark.id(), Marking.Edge.OFFSET));
        }
    }

    /** Forgets spans that were begun and what is selected. */
    public void clear() {
        session.marking().clear();
        state.selectedMark().set(Optional.empty());
        state.selectedProposal().set(Optional.empty());
    }

    /** Leaves what is under way: a drag, a selection. */
    public void leave() {
        if (timeline.drag().active()) {
            timeline.drag().cancel();
        } else {
            state.selectedMark().set(Optional.empty());
            state.selectedProposal().set(Optional.empty());
        }
    }

    /** Cuts the selected mark at the playhead. */
    public void split() {
        selectedOwn()
                .ifPresent(mark -> session.marking()
                        .split(mark.id(), session.playback().position().get()));
    }

    public void deleteSelected() {
        selectedOwn().ifPresent(mark -> session.marking().delete(mark.id()));
    }

    /** Moves an edge of the selected mark by frames and shows the frame at the edge. */
    public void nudge(Marking.Edge edge, int frames) {
        selectedOwn().ifPresent(mark -> {
            var unused = session.marking().nudge(mark.id(), edge, frames).thenRun(() -> showEdge(mark.id(), edge));
        });
    }

    private void showEdge(UUID markId, Marking.Edge edge) {
        state.labels()
                .get()
                .mark(markId)
                .map(Mark::span)
                .ifPresent(span -> session.playback().seek(edge == Marking.Edge.ONSET ? span.start() : span.end() - 1));
    }

    /** Declares the focused cage reviewed over what the detail shows. */
    public void reviewVisible() {
        timeline.view()
                .get()
                .ifPresent(view -> state.focusedCage()
                        .get()
                        .ifPresent(cage -> session.reviewing().declare(List.of(cage), view.span())));
    }

    /** Shows what is selected, or the whole recording when nothing is. */
    public void zoomToSelected() {
        Optional<Span> span = selection
                .row()
                .get()
                .map(row -> row.mark().span())
                .or(() -> deciding.chosen().map(Proposal::span));
        span.ifPresentOrElse(timeline::show, timeline::fitOrReturn);
    }

    private Optional<Mark> selectedOwn() {
        return state.selectedMark().get().flatMap(session.marking()::own);
    }

    private boolean begun(String label) {
        return session.marking().begun().keySet().stream()
                .anyMatch(begun -> begun.label().equals(label)
                        && state.focusedCage()
                                .get()
                                .filter(begun.cageId()::equals)
                                .isPresent());
    }

    /** The label that was used last, or the first one of a protocol that does not know it. */
    private String protocolLabel() {
        Protocol protocol = state.study().get().protocol();
        return protocol.label(lastLabel)
                .map(Label::name)
                .orElseGet(() -> protocol.labels().get(0).name());
    }
}
