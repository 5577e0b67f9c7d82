package org.ictograph.measure;

import java.util.BitSet;
import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * Counts time bins. Every stretch of jointly reviewed time is cut into bins of one length from its own start, so that
 * shifting a recording changes nothing; the last bin of a stretch may be shorter. A bin is marked when any part of it
 * is, so that brief events and points count.
 */
final class Bins {
    private Bins() {}

    static BinTable count(SpanSet jointlyReviewed, List<Span> a, List<Span> b, long bin) {
        BinTable table = BinTable.EMPTY;
        for (Span stretch : jointlyReviewed.spans()) {
            int n = Math.toIntExact((stretch.length() + bin - 1) / bin);
            BitSet markedByA = marked(stretch, a, bin);
            BitSet markedByB = marked(stretch, b, bin);
            BitSet both = (BitSet) markedByA.clone();
            both.and(markedByB);
            int common = both.cardinality();
            int onlyA = markedByA.cardinality() - common;
            int onlyB = markedByB.cardinality() - common;
            table = table.plus(new BinTable(common, onlyA, onlyB, n - common - onlyA - onlyB));
        }
        return table;
    }

    private static BitSet marked(Span stretch, List<Span> spans, long bin) {
        BitSet bins = new BitSet();
        for (Span span : spans) {
            span.intersection(stretch).ifPresent(inside -> {
                int first = (int) ((inside.start() - stretch.start()) / bin);
                int last = (int) ((inside.end() - 1 - stretch.start()) / bin);
                bins.set(first, last + 1);
            });
        }
        return bins;
    }
}
