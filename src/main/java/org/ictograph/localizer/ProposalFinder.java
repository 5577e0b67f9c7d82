package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ictograph.model.Span;

/**
 * Finds pieces of time in a score: from where it comes above {@code low} to where it falls below again, if it reaches
 * {@code high} in between. Two thresholds, so that a score that trembles around one does not give many short pieces.
 * Immutable.
 *
 * @param shortest pieces shorter than this are left out, microseconds
 * @param gap pieces that are not further apart than this are one, microseconds
 */
public record ProposalFinder(double high, double low, long shortest, long gap) {
    /** A piece of time with the highest score in it. */
    public record Found(Span span, double score) {}

    public ProposalFinder {
        if (low > high || shortest < 0 || gap < 0) {
            throw new IllegalArgumentException("The lower threshold may not be above the higher one.");
        }
    }

    /**
     * @param scores one for each step from time 0
     * @param step microseconds
     * @param duration nothing found ends later than this
     * @return by start
     */
    public List<Found> find(List<Float> scores, long step, long duration) {
        List<Found> joined = new ArrayList<>();
        for (Found piece : above(scores, step, duration)) {
            int last = joined.size() - 1;
            if (last >= 0 && piece.span.start() - joined.get(last).span.end() <= gap) {
                Found before = joined.get(last);
                Span both = new Span(before.span.start(), piece.span.end());
                joined.set(last, new Found(both, Math.max(before.score, piece.score)));
            } else {
                joined.add(piece);
            }
        }
        joined.removeIf(found -> found.span.length() < shortest);
        return joined;
    }

    private List<Found> above(List<Float> scores, long step, long duration) {
        List<Found> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= scores.size(); i++) {
            if (i < scores.size() && scores.get(i) >= low) {
                continue;
            }
            if (i > from) {
                double best = Collections.max(scores.subList(from, i));
                long end = Math.min(duration, i * step);
                if (best >= high && end > from * step) {
                    pieces.add(new Found(new Span(from * step, end), best));
                }
            }
            from = i + 1;
        }
        return pieces;
    }
}
