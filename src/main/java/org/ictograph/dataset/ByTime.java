package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.ictograph.model.Span;

/**
 * Things of one cage by time, so that those which overlap a piece of it are found without looking at the others: over their ends,
 * in the order of their starts, lies a tree of maxima, and a run that has ended before the piece is passed over as a whole.
 * Immutable.
 */
final class ByTime<T> {
    private final List<T> all;
    private final long[] starts;
    /** The latest end below each node of a heap whose leaves are the things. */
    private final long[] latest;

    private final int leaves;

    ByTime(Collection<T> things, Function<T, Span> span) {
        all = things.stream().sorted(Comparator.comparing(span)).toList();
        starts = all.stream().mapToLong(thing -> span.apply(thing).start()).toArray();
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, starts.length)) * 2);
        latest = new long[2 * leaves];
        Arrays.fill(latest, Long.MIN_VALUE);
        for (int i = 0; i < starts.length; i++) {
            latest[leaves + i] = span.apply(all.get(i)).end();
        }
        for (int node = leaves - 1; node > 0; node--) {
            latest[node] = Math.max(latest[2 * node], latest[2 * node + 1]);
        }
    }

    /** All by start, then by end. */
    List<T> all() {
        return all;
    }

    /** Those that overlap a piece of time, in the same order. */
    List<T> overlapping(Span piece) {
        int place = Arrays.binarySearch(starts, piece.end());
        int beyond = place < 0 ? -place - 1 : place;
        while (beyond > 0 && starts[beyond - 1] == piece.end()) {
            beyond--;
        }
        List<T> found = new ArrayList<>();
        collect(1, 0, leaves, beyond, piece.start(), found);
        return found;
    }

    private void collect(int node, int from, int width, int beyond, long after, List<T> found) {
        if (from >= beyond || latest[node] <= after) {
            return;
        }
        if (width == 1) {
            found.add(all.get(from));
            return;
        }
        collect(2 * node, from, width / 2, beyond, after, found);
        collect(2 * node + 1, from + width / 2, width / 2, beyond, after, found);
    }
}
