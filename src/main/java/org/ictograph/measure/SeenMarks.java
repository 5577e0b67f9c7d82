package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/** One rater's marks of one label in one cage, as far as some reviewed time shows them; they serve every comparison. */
final class SeenMarks {
    /**
     * A mark from the first to the last reviewed moment of it. One mark stays one event even where a piece in its middle
     * was not reviewed.
     */
    record Seen(Mark mark, Span span) {
        static Optional<Seen> of(Mark mark, SpanSet reviewed) {
            long start = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (Span piece : reviewed.spans()) {
                if (piece.overlaps(mark.span())) {
                    start = Math.min(start, Math.max(piece.start(), mark.span().start()));
                    end = Math.max(end, Math.min(piece.end(), mark.span().end()));
                }
            }
            return start < end ? Optional.of(new Seen(mark, new Span(start, end))) : Optional.empty();
        }

        boolean onsetSeen() {
            return span.start() == mark.span().start();
        }

        boolean offsetSeen() {
            return span.end() == mark.span().end();
        }

        boolean whole() {
            return onsetSeen() && offsetSeen();
        }
    }

    private final SpanSet reviewed;
    private final List<Seen> events;
    private final List<Span> spans;
    private final List<Span> marked;
    private List<SpanSet> runs = List.of();
    private long bin;

    SeenMarks(SpanSet reviewed, List<Mark> marks) {
        this.reviewed = reviewed;
        List<Seen> seen = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            Seen.of(mark, reviewed).ifPresent(seen::add);
        }
        seen.sort(Comparator.comparing(Seen::span));
        this.events = seen;
        List<Span> shown = new ArrayList<>(seen.size());
        List<Span> whole = new ArrayList<>(seen.size());
        for (Seen one : seen) {
            shown.add(one.span());
            whole.add(one.mark().span());
        }
        this.spans = List.copyOf(shown);
        this.marked = List.copyOf(whole);
    }

    /** By time. */
    List<Seen> events() {
        return events;
    }

    /** What was seen of each. */
    List<Span> spans() {
        return spans;
    }

    /** Each as it was marked, whether all of it was seen or not. */
    List<Span> marked() {
        return marked;
    }

    int size() {
        return events.size();
    }

    /** The marked bins of each stretch of the reviewed time. */
    List<SpanSet> runs(long length) {
        if (bin != length) {
            runs = reviewed.spans().stream()
                    .map(stretch -> Bins.runs(stretch, marked, length))
                    .toList();
            bin = length;
        }
        return runs;
    }
}
