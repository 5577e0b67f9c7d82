package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.ictograph.model.Change;
import org.ictograph.model.Draft;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.video.FrameIndex;

/**
 * Everything a rater does to marks. A rater changes only their own. The frame under the playhead belongs to the mark at
 * both ends: onset is the start of the frame that is seen, offset the end of it. Called on the FX thread.
 */
public final class Marking {
    /** The shortest mark that dragging can leave, in microseconds. */
    public static final long SHORTEST = 1_000;

    /** A span that has an onset and waits for its offset. */
    public record Begun(UUID recordingId, UUID cageId, String label) {}

    /** The two edges of a mark. */
    public enum Edge {
        ONSET,
        OFFSET
    }

    private final StudyState state;
    private final Edits edits;
    private final Playback playback;
    private final ObservableMap<Begun, Long> begun = FXCollections.observableHashMap();
    /** Kept, since a wrapper that nobody holds is collected and its listeners with it. */
    private final ObservableMap<Begun, Long> shownBegun = FXCollections.unmodifiableObservableMap(begun);

    private Optional<Draft.Dragged> dragged = Optional.empty();

    Marking(StudyState state, Edits edits, Playback playback) {
        this.state = state;
        this.edits = edits;
        this.playback = playback;
    }

    /** Onsets that wait for their offset, with their time. */
    public ObservableMap<Begun, Long> begun() {
        return shownBegun;
    }

    /** Says where a mark is while it is dragged, so that a crash does not take that. */
    public void drag(Optional<Draft.Dragged> where) {
        dragged = where;
    }

    Optional<Draft.Dragged> dragged() {
        return dragged;
    }

    /** Takes up an onset that was begun before. */
    void resume(UUID recordingId, Draft.Begun onset) {
        begun.put(new Begun(recordingId, onset.cageId(), onset.label()), onset.onset());
    }

    /** Starts a span of a label in the focused cage at the playhead, or moves its onset there. */
    public void begin(String label) {
        here(label).ifPresent(key -> playback.frameSpan().ifPresent(frame -> begun.put(key, frame.start())));
    }

    /** Ends the span that was begun: it becomes a mark. Without one, nothing happens. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> end(String label) {
        Optional<Begun> key = here(label);
        Optional<Span> frame = playback.frameSpan();
        Long onset = key.isPresent() && frame.isPresent() ? begun.remove(key.get()) : null;
        if (onset == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return add(key.orElseThrow().cageId(), label, between(onset, frame.orElseThrow()));
    }

    /** Code scope: the same key starts and ends. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> toggle(String label) {
        if (here(label).filter(begun::containsKey).isPresent()) {
            return end(label);
        }
        begin(label);
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Marks the one frame under the playhead. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> point(String label) {
        Optional<Begun> key = here(label);
        Optional<Span> frame = playback.frameSpan();
        return key.isPresent() && frame.isPresent()
                ? add(key.get().cageId(), label, frame.get())
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** Forgets all onsets that wait. */
    public void clear() {
        begun.clear();
    }

    /** Adds a mark of the rater who works, selected once it is stored. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> add(UUID cageId, String label, Span span) {
        return select(edits.make(() -> state.recording()
                .get()
                .filter(open -> state.study().get().protocol().label(label).isPresent())
                .map(open -> Edit.adding(
                        Verb.ADD_MARK,
                        Mark.byHand(open.id(), cageId, state.rater().get().id(), label, inside(span, open))))));
    }

    /** Changes label, stage, certainty, visibility, note or span of an own mark. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> change(UUID markId, UnaryOperator<Mark> changed) {
        return change(Set.of(markId), changed);
    }

    /** Changes several own marks with one edit; marks of others are left alone. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> change(Set<UUID> markIds, UnaryOperator<Mark> changed) {
        return edits.make(() -> {
            List<Change> changes = new ArrayList<>();
            for (Mark mark : own(markIds)) {
                Mark to = changed.apply(mark);
                Mark kept = state.recording()
                        .get()
                        .map(open -> to.withSpan(inside(to.span(), open)))
                        .orElse(to);
                if (!kept.equals(mark)) {
                    changes.add(new Change.Changed(mark, kept));
                }
            }
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.CHANGE_MARK, changes));
        });
    }

    /** Puts one edge of an own mark at a time; the other edge stays. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> setEdge(UUID markId, Edge edge, long micros) {
        return change(markId, mark -> mark.withSpan(withEdge(mark.span(), edge, micros)));
    }

    /** Puts one edge of an own mark at the playhead. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> edgeToPlayhead(UUID markId, Edge edge) {
        return playback.frameSpan()
                .map(frame -> setEdge(markId, edge, edge == Edge.ONSET ? frame.start() : frame.end()))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Moves one edge of own marks by whole frames. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> nudge(Set<UUID> markIds, Edge edge, int frames) {
        return change(
                markIds,
                mark -> mark.withSpan(playback.index()
                        .map(index -> withEdge(mark.span(), edge, framesOn(index, at(mark, edge), frames)))
                        .orElse(mark.span())));
    }

    /** Moves one edge of own marks by some time, to the nearest frame. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> nudgeBy(Set<UUID> markIds, Edge edge, long micros) {
        return change(
                markIds,
                mark -> mark.withSpan(playback.index()
                        .map(index -> withEdge(mark.span(), edge, frameNear(index, at(mark, edge) + micros)))
                        .orElse(mark.span())));
    }

    /** Moves own marks in time, their lengths unchanged; all together stop at the ends of the recording. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> move(Set<UUID> markIds, long micros) {
        List<Mark> marks = own(markIds);
        long end = state.recording().get().map(Recording::duration).orElse(Long.MAX_VALUE);
        long earliest =
                marks.stream().mapToLong(mark -> mark.span().start()).min().orElse(0);
        long latest = marks.stream().mapToLong(mark -> mark.span().end()).max().orElse(end);
        long by = Math.max(-earliest, Math.min(end - latest, micros));
        return change(markIds, mark -> mark.withSpan(mark.span().shifted(by)));
    }

    /** Moves own marks by whole frames; the onset of the first of them lies on a frame afterwards. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> moveFrames(Set<UUID> markIds, int frames) {
        long first = own(markIds).stream()
                .mapToLong(mark -> mark.span().start())
                .min()
                .orElse(0);
        long by = playback.index()
                .map(index -> framesOn(index, first, frames) - first)
                .orElse(0L);
        return move(markIds, by);
    }

    private static long at(Mark mark, Edge edge) {
        return edge == Edge.ONSET ? mark.span().start() : mark.span().end();
    }

    /** The edge of a frame so many frames on; the end of the last frame is an edge, too. */
    private static long framesOn(FrameIndex index, long micros, int frames) {
        int number = (micros >= index.duration() ? index.frames() : index.frameAt(micros)) + frames;
        int kept = Math.max(0, Math.min(index.frames(), number));
        return kept == index.frames() ? index.duration() : index.microsOf(kept);
    }

