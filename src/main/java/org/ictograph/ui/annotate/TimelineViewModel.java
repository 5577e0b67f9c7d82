package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.FrameTimes;
import org.ictograph.timeline.LaneHit;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.ictograph.timeline.WallTime;
import org.ictograph.ui.kit.IndexFrames;

/** Overview and detail of the open recording: what is visible, what lies in the lanes, and how it is moved. */
public final class TimelineViewModel {
    private final StudySession session;
    private final StudyState state;
    private final ReadOnlyObjectWrapper<Optional<Viewport>> view = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LanesViewModel lanes;
    private final Chosen chosen;
    private final BarDrag drag;
    private final RubberBand band = new RubberBand();
    private Optional<Viewport> beforeFit = Optional.empty();
    private double width = 800;

    public TimelineViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        this.lanes = new LanesViewModel(session);
        this.chosen = new Chosen(session, lanes.lanes());
        this.drag = new BarDrag(session, chosen);
        state.recording().addListener((property, before, now) -> recordingChanged(before, now));
        session.playback().position().addListener((property, before, now) -> follow(now.longValue()));
        recordingChanged(Optional.empty(), state.recording().get());
    }

    /** What the detail shows; empty while no recording is open. */
    public ReadOnlyObjectProperty<Optional<Viewport>> view() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Lanes> lanes() {
        return lanes.lanes();
    }

    public ReadOnlyObjectProperty<LanesViewModel.Background> background() {
        return lanes.background();
    }

    /** Order, opening and hiding of lanes. */
    public LanesViewModel arrangement() {
        return lanes;
    }

    /** The time of day while the open recording runs; empty while its start is not known. */
    public Optional<WallTime> wall() {
        return state.recording().get().flatMap(open -> open.startedAt().map(start -> WallTime.of(start, open.zone())));
    }

    /** Time of the open recording without video. */
    public SpanSet gaps() {
        return state.recording().get().map(Recording::gaps).orElse(SpanSet.EMPTY);
    }

    /** Time of the open recording whose file is missing. */
    public SpanSet absent() {
        return state.absent().get();
    }

    /** The marks and proposals that are chosen together. */
    public Chosen chosen() {
        return chosen;
    }

    /** The rectangle that is being drawn to choose what it touches. */
    public RubberBand band() {
        return band;
    }

    /** The bar that is being dragged. */
    public BarDrag drag() {
        return drag;
    }

    public StudySession session() {
        return session;
    }

    /** When the frames of the open video start; until it is open, a recording of one frame. */
    public FrameTimes frames() {
        return session.playback().index().<FrameTimes>map(IndexFrames::new).orElse(new NoFrames());
    }

    /** Tells how many pixels the detail has. */
    public void setWidth(double pixels) {
        if (pixels >= 1) {
            width = pixels;
            view.set(view.get().map(shown -> shown.resized(pixels)));
        }
    }

    /** Zooms around a pixel; the time under it stays. */
    public void zoomAt(double x, double factor) {
        view.set(view.get().map(shown -> shown.zoomedAt(x, factor)));
    }

    /** Zooms around the playhead if it is visible, else around the middle. */
    public void zoom(double factor) {
        view.get().ifPresent(shown -> {
            long playhead = session.playback().position().get();
            zoomAt(shown.span().contains(playhead) ? shown.xOf(playhead) : width / 2, factor);
        });
    }

    public void pan(double pixels) {
        view.set(view.get().map(shown -> shown.panned(pixels)));
    }

    /** Turns so many pages on, back when negative; a tenth of the page before stays visible. */
    public void page(int pages) {
        pan(0.9 * width * pages);
    }

    /** Shows a span with air around it. */
    public void show(Span span) {
        view.set(view.get().map(shown -> shown.showing(span)));
    }

    /** Shows the piece from one time to another, no more and no less. */
    public void showBetween(long one, long other) {
        view.set(view.get().map(shown -> shown.between(one, other)));
    }

    /** Puts a time in the middle. */
    public void centre(long micros) {
        view.set(view.get().map(shown -> shown.centredOn(micros)));
    }

    /** Makes a time visible with as little movement as possible. */
    public void reveal(long micros) {
        view.set(view.get().map(shown -> shown.pagedTo(micros)));
    }

    /** Shows the whole recording, or again what was shown before. */
    public void fitOrReturn() {
        view.get().ifPresent(shown -> {
            if (!shown.isWhole()) {
                beforeFit = Optional.of(shown);
                view.set(Optional.of(shown.fit()));
            } else {
                beforeFit.ifPresent(earlier -> view.set(Optional.of(earlier.resized(width))));
            }
        });
    }

    /** What lies under a pixel of the lanes. */
    public Optional<LaneHit> hit(double x, double y) {
        return view.get().map(shown -> LaneHit.at(x, y, lanes().get(), shown));
    }

    /** Chooses what was clicked on; a click on an empty place only moves the playhead there. */
    public void choose(LaneHit hit) {
        hit.cageId().ifPresent(cage -> state.focusedCage().set(Optional.of(cage)));
        Optional<UUID> id = hit.bar().map(bar -> bar.id());
        state.selectedMark().set(id.filter(i -> state.labels().get().mark(i).isPresent()));
        state.selectedProposal()
                .set(id.filter(i -> state.labels().get().proposal(i).isPresent()));
        if (id.isEmpty()) {
            session.playback().seek(hit.micros());
        }
    }

    /** Chooses what a rectangle on the lanes touches; with others kept, what was chosen before stays chosen. */
    public void chooseWithin(RubberBand.Area area, boolean keepOthers) {
        view.get().ifPresent(shown -> {
            long from = shown.microsAt(area.left());
            Span span = new Span(from, Math.max(from + 1, shown.microsAt(area.right())));
            List<UUID> touched = lanes().get().touched(area.top(), area.bottom(), span).stream()
                    .map(Bar::id)
                    .toList();
            if (keepOthers) {
                chosen.add(touched);
            } else {
                chosen.only(touched);
            }
        });
    }

    private void recordingChanged(Optional<Recording> before, Optional<Recording> now) {
        if (now.map(Recording::id).equals(before.map(Recording::id))
                && view.get().isPresent() == now.isPresent()) {
            return;
        }
        beforeFit = Optional.empty();
        view.set(now.map(open -> Viewport.whole(open.duration(), width)));
    }

    private void follow(long micros) {
        if (session.playback().playing().get()) {
            reveal(micros);
        }
    }

    /** Stands in while a video is being opened. */
    private record NoFrames() implements FrameTimes {
        @Override
        public int frames() {
            return 1;
        }

        @Override
        public long microsOf(int frame) {
            return 0;
        }

        @Override
        public int frameAt(long micros) {
            return 0;
        }
    }
}
