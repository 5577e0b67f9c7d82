package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** What is looked up by time is what going through all would give. */
class ByTimeTest {
    private static Span any(Random random, int most) {
        long start = random.nextInt(400);
        return new Span(start, start + 1 + random.nextInt(most));
    }

    @Test
    void thoseThatOverlapAreFoundInOrder() {
        Random random = new Random(3);
        for (int count = 0; count < 70; count++) {
            List<Span> things = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                things.add(any(random, i % 9 == 0 ? 400 : 20));
            }
            ByTime<Span> byTime = new ByTime<>(things, thing -> thing);
            assertEquals(things.stream().sorted().toList(), byTime.all());
            for (int i = 0; i < 60; i++) {
                Span piece = any(random, 30);
                assertEquals(things.stream().filter(piece::overlaps).sorted().toList(), byTime.overlapping(piece));
            }
        }
    }

    @Test
    void coveredTimeIsKnownByItsRuns() {
        Random random = new Random(4);
        for (int count = 0; count < 40; count++) {
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                spans.add(any(random, 12));
            }
            CoveredTime covered = new CoveredTime(spans, count % 3);
            for (int i = 0; i < 60; i++) {
                Span piece = any(random, 8);
                assertEquals(
                        covered.runs().stream()
                                .anyMatch(run -> run.start() <= piece.start() && run.end() >= piece.end()),
                        covered.covers(piece));
                assertEquals(covered.runs().stream().anyMatch(piece::overlaps), covered.touches(piece));
            }
        }
    }
}
