package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.session.Marking;
import org.ictograph.session.Notice;
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
    private final LoopViewModel loop;
    private final SkimViewModel skim;
    private final PictureViewModel picture;
    private final PointsViewModel points;
    private final ExposureViewModel exposure;
    private final BoxesViewModel boxes;
    private final Jumps jumps;
    private final Deciding deciding;
    private final ObjectProperty<KeyScope> scope = new SimpleObjectProperty<>(KeyScope.REVIEW);
    private final ReadOnlyStringWrapper meant = new ReadOnlyStringWrapper(Protocol.SEIZURE);

    public AnnotateViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        this.timeline = new TimelineViewModel(session);
        this.marks = new MarksViewModel(session, timeline);
        state.rater().addListener((property, before, now) -> meant.set(Protocol.SEIZURE));
        this.selection = new SelectionViewModel(session, timeline);
        this.player = new PlayerViewModel(session);
        this.loop = new LoopViewModel(session);
        this.skim = new SkimViewModel(session);
        this.picture = new PictureViewModel(session);
        this.points = new PointsViewModel(session);
        this.exposure = new ExposureViewModel(session);
        this.boxes = new BoxesViewModel(session);
        this.jumps = new Jumps(session, timeline, marks);
        this.deciding = new Deciding(session, jumps, timeline.chosen());
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

    /** Playing a piece again and again. */
    public LoopViewModel loop() {
        return loop;
    }

    /** Playing that hurries where nothing moves. */
    public SkimViewModel skim() {
        return skim;
    }

    /** What of the picture is shown. */
    public PictureViewModel picture() {
        return picture;
    }

    /** Key points over the picture. */
    public PointsViewModel points() {
        return points;
    }

    /** How the cages are lit up. */
    public ExposureViewModel exposure() {
        return exposure;
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

    /** The label that onset and offset are set of: the one that the rater used last, at first a seizure. */
    ReadOnlyStringProperty meant() {
        return meant.getReadOnlyProperty();
    }

    /** The label whose key this is. */
    public Optional<Label> labelOf(String key) {
        return state.study().get().protocol().labels().stream()
                .filter(label -> label.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /** Starts a span of a label in the focused cage, or ends the one that was begun. */
    public void toggle(String label) {
        meant.set(label);
        session.marking().toggle(label);
    }

    /** With Shift: ends the span that was begun, else marks the one frame under the playhead. */
    public void pointOrEnd(String label) {
        meant.set(label);
        boolean waits = begun(label);
        if (waits) {
            session.marking().end(label);
        } else {
            session.marking().point(label);
        }
    }

    /**
     * Onset at the playhead: of the selected mark of the focused cage while the playhead lies in it, or no farther before it than
     * it is long; else of a new span. What was marked last stays selected, and must not be stretched by an earlier event.
     */
    public void onset() {
        long playhead = session.playback().position().get();
        Optional<Mark> own = selectedInFocus()
                .filter(mark -> playhead < mark.span().end()
                        && mark.span().start() - playhead <= mark.span().length());
        if (own.isPresent()) {
            edgeToPlayhead(own.get(), Marking.Edge.ONSET);
        } else {
            state.selectedMark().set(Optional.empty());
            session.marking().begin(protocolLabel());
        }
    }

    /**
     * Offset at the playhead: of the span that was begun, else of the selected mark of the focused cage while the playhead lies
     * in it, or no farther behind it than it is long.
     */
    public void offset() {
        if (begun(protocolLabel())) {
            session.marking().end(protocolLabel());
            return;
        }
        long playhead = session.playback().position().get();
        selectedInFocus()
                .filter(mark -> playhead >= mark.span().start()
                        && playhead - mark.span().end() <= mark.span().length())
                .ifPresentOrElse(
                        mark -> edgeToPlayhead(mark, Marking.Edge.OFFSET),
                        () -> state.say(Notice.done("annotate.unbegun")));
    }

    /** Moves an edge of a mark and says by how much. */
    private void edgeToPlayhead(Mark mark, Marking.Edge edge) {
        var unused = session.marking()
                .edgeToPlayhead(mark.id(), edge)
                .thenAccept(stored -> stored.flatMap(
                                entry -> state.labels().get().mark(mark.id()))
                        .ifPresent(now -> state.say(
                                edge == Marking.Edge.ONSET
                                        ? Notice.done(
                                                "done.onset",
                                                (now.span().start()
                                                                - mark.span().start())
                                                        / 1e6)
                                        : Notice.done(
                                                "done.offset",
                                                (now.span().end() - mark.span().end()) / 1e6))));
    }

    /** Forgets spans that were begun and what is selected. */
    public void clear() {
        session.marking().clear();
        state.selectedMark().set(Optional.empty());
        state.selectedProposal().set(Optional.empty());
    }

    /** Leaves what is under way, one thing at a time: a drag, a panel, a loop, skimming, the selection. */
    public void leave() {
        if (timeline.drag().active()) {
            timeline.drag().cancel();
        } else if (timeline.band().leave()) {
            return;
        } else if (exposure.open().get() || skim.open().get()) {
            exposure.open().set(false);
            skim.open().set(false);
        } else if (!loop.leave() && !skim.leave()) {
            state.selectedMark().set(Optional.empty());
            state.selectedProposal().set(Optional.empty());
        }
    }

    /** Chooses the next (1) or previous (-1) mark of the same lane as well, and shows its onset. */
    public void extend(int direction) {
        timeline.chosen()
                .extend(direction)
                .ifPresent(bar -> jumps.goTo(OptionalLong.of(bar.span().start())));
    }

    /** Cuts the selected mark at the playhead. */
    public void split() {
        selectedOwn()
                .ifPresent(mark -> session.marking()
                        .split(mark.id(), session.playback().position().get()));
    }

    /** Takes away all chosen marks of the rater who works, with one edit. */
    public void deleteSelected() {
        session.marking().delete(timeline.chosen().ids().get());
    }

    /** Moves an edge of the chosen marks by frames and shows the frame at the edge of the selected one. */
    public void nudge(Marking.Edge edge, int frames) {
        shown(edge, session.marking().nudge(timeline.chosen().ids().get(), edge, frames));
    }

    /** Moves an edge of the chosen marks by seconds. */
    public void nudgeSeconds(Marking.Edge edge, int seconds) {
        shown(edge, session.marking().nudgeBy(timeline.chosen().ids().get(), edge, seconds * Span.SECOND));
    }

    /** Moves the chosen marks by frames. */
    public void move(int frames) {
        shown(
                Marking.Edge.ONSET,
                session.marking().moveFrames(timeline.chosen().ids().get(), frames));
    }

    /** Moves the chosen marks by seconds. */
    public void moveSeconds(int seconds) {
        shown(Marking.Edge.ONSET, session.marking().move(timeline.chosen().ids().get(), seconds * Span.SECOND));
    }

    private void shown(Marking.Edge edge, CompletableFuture<?> stored) {
        selectedOwn().ifPresent(mark -> {
            var unused = stored.thenRun(() -> showEdge(mark.id(), edge));
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
        visible((cages, span) -> session.reviewing().declare(cages, span));
    }

    /** Takes back that the rater has looked at the visible time of the focused cage. */
    public void withdrawVisible() {
        visible((cages, span) -> session.reviewing().withdraw(cages, span));
    }

    private void visible(BiConsumer<List<UUID>, Span> deed) {
        timeline.view()
                .get()
                .ifPresent(
                        view -> state.focusedCage().get().ifPresent(cage -> deed.accept(List.of(cage), view.span())));
    }

    /** Shows what is selected, or the whole recording when nothing is. */
    public void zoomToSelected() {
        Stream<Span> marks = state.labels().get().marks().stream()
                .filter(mark -> timeline.chosen().ids().get().contains(mark.id()))
                .map(Mark::span);
        Stream<Span> proposals = timeline.chosen().proposals().stream().map(Proposal::span);
        List<Span> spans = Stream.concat(marks, proposals).toList();
        new SpanSet(spans).hull().ifPresentOrElse(timeline::show, timeline::fitOrReturn);
    }

    /** What was marked last stays selected; in another cage the next onset is that of another event. */
    private Optional<Mark> selectedInFocus() {
        return selectedOwn().filter(mark -> state.focusedCage().get().equals(Optional.of(mark.cageId())));
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
        return protocol.label(meant.get())
                .map(Label::name)
                .orElseGet(() -> protocol.labels().get(0).name());
    }
}
