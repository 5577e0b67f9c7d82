package org.ictograph.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanSetTest {
    @Test
    void mergesWhatOverlapsOrTouches() {
        SpanSet set = SpanSet.of(new Span(20, 30), new Span(0, 5), new Span(5, 8), new Span(22, 25), new Span(10, 12));
        assertEquals(List.of(new Span(0, 8), new Span(10, 12), new Span(20, 30)), set.spans());
        assertEquals(20, set.total());
    }

    @Test
    void hullSpansTheGaps() {
        assertEquals(
                new Span(3, 90),
                SpanSet.of(new Span(80, 90), new Span(3, 4)).hull().orElseThrow());
        assertTrue(SpanSet.EMPTY.hull().isEmpty());
    }

    @Test
    void covers() {
        SpanSet set = SpanSet.of(new Span(0, 10), new Span(20, 30));
        assertTrue(set.covers(new Span(0, 10)));
        assertFalse(set.covers(new Span(5, 25)));
        assertTrue(set.contains(29));
        assertFalse(set.contains(30));
    }

    @Test
    void setAlgebraAgreesWithCountingEveryMoment() {
        Random random = new Random(11);
        for (int trial = 0; trial < 300; trial++) {
            SpanSet a = anySet(random);
            SpanSet b = anySet(random);
            BitSet common = moments(a);
            common.and(moments(b));
            assertEquals(common, moments(a.intersection(b)));
            BitSet either = moments(a);
            either.or(moments(b));
            assertEquals(either, moments(a.union(b)));
            BitSet left = moments(a);
            left.andNot(moments(b));
            assertEquals(left, moments(a.minus(b)));
            assertEquals(left.cardinality(), a.minus(b).total());
        }
    }

    private static SpanSet anySet(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            long start = random.nextInt(60);
            spans.add(new Span(start, start + 1 + random.nextInt(15)));
        }
        return new SpanSet(spans);
    }

    private static BitSet moments(SpanSet set) {
        BitSet bits = new BitSet();
        set.spans().forEach(span -> bits.set((int) span.start(), (int) span.end()));
        return bits;
    }
}
