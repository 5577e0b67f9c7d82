package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.FrameTimes;
import org.ictograph.timeline.LaneHit;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Snap;
import org.ictograph.timeline.Viewport;

/**
 * Moving an own mark or one of its edges with the pointer. While it moves there is only a ghost; dropping it makes one
 * edit. The video shows the frame at the edge that moves.
 */
public final class BarDrag {
    /** Pixels within which an edge is drawn to something. */
    private static final double REACH = 6;

    /** Where the mark would be if it were dropped now. */
    public record Ghost(UUID markId, UUID cageId, String label, Span span) {}

    private record Grip(Bar bar, UUID cageId, LaneHit.Part part, long micros, Snap snap) {}

    private final StudySession session;
    private final ReadOnlyObjectWrapper<Optional<Ghost>> ghost = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Grip> grip = Optional.empty();

    BarDrag(StudySession session) {
        this.session = session;
    }

    public ReadOnlyObjectProperty<Optional<Ghost>> ghost() {
        return ghost.getReadOnlyProperty();
    }

    /** True from taking hold to dropping. */
    public boolean active() {
        return grip.isPresent();
    }

    /** Takes hold of what was hit, when it is a mark of the rater who works. */
    public void grab(LaneHit hit, Lanes lanes, Viewport view) {
        grip = hit.bar()
                .filter(bar -> session.marking().own(bar.id()).isPresent())
                .flatMap(bar -> hit.cageId()
                        .map(cage -> new Grip(bar, cage, hit.part(), hit.micros(), targets(bar, cage, lanes, view))));
    }

    /** The visible edges in the same lane, and the playhead. */
    private Snap targets(Bar self, UUID cage, Lanes lanes, Viewport view) {
        LongStream.Builder edges = LongStream.builder();
        edges.add(session.playback().position().get());
        for (Lanes.SubLane sub : lanes.laneOf(cage).orElseThrow().subLanes()) {
            BarGroup group = sub.group();
            group.overlapping(view.start(), view.end(), (bar, row) -> {
                if (!bar.id().equals(self.id())) {
                    edges.add(bar.span().start()).add(bar.span().end());
                }
            });
        }
        return new Snap(edges.build());
    }

    /**
     * Moves the ghost.
     *
     * @param micros time under the pointer
     * @param drawn whether other edges and the playhead draw it; frames always do
     */
    public void moveTo(long micros, Viewport view, FrameTimes frames, boolean drawn) {
        grip.ifPresent(held -> {
            Span span = held.bar().span();
            long by = micros - held.micros();
            double reach = drawn ? REACH : 0;
            Span moved =
                    switch (held.part()) {
                        case START_EDGE ->
                            withStart(span, held.snap().orFrame(span.start() + by, view, reach, frames), frames);
                        case END_EDGE ->
                            withEnd(span, held.snap().orFrame(span.end() + by, view, reach, frames), frames);
                        default ->
                            shifted(span, held.snap().orFrame(span.start() + by, view, reach, frames), view.duration());
                    };
            ghost.set(Optional.of(
                    new Ghost(held.bar().id(), held.cageId(), held.bar().label(), moved)));
            session.playback().scrub(held.part() == LaneHit.Part.END_EDGE ? moved.end() - 1 : moved.start());
        });
    }

    /** Makes the edit; the ghost stays until it is stored or refused. */
    public void drop() {
        Optional<Ghost> dropped = ghost.get();
        boolean moved = dropped.isPresent()
                && grip.filter(held -> held.bar().span().equals(dropped.get().span()))
                        .isEmpty();
        grip = Optional.empty();
        if (!moved) {
            ghost.set(Optional.empty());
            return;
        }
        session.playback().seek(session.playback().position().get());
        Ghost last = dropped.get();
        var unused = session.marking()
                .change(last.markId(), mark -> mark.withSpan(last.span()))
                .whenComplete((entry, failure) -> {
                    if (ghost.get().equals(dropped)) {
                        ghost.set(Optional.empty());
                    }
                });
    }

    /** Puts everything back as it was. */
    public void cancel() {
        grip = Optional.empty();
        ghost.set(Optional.empty());
    }

    private static Span withStart(Span span, long start, FrameTimes frames) {
        long latest = frames.microsOf(frames.frameAt(span.end() - 1));
        return new Span(Math.max(0, Math.min(start, Math.min(latest, span.end() - 1))), span.end());
    }

    private static Span withEnd(Span span, long end, FrameTimes frames) {
        int first = frames.frameAt(span.start());
        long earliest = first + 1 < frames.frames() ? frames.microsOf(first + 1) : span.end();
        return new Span(span.start(), Math.max(end, Math.max(earliest, span.start() + 1)));
    }

    private static Span shifted(Span span, long start, long duration) {
        long inside = Math.max(0, Math.min(start, duration - span.length()));
        return span.shifted(inside - span.start());
    }
}
