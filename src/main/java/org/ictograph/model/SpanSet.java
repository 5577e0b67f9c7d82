package org.ictograph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of moments in time, kept as its pieces.
 *
 * @param spans sorted, without overlap and without touching; the constructor takes any spans and puts them in that form
 */
public record SpanSet(List<Span> spans) {
    public static final SpanSet EMPTY = new SpanSet(List.of());

    public SpanSet {
        spans = merged(spans);
    }

    public static SpanSet of(Span... spans) {
        return new SpanSet(List.of(spans));
    }

    private static List<Span> merged(List<Span> any) {
        if (apart(any)) {
            return List.copyOf(any);
        }
        List<Span> pieces = new ArrayList<>(any.size());
        for (Span span : any.stream().sorted().toList()) {
            int last = pieces.size() - 1;
            if (last >= 0 && span.start() <= pieces.get(last).end()) {
                Span before = pieces.get(last);
                pieces.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                pieces.add(span);
            }
        }
        return List.copyOf(pieces);
    }

    /** True for what already has the form of a set; most sets are made of others. */
    private static boolean apart(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start() <= spans.get(i - 1).end()) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Microseconds in all pieces together. */
    public long total() {
        long total = 0;
        for (Span span : spans) {
            total += span.length();
        }
        return total;
    }

    public boolean contains(long micros) {
        return spans.stream().anyMatch(span -> span.contains(micros));
    }

    /** True when no moment of the span is missing. */
    public boolean covers(Span span) {
        return spans.stream().anyMatch(piece -> piece.start() <= span.start() && piece.end() >= span.end());
    }

    /** From the first to the last moment, gaps included. */
    public Optional<Span> hull() {
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        spans.get(0).start(), spans.get(spans.size() - 1).end()));
    }

    public SpanSet union(SpanSet other) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(other.spans);
        return new SpanSet(both);
    }

    public SpanSet intersection(SpanSet other) {
        List<Span> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            Span mine = spans.get(i);
            Span theirs = other.spans.get(j);
            if (mine.overlaps(theirs)) {
                common.add(new Span(Math.max(mine.start(), theirs.start()), Math.min(mine.end(), theirs.end())));
            }
            if (mine.end() < theirs.end()) {
                i++;
            } else {
                j++;
            }
        }
        return new SpanSet(common);
    }

    /** Microseconds that both sets have in common. */
    public long common(SpanSet other) {
        long common = 0;
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            Span mine = spans.get(i);
            Span theirs = other.spans.get(j);
            common += Math.max(0, Math.min(mine.end(), theirs.end()) - Math.max(mine.start(), theirs.start()));
            if (mine.end() < theirs.end()) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /** The moments of this set that are not in the other. */
    public SpanSet minus(SpanSet other) {
        List<Span> left = new ArrayList<>();
        int j = 0;
        for (Span span : spans) {
            long from = span.start();
            while (j < other.spans.size() && other.spans.get(j).end() <= from) {
                j++;
            }
            for (int k = j; k < other.spans.size() && other.spans.get(k).start() < span.end(); k++) {
                Span hole = other.spans.get(k);
                if (hole.start() > from) {
                    left.add(new Span(from, hole.start()));
                }
                from = Math.max(from, hole.end());
            }
            if (from < span.end()) {
                left.add(new Span(from, span.end()));
            }
        }
        return new SpanSet(left);
    }
}
