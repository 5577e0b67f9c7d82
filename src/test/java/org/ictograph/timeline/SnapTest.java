package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SnapTest {
    private static final Viewport VIEW = Viewport.whole(100_000_000, 1000);
    private final Snap snap = new Snap(LongStream.of(9_000_000, 2_000_000, 9_500_000));

    @Test
    void drawsToTheNearestTargetInReach() {
        assertEquals(OptionalLong.of(9_000_000), snap.near(9_200_000, VIEW, 6));
        assertEquals(OptionalLong.of(9_500_000), snap.near(9_300_000, VIEW, 6));
        assertEquals(OptionalLong.of(2_000_000), snap.near(1_400_000, VIEW, 6));
        assertEquals(OptionalLong.empty(), snap.near(1_399_000, VIEW, 6));
        assertEquals(OptionalLong.empty(), new Snap(LongStream.empty()).near(5, VIEW, 6));
    }

    @Test
    void elseToTheNearestFrame() {
        assertEquals(5_040_000, snap.orFrame(5_030_000, VIEW, 6, new SteadyFrames(1000, 40_000)));
        assertEquals(2_000_000, snap.orFrame(2_030_000, VIEW, 6, new SteadyFrames(1000, 40_000)));
    }
}
