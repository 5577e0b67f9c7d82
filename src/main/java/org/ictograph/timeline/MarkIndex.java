package org.ictograph.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.ictograph.model.Span;

/**
 * Finds the items that overlap a piece of time. Items are sorted by start; over their ends lies a tree of maxima, so that
 * whole runs that have ended before the piece are skipped: O(log n + found). Immutable.
 */
public final class MarkIndex<T> {
    private static final Comparator<Span> LONGER_FIRST = Comparator.comparingLong(Span::start)
            .thenComparing(Comparator.comparingLong(Span::end).reversed());

    private final List<T> items;
    private final long[] starts;
    private final long[] ends;
    /** Heap-ordered tree: node {@code i} holds the latest end below it, leaves begin at {@link #leaves}. */
    private final long[] latest;

    private final int leaves;

    public MarkIndex(List<T> unsorted, Function<T, Span> span) {
        List<T> sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparing(span, LONGER_FIRST));
        items = List.copyOf(sorted);
        starts = items.stream().mapToLong(item -> span.apply(item).start()).toArray();
        ends = items.stream().mapToLong(item -> span.apply(item).end()).toArray();
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, ends.length - 1)) << 1);
        latest = new long[2 * leaves];
        Arrays.fill(latest, Long.MIN_VALUE);
        System.arraycopy(ends, 0, latest, leaves, ends.length);
        for (int node = leaves - 1; node > 0; node--) {
            latest[node] = Math.max(latest[2 * node], latest[2 * node + 1]);
        }
    }

    /** All items by start, of equal starts the longer first. */
    public List<T> items() {
        return items;
    }

    /** When the item at a position starts. */
    long start(int position) {
        return starts[position];
    }

    /** When the item at a position ends. */
    long end(int position) {
        return ends[position];
    }

    /** Positions in {@link #items()} of those that overlap {@code [from, to)}, in rising order. */
    public void overlapping(long from, long to, IntConsumer found) {
        int beyond = Arrays.binarySearch(starts, to);
        beyond = beyond >= 0 ? beyond : -beyond - 1;
        while (beyond > 0 && starts[beyond - 1] >= to) {
            beyond--;
        }
        visit(1, 0, leaves, from, beyond, found);
    }

    /** The items that overlap a span, by start. */
    public List<T> overlapping(Span span) {
        List<T> found = new ArrayList<>();
        overlapping(span.start(), span.end(), i -> found.add(items.get(i)));
        return found;
    }

    private void visit(int node, int first, int size, long from, int beyond, IntConsumer found) {
        if (first >= beyond || latest[node] <= from) {
            return;
        }
        if (size == 1) {
            found.accept(first);
            return;
        }
        visit(2 * node, first, size / 2, from, beyond, found);
        visit(2 * node + 1, first + size / 2, size / 2, from, beyond, found);
    }
}
