package org.ictograph.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class FrameIndexTest {
    /** Five frames of a webcam: 40 ms apart, then one missing. */
    private static final long[] MICROS = {0, 40_000, 80_000, 160_000, 200_000};

    private static final boolean[] KEYS = {true, false, false, true, false};
    private final FrameIndex index = new FrameIndex(MICROS, KEYS, 240_000, new long[] {900, 2500}, SpanSet.EMPTY);

    @Test
    void aFrameIsOnScreenUntilTheNextStarts() {
        assertEquals(0, index.frameAt(-5));
        assertEquals(0, index.frameAt(0));
        assertEquals(0, index.frameAt(39_999));
        assertEquals(1, index.frameAt(40_000));
        assertEquals(2, index.frameAt(159_999));
        assertEquals(3, index.frameAt(160_000));
        assertEquals(4, index.frameAt(1_000_000));
        assertEquals(160_000, index.endOf(2));
        assertEquals(240_000, index.endOf(4));
        assertEquals(240_000, index.duration());
    }

    @Test
    void keyFramesAreFoundBackwards() {
        assertEquals(0, index.keyAtOrBefore(2));
        assertEquals(3, index.keyAtOrBefore(3));
        assertEquals(3, index.keyAtOrBefore(4));
        assertTrue(index.isKey(3));
        assertFalse(index.isKey(4));
        assertEquals(2, index.keys());
        assertEquals(1, index.keyNumber(4));
        assertEquals(2500, index.keyStamp(1));
        assertTrue(index.seekable());
    }

    @Test
    void withoutKeyFramesEverythingStartsAtTheFirst() {
        FrameIndex plain = new FrameIndex(MICROS, new boolean[5], 240_000);
        assertEquals(0, plain.keyAtOrBefore(4));
        assertEquals(-1, plain.keyNumber(4));
        assertFalse(plain.seekable());
    }

    @Test
    void clipsSampleByTimeSoALateFrameIsRepeated() {
        assertEquals(List.of(0, 1, 2, 2, 3, 4), index.sampled(0, 6, 25));
        assertEquals(List.of(1, 2, 3), index.sampled(40_000, 3, 16));
    }

    @Test
    void longClipsDoNotDrift() {
        long[] micros = new long[18_000];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = Math.round(i * 1e6 / 30);
        }
        FrameIndex tenMinutes = new FrameIndex(micros, new boolean[micros.length], 600_000_000);
        List<Integer> sampled = tenMinutes.sampled(0, micros.length, 30);
        for (int i = 0; i < micros.length; i++) {
            assertEquals(i, sampled.get(i));
        }
    }

    @Test
    void refusesTimesThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new FrameIndex(new long[0], new boolean[0], 1));
        assertThrows(IllegalArgumentException.class, () -> new FrameIndex(new long[] {1}, new boolean[1], 2));
        assertThrows(IllegalArgumentException.class, () -> new FrameIndex(MICROS, KEYS, 200_000));
        assertThrows(
                IllegalArgumentException.class,
                () -> new FrameIndex(MICROS, KEYS, 240_000, new long[1], SpanSet.EMPTY));
    }
}
