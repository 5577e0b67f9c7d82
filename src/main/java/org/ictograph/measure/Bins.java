package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * Counts time bins. Every stretch of jointly reviewed time is cut into bins of one length from its own start, so that
 * shifting a recording changes nothing; the last bin of a stretch may be shorter. A bin is marked when any part of it
 * is, so that brief events and points count.
 *
 * <p>Only runs of marked bins are kept, so that a day of quiet costs nothing.
 */
final class Bins {
    private Bins() {}

    /**
     * @param a the bins of each stretch that the first rater marked
     * @param b the second rater's
     */
    static BinTable count(SpanSet jointlyReviewed, List<SpanSet> a, List<SpanSet> b, long bin) {
        BinTable table = BinTable.EMPTY;
        for (int i = 0; i < jointlyReviewed.spans().size(); i++) {
            table = table.plus(table(in(jointlyReviewed.spans().get(i), bin), a.get(i), b.get(i)));
        }
        return table;
    }

    /** How many bins there are. */
    static long in(SpanSet reviewed, long bin) {
        long bins = 0;
        for (Span stretch : reviewed.spans()) {
            bins += in(stretch, bin);
        }
        return bins;
    }

    /** Cuts a stretch likewise, but an edge belongs to the nearest border of bins; what is shorter than half a bin may vanish. */
    static BinTable rounded(Span stretch, List<Span> a, List<Span> b, long bin) {
        long n = nearest(stretch.length(), bin);
        return table(n, roundedRuns(stretch, n, a, bin), roundedRuns(stretch, n, b, bin));
    }

    private static SpanSet roundedRuns(Span stretch, long n, List<Span> spans, long bin) {
        List<Span> runs = new ArrayList<>();
        for (Span span : spans) {
            long first = Math.max(0, nearest(span.start() - stretch.start(), bin));
            long last = Math.min(n, nearest(span.end() - stretch.start(), bin));
            if (last > first) {
                runs.add(new Span(first, last));
            }
        }
        return new SpanSet(runs);
    }

    private static long nearest(long micros, long bin) {
        return (long) Math.rint((double) micros / bin);
    }

    /** How many bins a stretch has. */
    static long in(Span stretch, long bin) {
        return (stretch.length() + bin - 1) / bin;
    }

    /** The marked bins of a stretch, counted from 0. */
    static SpanSet runs(Span stretch, List<Span> spans, long bin) {
        List<Span> runs = new ArrayList<>();
        for (Span span : spans) {
            if (span.overlaps(stretch)) {
                long from = Math.max(span.start(), stretch.start()) - stretch.start();
                long to = Math.min(span.end(), stretch.end()) - stretch.start();
                runs.add(new Span(from / bin, (to - 1) / bin + 1));
            }
        }
        return new SpanSet(runs);
    }

    private static BinTable table(long n, SpanSet markedByA, SpanSet markedByB) {
        long both = markedByA.common(markedByB);
        long onlyA = markedByA.total() - both;
        long onlyB = markedByB.total() - both;
        return new BinTable(both, onlyA, onlyB, n - both - onlyA - onlyB);
    }
}
