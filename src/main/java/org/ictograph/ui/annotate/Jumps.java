package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ictograph.model.Cage;
import org.ictograph.model.Span;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.TimeText;

/** Going to places in the recording: edges, marks, time that was not looked at, typed times. */
public final class Jumps {
    private final StudySession session;
    private final StudyState state;
    private final TimelineViewModel timeline;
    private final MarksViewModel marks;

    Jumps(StudySession session, TimelineViewModel timeline, MarksViewModel marks) {
        this.session = session;
        this.state = session.state();
        this.timeline = timeline;
        this.marks = marks;
    }

    /** Goes to the next (1) or previous (-1) edge of a mark in the focused cage. */
    public void edge(int direction) {
        long now = session.playback().position().get();
        LongStream edges = state.labels().get().marks().stream()
                .filter(mark ->
                        state.focusedCage().get().filter(mark.cageId()::equals).isPresent())
                .flatMapToLong(
                        mark -> LongStream.of(mark.span().start(), mark.span().end()));
        goTo(
                direction > 0
                        ? edges.filter(at -> at > now).min()
                        : edges.filter(at -> at < now).max());
    }

    /** Selects the next (1) or previous (-1) mark of any cage, and goes there. */
    public void mark(int direction) {
        int size = marks.rows().size();
        Optional<MarkRow> selected = marks.selected();
        int at = selected.map(marks.rows()::indexOf).orElseGet(() -> before(direction));
        int next = at + direction;
        if (next >= 0 && next < size) {
            marks.jumpTo(marks.rows().get(next));
        }
    }

    /** The row from which the next one in a direction lies beyond the playhead. */
    private int before(int direction) {
        long now = session.playback().position().get();
        int from = 0;
        while (from < marks.rows().size() && marks.rows().get(from).start() < now) {
            from++;
        }
        return direction > 0 ? from - 1 : from;
    }

    /**
     * Goes to where the focused cage has not been looked at yet, from the playhead on and then from the start; when
     * nothing of it is left, to the first cage with unseen time, which gets the focus. Says so when nothing is left at all.
     */
    public void nextUnseen() {
        long now = session.playback().position().get();
        List<UUID> cages = state.cages().stream().map(Cage::id).toList();
        List<UUID> focusedFirst = Stream.concat(state.focusedCage().get().stream(), cages.stream())
                .distinct()
                .toList();
        for (UUID cage : focusedFirst) {
            List<Span> unseen = timeline.background().get().unseen().getOrDefault(cage, List.of());
            OptionalLong ahead = unseen.stream()
                    .filter(gap -> gap.end() > now)
                    .mapToLong(gap -> Math.max(now, gap.start()))
                    .min();
            OptionalLong any = unseen.stream().mapToLong(Span::start).min();
            if (any.isPresent()) {
                state.focusedCage().set(Optional.of(cage));
                goTo(ahead.isPresent() ? ahead : any);
                return;
            }
        }
        state.say(Notice.done("annotate.allseen"));
    }

    /** Goes to a time that somebody typed. */
    public boolean goTo(String typed) {
        OptionalLong micros = TimeText.parse(typed, timeline.frames());
        goTo(micros);
        return micros.isPresent();
    }

    void goTo(OptionalLong micros) {
        micros.ifPresent(at -> {
            session.playback().seek(at);
            timeline.reveal(at);
        });
    }
}
