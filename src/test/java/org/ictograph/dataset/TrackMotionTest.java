package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.ictograph.model.ScoreTrack;
import org.junit.jupiter.api.Test;

class TrackMotionTest {
    private static final UUID CAGE = Colony.id("cage");

    private static ScoreTrack track(long start, Float... values) {
        return new ScoreTrack(Colony.id("run"), CAGE, ScoreTrack.MOTION, start, 1_000_000, List.of(values));
    }

    @Test
    void theMeanIsOfTheValuesThatStartInside() {
        TrackMotion motion = new TrackMotion(List.of(track(500_000, 1f, 2f, 3f, 4f)));
        assertEquals(OptionalDouble.of(2.5), motion.mean(CAGE, Colony.seconds(1.5, 3.5)));
        assertEquals(OptionalDouble.of(1), motion.mean(CAGE, Colony.seconds(0, 1.5)));
        assertEquals(OptionalDouble.of(4), motion.mean(CAGE, Colony.seconds(3.1, 99)));
    }

    @Test
    void whereNothingWasMeasuredThereIsNoMean() {
        TrackMotion motion = new TrackMotion(List.of(track(0, 1f)));
        assertEquals(OptionalDouble.empty(), motion.mean(CAGE, Colony.seconds(1, 2)));
        assertEquals(OptionalDouble.empty(), motion.mean(Colony.id("other"), Colony.seconds(0, 1)));
    }

    @Test
    void theLatestMeasurementCounts() {
        TrackMotion motion = new TrackMotion(List.of(track(0, 1f), track(0, 5f)));
        assertEquals(OptionalDouble.of(5), motion.mean(CAGE, Colony.seconds(0, 1)));
    }
}
