package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Draft;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
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
 * Moving an own mark, all chosen ones, or one edge with the pointer. While it moves there are only ghosts; dropping makes
 * one edit. The video shows the frame at the edge that moves; letting go of it all brings back the frame from before.
 */
public final class BarDrag {
    /** Pixels within which an edge is drawn to something. */
    private static final double REACH = 6;

    /** Where a mark would be if it were dropped now. */
    public record Ghost(UUID markId, UUID cageId, String label, Span span) {
        static Ghost of(Mark mark, long by) {
            return new Ghost(mark.id(), mark.cageId(), mark.label(), mark.span().shifted(by));
        }
    }

    /** What an edge has been drawn to. */
    public enum Drawn {
        EDGE,
        PLAYHEAD
    }

    /** A time that an edge has been drawn to. */
    public record Hint(long micros, Drawn to) {}

    private record Grip(
            Bar bar, UUID cageId, LaneHit.Part part, List<Mark> company, long micros, long playhead, Snap snap) {}

    private final StudySession session;
    private final Chosen chosen;
    private final ReadOnlyObjectWrapper<Optional<Ghost>> ghost = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Grip> grip = Optional.empty();
    private Optional<Hint> hint = Optional.empty();
    private List<Ghost> company = List.of();

    BarDrag(StudySession session, Chosen chosen) {
        this.session = session;
        this.chosen = chosen;
        ghost.addListener((property, before, now) ->
                session.marking().drag(now.map(moved -> new Draft.Dragged(moved.markId(), moved.span()))));
    }

    public ReadOnlyObjectProperty<Optional<Ghost>> ghost() {
        return ghost.getReadOnlyProperty();
    }

    /** The other marks that move along. */
    public List<Ghost> company() {
        return company;
    }

    /** What the moving edge has been drawn to. */
    public Optional<Hint> hint() {
        return hint;
    }

    /** True from taking hold to dropping. */
    public boolean active() {
        return grip.isPresent();
    }

    /** Takes hold of what was hit, when it is a mark of the rater who works; of all chosen ones when it is one of them. */
    public void grab(LaneHit hit, Lanes lanes, Viewport view) {
        grip = hit.bar()
                .filter(bar -> session.state().access().writing()
                        && session.marking().own(bar.id()).isPresent())
                .flatMap(bar -> hit.cageId().map(cage -> grip(hit, bar, cage, lanes, view)));
    }

    private Grip grip(LaneHit hit, Bar bar, UUID cage, Lanes lanes, Viewport view) {
        boolean all = hit.part() == LaneHit.Part.BODY && chosen.ids().get().contains(bar.id());
        List<Mark> others = !all
                ? List.of()
                : chosen.marks().stream()
                        .filter(mark -> !mark.id().equals(bar.id()))
                        .toList();
        long playhead = session.playback().position().get();
        return new Grip(
                bar,
                cage,
                hit.part(),
                others,
                hit.micros(),
                playhead,
                targets(bar, others, playhead, cage, lanes, view));
    }

    /** The visible edges in the same lane that do not move, and the playhead. */
    private static Snap targets(Bar self, List<Mark> others, long playhead, UUID cage, Lanes lanes, Viewport view) {
        Set<UUID> moving = others.stream().map(Mark::id).collect(Collectors.toSet());
        LongStream.Builder edges = LongStream.builder();
        edges.add(playhead);
        for (Lanes.SubLane sub : lanes.laneOf(cage).orElseThrow().subLanes()) {
            BarGroup group = sub.group();
            group.overlapping(view.start(), view.end(), (bar, row) -> {
                if (!bar.id().equals(self.id()) && !moving.contains(bar.id())) {
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
                        default -> shifted(held, span.shifted(by), view, frames, reach);
                    };
            hint = drawn ? hint(held, moved, view) : Optional.empty();
            company = held.company().stream()
                    .map(mark -> Ghost.of(mark, moved.start() - span.start()))
                    .toList();
            ghost.set(Optional.of(
                    new Ghost(held.bar().id(), held.cageId(), held.bar().label(), moved)));
            session.playback().scrub(held.part() == LaneHit.Part.END_EDGE ? moved.end() - 1 : moved.start());
        });
    }

    private static Optional<Hint> hint(Grip held, Span moved, Viewport view) {
        LongStream edges =
                switch (held.part()) {
                    case START_EDGE -> LongStream.of(moved.start());
                    case END_EDGE -> LongStream.of(moved.end());
                    default -> LongStream.of(moved.start(), moved.end());
                };
        return edges.filter(at -> held.snap().near(at, view, 0).isPresent())
                .mapToObj(at -> new Hint(at, at == held.playhead() ? Drawn.PLAYHEAD : Drawn.EDGE))
                .findFirst();
    }

    /** Makes the edit; the ghosts stay until it is stored or refused. */
    public void drop() {
        Optional<Ghost> dropped = ghost.get();
        Optional<Grip> held = grip;
        boolean moved = dropped.isPresent()
                && held.filter(from -> from.bar().span().equals(dropped.get().span()))
                        .isEmpty();
        grip = Optional.empty();
        hint = Optional.empty();
        if (!moved || held.isEmpty()) {
            clear();
            return;
        }
        session.playback().seek(session.playback().position().get());
        var unused = store(held.get(), dropped.get()).whenComplete((entry, failure) -> {
            if (ghost.get().equals(dropped)) {
                clear();
            }
        });
    }

    private CompletableFuture<Optional<LogEntry>> store(Grip held, Ghost last) {
        if (held.company().isEmpty()) {
            return session.marking().change(last.markId(), mark -> mark.withSpan(last.span()));
        }
        Set<UUID> all = held.company().stream().map(Mark::id).collect(Collectors.toSet());
        all.add(last.markId());
        return session.marking()
                .move(all, last.span().start() - held.bar().span().start());
    }

    /** Puts everything back as it was, the playhead included. */
    public void cancel() {
        grip.ifPresent(held -> session.playback().seek(held.playhead()));
        grip = Optional.empty();
        hint = Optional.empty();
        clear();
    }

    private void clear() {
        company = List.of();
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

    /** A whole mark is drawn by whichever edge is nearer to something, else its onset lies on a frame. */
    private static Span shifted(Grip held, Span wanted, Viewport view, FrameTimes frames, double reach) {
        OptionalLong start = held.snap().near(wanted.start(), view, reach);
        OptionalLong end = held.snap().near(wanted.end(), view, reach);
        long byStart = start.isPresent() ? start.getAsLong() - wanted.start() : Long.MAX_VALUE;
        long byEnd = end.isPresent() ? end.getAsLong() - wanted.end() : Long.MAX_VALUE;
        long by = Math.abs(byEnd) < Math.abs(byStart) ? byEnd : byStart;
        long on = by == Long.MAX_VALUE ? frames.nearest(wanted.start()) - wanted.start() : by;
        long earliest = held.company().stream()
                .mapToLong(mark -> mark.span().start())
                .reduce(held.bar().span().start(), Math::min);
        long latest = held.company().stream()
                .mapToLong(mark -> mark.span().end())
                .reduce(held.bar().span().end(), Math::max);
        long moved = wanted.start() + on - held.bar().span().start();
        long inside = Math.max(-earliest, Math.min(view.duration() - latest, moved));
        return held.bar().span().shifted(inside);
    }
}
