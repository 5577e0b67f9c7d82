package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.FrameTimes;
import org.ictograph.timeline.Gaps;
import org.ictograph.timeline.LaneHit;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.IndexFrames;

/** Overview and detail of the open recording: what is visible, what lies in the lanes, and how it is moved. */
public final class TimelineViewModel {
    /** What is drawn beside the bars. */
    public record Background(Map<UUID, CurvePyramid> curves, Map<UUID, List<Span>> unseen) {}

    private final StudySession session;
    private final StudyState state;
    private final ReadOnlyObjectWrapper<Optional<Viewport>> view = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Lanes> lanes = new ReadOnlyObjectWrapper<>(Lanes.of(List.of()));
    private final ReadOnlyObjectWrapper<Background> background =
            new ReadOnlyObjectWrapper<>(new Background(Map.of(), Map.of()));
    private final Set<UUID> closed = new HashSet<>();
    private final BarDrag drag;
    private Optional<Viewport> beforeFit = Optional.empty();
    private double width = 800;

    public TimelineViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        this.drag = new BarDrag(session);
        state.recording().addListener((property, before, now) -> recordingChanged(before, now));
        state.labels().addListener((property, before, now) -> arrange());
        state.study().addListener((property, before, now) -> arrange());
        state.rater().addListener((property, before, now) -> arrange());
        state.sighted().addListener((property, before, now) -> closeSome());
        session.playback().position().addListener((property, before, now) -> follow(now.longValue()));
        recordingChanged(Optional.empty(), state.recording().get());
    }

    /** What the detail shows; empty while no recording is open. */
    public ReadOnlyObjectProperty<Optional<Viewport>> view() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Lanes> lanes() {
        return lanes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Background> background() {
        return background.getReadOnlyProperty();
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

    /** Shows a span with air around it. */
    public void show(Span span) {
        view.set(view.get().map(shown -> shown.showing(span)));
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

    /** Opens or closes the lane of a cage. */
    public void toggle(UUID cageId) {
        if (!closed.remove(cageId)) {
            closed.add(cageId);
        }
        arrange();
    }

    /** What lies under a pixel of the lanes. */
    public Optional<LaneHit> hit(double x, double y) {
        return view.get().map(shown -> LaneHit.at(x, y, lanes.get(), shown));
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

    private void recordingChanged(Optional<Recording> before, Optional<Recording> now) {
        if (now.map(Recording::id).equals(before.map(Recording::id))
                && view.get().isPresent() == now.isPresent()) {
            return;
        }
        beforeFit = Optional.empty();
        view.set(now.map(open -> Viewport.whole(open.duration(), width)));
        closeSome();
    }

    /** With other raters, consensus and scores in the lanes, only the focused one has room to be open at first. */
    private void closeSome() {
        closed.clear();
        if (state.sighted().get()) {
            state.cages().stream()
                    .map(Cage::id)
                    .filter(cage ->
                            state.focusedCage().get().filter(cage::equals).isEmpty())
                    .forEach(closed::add);
        }
        arrange();
    }

    private void follow(long micros) {
        if (session.playback().playing().get()) {
            reveal(micros);
        }
    }

    private void arrange() {
        List<Cage> cages = state.cages();
        LaneContents contents = new LaneContents(
                state.labels().get(),
                state.rater().get().id(),
                state.study().get().raters());
        background.set(new Background(curves(), unseen(cages)));
        lanes.set(contents.of(cages, closed));
    }

    private Map<UUID, CurvePyramid> curves() {
        return state.labels().get().tracks().stream()
                .collect(Collectors.toMap(ScoreTrack::cageId, CurvePyramid::of, (first, second) -> first));
    }

    private Map<UUID, List<Span>> unseen(List<Cage> cages) {
        long duration = state.recording().get().map(Recording::duration).orElse(0L);
        Map<UUID, List<Span>> seen = new HashMap<>();
        for (Coverage piece : state.labels().get().coverage()) {
            if (piece.raterId().equals(state.rater().get().id())) {
                seen.computeIfAbsent(piece.cageId(), cage -> new ArrayList<>()).add(piece.span());
            }
        }
        Map<UUID, List<Span>> gaps = new HashMap<>();
        for (Cage cage : cages) {
            gaps.put(cage.id(), Gaps.of(seen.getOrDefault(cage.id(), List.of()), duration));
        }
        return gaps;
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
