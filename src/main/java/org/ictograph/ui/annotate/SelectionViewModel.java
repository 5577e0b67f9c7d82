package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Certainty;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Visibility;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.FrameTimes;

/**
 * The selected mark and what can be changed about it. Label, stage, certainty and visibility change for all chosen marks
 * with one edit, times and the note for the selected one. Times that are typed are put on the nearest frame.
 */
public final class SelectionViewModel {
    private final StudySession session;
    private final TimelineViewModel timeline;
    private final ReadOnlyObjectWrapper<Optional<MarkRow>> row = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SelectionViewModel(StudySession session, TimelineViewModel timeline) {
        this.session = session;
        this.timeline = timeline;
        session.state().selectedMark().addListener((property, before, now) -> refresh());
        session.state().labels().addListener((property, before, now) -> refresh());
        refresh();
    }

    /** The selected mark as stored; empty when none is. */
    public ReadOnlyObjectProperty<Optional<MarkRow>> row() {
        return row.getReadOnlyProperty();
    }

    /** True when the mark is the rater's own and the study may be changed. */
    public boolean editable() {
        return session.state().access().writing()
                && row.get()
                        .flatMap(shown -> session.marking().own(shown.mark().id()))
                        .isPresent();
    }

    public void setLabel(String label) {
        changeAll(mark -> mark.withLabel(label));
    }

    public void setStage(String stage) {
        changeAll(mark -> mark.withStage(stage));
    }

    public void setCertainty(Certainty certainty) {
        changeAll(mark -> mark.withCertainty(certainty));
    }

    public void setVisibility(Visibility visibility) {
        changeAll(mark -> mark.withVisibility(visibility));
    }

    public void setNote(String note) {
        change(mark -> mark.withNote(note.strip()));
    }

    /** Moves the onset; it stays before the offset. */
    public void setOnset(long micros) {
        long at = timeline.frames().nearest(micros);
        change(mark ->
                at < mark.span().end() ? mark.withSpan(new Span(at, mark.span().end())) : mark);
    }

    /** Moves the offset; it stays after the onset. */
    public void setOffset(long micros) {
        change(mark -> withOffset(mark, micros));
    }

    /** Moves the offset so that the mark is as long as this. */
    public void setLength(long micros) {
        change(mark -> withOffset(mark, mark.span().start() + micros));
    }

    private Mark withOffset(Mark mark, long micros) {
        long start = mark.span().start();
        long at = end(micros);
        return at > start ? mark.withSpan(new Span(start, at)) : mark;
    }

    /** Offsets may lie on the end of the last frame, which is no frame's start. */
    private long end(long micros) {
        FrameTimes frames = timeline.frames();
        long duration = timeline.view().get().map(view -> view.duration()).orElse(Long.MAX_VALUE);
        long lastStart = frames.microsOf(frames.frames() - 1);
        return micros > lastStart + (duration - lastStart) / 2 ? duration : frames.nearest(micros);
    }

    /** How many marks of the rater who works are chosen together. */
    public int count() {
        return timeline.chosen().marks().size();
    }

    private void changeAll(UnaryOperator<Mark> changed) {
        Set<UUID> ids = timeline.chosen().ids().get();
        if (timeline.chosen().several()) {
            session.marking().change(ids, changed);
        } else {
            change(changed);
        }
    }

    private void change(UnaryOperator<Mark> changed) {
        row.get().ifPresent(shown -> session.marking().change(shown.mark().id(), changed));
    }

    private void refresh() {
        row.set(session.state()
                .selectedMark()
                .get()
                .flatMap(session.state().labels().get()::mark)
                .map(mark -> MarkRow.of(mark, session.state().study().get())));
    }
}
