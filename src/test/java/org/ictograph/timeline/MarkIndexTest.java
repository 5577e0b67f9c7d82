package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class MarkIndexTest {
    @Test
    void findsExactlyWhatOverlaps() {
        Random random = new Random(11);
        for (int size : new int[] {0, 1, 2, 3, 7, 64, 65, 300}) {
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                long start = random.nextInt(1000);
                spans.add(new Span(start, start + 1L + random.nextInt(i % 10 == 0 ? 900 : 20)));
            }
            MarkIndex<Span> index = new MarkIndex<>(spans, span -> span);
            for (int i = 0; i < 200; i++) {
                long from = random.nextInt(1100) - 50L;
                Span wanted = new Span(from, from + 1L + random.nextInt(60));
                List<Span> expected = spans.stream()
                        .filter(wanted::overlaps)
                        .sorted(Comparator.comparingLong(Span::start).thenComparing(span -> -span.end()))
                        .toList();
                assertEquals(expected, index.overlapping(wanted));
            }
        }
    }

    @Test
    void isHalfOpen() {
        MarkIndex<Span> index = new MarkIndex<>(List.of(new Span(10, 20)), span -> span);
        assertEquals(List.of(), index.overlapping(new Span(20, 30)));
        assertEquals(List.of(), index.overlapping(new Span(0, 10)));
        assertEquals(1, index.overlapping(new Span(19, 20)).size());
    }

    /** A hundred thousand marks in ten hours, one of them as long as all: a second's worth of them is found alone. */
    @Test
    void visitsFewOfManyMarks() {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(UUID.randomUUID(), "seizure", new Span(0, 36_000_000_000L), 1));
        IntStream.range(0, 100_000)
                .forEach(i -> bars.add(
                        new Bar(UUID.randomUUID(), "staring", new Span(i * 360_000L, i * 360_000L + 300_000), 1)));
        BarGroup group = new BarGroup(LaneKind.OWN, java.util.Optional.empty(), bars);
        assertEquals(2, group.rows());
        int[] seen = new int[1];
        group.overlapping(18_000_000_000L, 18_001_000_000L, (bar, row) -> seen[0]++);
        assertEquals(4, seen[0]);
        int[] painted = new int[1];
        group.paint(Viewport.whole(36_000_000_000L, 1200), (bar, row, left, right) -> painted[0]++);
        assertTrue(painted[0] <= 1201, painted[0] + " strokes on 1200 pixels");
        assertTrue(painted[0] >= 1200, painted[0] + " strokes leave gaps");
    }
}
