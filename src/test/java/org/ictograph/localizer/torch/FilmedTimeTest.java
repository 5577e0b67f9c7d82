package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class FilmedTimeTest {
    private final FilmedTime filmed = new FilmedTime(SpanSet.of(new Span(2_000_000, 3_000_000)), 5_000_000);

    @Test
    void whatLiesOnBothSidesOfAGapIsTwoAndWhatLiesInItIsNothing() {
        assertEquals(
                List.of(new Span(1_000_000, 2_000_000), new Span(3_000_000, 4_000_000)),
                filmed.of(1_000_000, 4_000_000));
        assertEquals(List.of(), filmed.of(2_200_000, 2_900_000));
        assertEquals(List.of(new Span(0, 1_000_000)), filmed.of(-3, 1_000_000));
        assertEquals(List.of(new Span(4_000_000, 5_000_000)), filmed.of(4_000_000, 9_000_000));
        assertEquals(List.of(), filmed.of(6_000_000, 9_000_000));
    }

    @Test
    void theCurveIsLevelInAGap() {
        Grid grid = new Grid(10, 5, 10);
        float[] scores = {1, 1, 1, 1, 1, 1, 1};
        filmed.quiet(scores, grid);
        // Step g stands for (5 g + 5) / 10 s: 0.5, 1, 1.5, 2, 2.5, 3, 3.5.
        assertArrayEquals(new float[] {1, 1, 1, 0, 0, 1, 1}, scores);
    }
}
