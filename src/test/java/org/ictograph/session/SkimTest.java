package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class SkimTest {
    private static ScoreTrack track(String label, Float... values) {
        return new ScoreTrack(UUID.randomUUID(), UUID.randomUUID(), label, 0, 1_000_000, List.of(values));
    }

    @Test
    void slowsAroundTimeInWhichAnyCageMoves() {
        Skim skim = Skim.over(
                List.of(
                        track(ScoreTrack.MOTION, 0f, 0f, 0f, 0.5f, 0.2f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0.3f),
                        track(ScoreTrack.MOTION, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0.9f),
                        track("seizure", 1f, 1f)),
                0.3,
                16,
                1);
        assertEquals(
                SpanSet.of(
                        new Span(1_500_000, 5_500_000),
                        new Span(6_500_000, 10_500_000),
                        new Span(12_500_000, 16_500_000)),
                skim.moving());
        assertEquals(16, skim.speedAt(1_499_999));
        assertEquals(1, skim.speedAt(1_500_000));
        assertEquals(16, skim.speedAt(5_500_000));
    }

    /** The noise of the camera alone gives 0.31 to 0.35; energies add up, so 0.3 above that lies at about 0.46. */
    @Test
    void noiseThatIsAlwaysThereIsRest() {
        List<Float> values = IntStream.range(0, 100)
                .mapToObj(i -> i == 40 ? 0.45f : i == 70 ? 0.5f : 0.31f + 0.01f * (i % 5))
                .toList();
        ScoreTrack night =
                new ScoreTrack(UUID.randomUUID(), UUID.randomUUID(), ScoreTrack.MOTION, 0, 1_000_000, values);
        assertEquals(
                SpanSet.of(new Span(68_500_000, 72_500_000)),
                Skim.over(List.of(night), 0.3, 16, 1).moving());
    }

    @Test
    void nothingThatMovesIsRushedInto() {
        Skim skim = new Skim(SpanSet.of(new Span(5_000_000, 6_000_000)), 32, 0.5);
        assertEquals(5_000_000, skim.slowedOn(4_000_000, 5_200_000));
        assertEquals(4_500_000, skim.slowedOn(4_000_000, 4_500_000));
        assertEquals(5_900_000, skim.slowedOn(5_000_000, 5_900_000), "inside it goes on");
    }

    @Test
    void boundsAreKept() {
        assertThrows(IllegalArgumentException.class, () -> new Skim(SpanSet.EMPTY, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new Skim(SpanSet.EMPTY, 16, 5));
    }
}
