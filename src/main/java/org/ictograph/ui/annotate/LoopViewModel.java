package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;
import org.ictograph.session.Labels;
import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/** Playing a piece again and again: the selected mark, whose edges it follows, or from A to B set at the playhead. */
public final class LoopViewModel {
    private final StudyState state;
    private final Playback playback;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private Optional<UUID> mark = Optional.empty();
    private Optional<Long> from = Optional.empty();

    LoopViewModel(StudySession session) {
        this.state = session.state();
        this.playback = session.playback();
        state.labels().addListener((property, before, now) -> follow(now));
        state.recording().addListener((property, before, now) -> forget());
    }

    /** The piece that is looped. */
    public ReadOnlyObjectProperty<Optional<Span>> piece() {
        return playback.loop();
    }

    /** True while A is set and waits for B. */
    public ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Loops the selected mark or proposal; when something is looped already, goes on without. */
    public void toggle() {
        if (leave()) {
            return;
        }
        Labels labels = state.labels().get();
        mark = state.selectedMark().get();
        Optional<Span> marked = mark.flatMap(labels::mark).map(Mark::span);
        Optional<Span> proposed =
                state.selectedProposal().get().flatMap(labels::proposal).map(Proposal::span);
        marked.or(() -> proposed).ifPresent(span -> playback.loop(Optional.of(span)));
    }

    /** Puts A at the start of the frame under the playhead. Up to where a loop ends now, it goes on from there. */
    public void from() {
        playback.frameSpan().map(Span::start).ifPresent(start -> {
            Optional<Long> end = piece().get().map(Span::end).filter(to -> to > start);
            forget();
            playback.setLoop(Optional.empty());
            from = Optional.of(start);
            waiting.set(end.isEmpty());
            end.ifPresent(to -> playback.loop(Optional.of(new Span(start, to))));
        });
    }

    /** Puts B at the end of the frame under the playhead and plays from A, or from where the loop begins now. */
    public void to() {
        playback.frameSpan().map(Span::end).ifPresent(end -> {
            Optional<Long> start = from.or(() -> piece().get().map(Span::start)).filter(at -> at < end);
            start.ifPresent(at -> {
                forget();
                from = start;
                playback.loop(Optional.of(new Span(at, end)));
            });
        });
    }

    /** Goes on without a loop; false when there was none. */
    public boolean leave() {
        boolean looped = piece().get().isPresent() || waiting.get();
        forget();
        playback.setLoop(Optional.empty());
        return looped;
    }

    private void forget() {
        mark = Optional.empty();
        from = Optional.empty();
        waiting.set(false);
    }

    /** The edges of the looped mark were moved. */
    private void follow(Labels now) {
        Optional<Span> piece = piece().get();
        mark.flatMap(now::mark)
                .map(Mark::span)
                .filter(span -> piece.isPresent() && !piece.get().equals(span))
                .ifPresent(span -> playback.setLoop(Optional.of(span)));
    }
}