    private static long frameNear(FrameIndex index, long micros) {
        int frame = index.frameAt(micros);
        long here = index.microsOf(frame);
        long next = index.endOf(frame);
        return micros - here <= next - micros ? here : next;
    }

    /** Cuts an own mark in two at a time inside it. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> split(UUID markId, long micros) {
        return edits.make(() -> own(markId)
                .filter(mark ->
                        micros > mark.span().start() && micros < mark.span().end())
                .map(mark -> new Edit(
                        Verb.SPLIT_MARK,
                        List.of(
                                new Change.Changed(
                                        mark, mark.withSpan(new Span(mark.span().start(), micros))),
                                new Change.Added(mark.copiedAs(UUID.randomUUID())
                                        .withSpan(new Span(micros, mark.span().end())))))));
    }

    /** Takes an own mark away. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> delete(UUID markId) {
        return delete(Set.of(markId));
    }

    /** Takes several own marks away with one edit. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> delete(Set<UUID> markIds) {
        return edits.make(() -> {
            List<Change> changes =
                    own(markIds).stream().<Change>map(Change.Removed::new).toList();
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.DELETE_MARK, changes));
        });
    }

    /** Of these marks those that the rater who works may change, by start. */
    public List<Mark> own(Set<UUID> markIds) {
        UUID self = state.rater().get().id();
        return state.labels().get().marks().stream()
                .filter(mark -> markIds.contains(mark.id()) && may(mark, self))
                .toList();
    }

    /** A mark that the rater who works may change. */
    public Optional<Mark> own(UUID markId) {
        return state.labels()
                .get()
                .mark(markId)
                .filter(mark -> may(mark, state.rater().get().id()));
    }

    /** The consensus follows from decisions, and changes with them only. */
    private static boolean may(Mark mark, UUID rater) {
        return mark.layer() == Layer.RATING && mark.raterId().equals(rater);
    }

    /** Selects the mark that an edit added. */
    private CompletableFuture<Optional<LogEntry>> select(CompletableFuture<Optional<LogEntry>> made) {
        return made.thenApply(entry -> {
            entry.stream()
                    .flatMap(stored -> stored.edit().changes().stream())
                    .flatMap(change -> change.after().stream())
                    .filter(Mark.class::isInstance)
                    .findFirst()
                    .ifPresent(mark -> state.selectedMark().set(Optional.of(mark.id())));
            return entry;
        });
    }

    private Optional<Begun> here(String label) {
        return state.recording()
                .get()
                .flatMap(open -> state.focusedCage().get().map(cage -> new Begun(open.id(), cage, label)));
    }

    /** From the frame of the onset to the frame under the playhead, whichever comes first. */
    private Span between(long onset, Span frame) {
        if (onset <= frame.start()) {
            return new Span(onset, frame.end());
        }
        long end =
                playback.index().map(index -> index.endOf(index.frameAt(onset))).orElse(onset);
        return new Span(frame.start(), end);
    }

    private static Span withEdge(Span span, Edge edge, long micros) {
        return edge == Edge.ONSET
                ? new Span(Math.min(micros, span.end() - SHORTEST), span.end())
                : new Span(span.start(), Math.max(micros, span.start() + SHORTEST));
    }

    private static Span inside(Span span, Recording recording) {
        long end = Math.min(recording.duration(), Math.max(span.end(), SHORTEST));
        long start = Math.max(0, Math.min(span.start(), end - SHORTEST));
        return new Span(start, end);
    }
}
