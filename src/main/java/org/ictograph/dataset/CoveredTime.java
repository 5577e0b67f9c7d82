package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Span;

/** The time that a number of spans cover together. Immutable. */
final class CoveredTime {
    static final CoveredTime NONE = new CoveredTime(List.of(), 0);

    private final List<Span> runs;

    /**
     * @param bridged holes up to this many microseconds count as covered
     */
    CoveredTime(Collection<Span> spans, long bridged) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() - merged.get(last).end() <= bridged) {
                Span before = merged.get(last);
                merged.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        runs = List.copyOf(merged);
    }

    boolean covers(Span span) {
        return lastBefore(span.start() + 1)
                .filter(run -> run.end() >= span.end())
                .isPresent();
    }

    boolean touches(Span span) {
        return lastBefore(span.end()).filter(run -> run.end() > span.start()).isPresent();
    }

    /** Of the runs that start before a moment the last one. */
    private Optional<Span> lastBefore(long moment) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (runs.get(middle).start() < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(runs.get(low - 1));
    }

    /** The covered runs, by start, with holes between them. */
    List<Span> runs() {
        return runs;
    }

    /** The pieces of a span that are not covered, by start. */
    List<Span> holes(Span span) {
        List<Span> holes = new ArrayList<>();
        long from = span.start();
        for (Span run : runs) {
            if (run.end() > from && run.start() < span.end()) {
                if (run.start() > from) {
                    holes.add(new Span(from, run.start()));
                }
                from = run.end();
            }
        }
        if (from < span.end()) {
            holes.add(new Span(from, span.end()));
        }
        return holes;
    }
}
