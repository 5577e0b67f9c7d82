package org.ictograph.timeline;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Span;

/** What spans leave open. */
public final class Gaps {
    private Gaps() {}

    /** The pieces of {@code [0, duration)} that no span covers, by start; the spans may overlap and need no order. */
    public static List<Span> of(List<Span> covered, long duration) {
        List<Span> sorted = covered.stream().sorted().toList();
        List<Span> gaps = new ArrayList<>();
        long open = 0;
        for (Span span : sorted) {
            if (span.start() > open && open < duration) {
                gaps.add(new Span(open, Math.min(duration, span.start())));
            }
            open = Math.max(open, span.end());
        }
        if (open < duration) {
            gaps.add(new Span(open, duration));
        }
        return gaps;
    }

    /** The pieces of a span that no other span covers, by start. */
    public static List<Span> between(List<Span> covered, Span within) {
        List<Span> moved = covered.stream()
                .flatMap(span -> span.intersection(within).stream())
                .map(span -> span.shifted(-within.start()))
                .toList();
        return of(moved, within.length()).stream()
                .map(span -> span.shifted(within.start()))
                .toList();
    }
}
