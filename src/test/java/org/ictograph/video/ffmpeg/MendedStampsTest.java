package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;

class MendedStampsTest {
    private final PacketTable packets = new PacketTable();

    private void packet(long pts, long dts) {
        packets.add(pts, dts, 0, packets.size() == 0 ? avcodec.AV_PKT_FLAG_KEY : 0);
    }

    private MendedStamps mended(boolean withPts) {
        int[] shown = IntStream.range(0, packets.size()).toArray();
        return new MendedStamps(packets, shown, withPts, 40);
    }

    private long[] stamps(MendedStamps mended) {
        return IntStream.range(0, packets.size()).mapToLong(mended::stamp).toArray();
    }

    @Test
    void aReferenceFrameWithoutStampGetsTheTurnThatNobodyHas() {
        // As in a camcorder's program stream: I B B P B B P, the second P without its stamp.
        packet(9009, 0);
        packet(3003, 3003);
        packet(6006, 6006);
        packet(18018, 9009);
        packet(12012, 12012);
        packet(15015, 15015);
        packet(AV_NOPTS_VALUE, 18018);
        packet(21021, 21021);
        packet(24024, 24024);
        MendedStamps mended = mended(true);
        assertEquals(27027, mended.stamp(6));
        assertEquals(3003, mended.usual());
        assertTrue(mended.isMissing(6));
        assertTrue(mended.continuous());
    }

    @Test
    void aBidirectionalFrameWithoutStampIsShownWhenDecoded() {
        packet(9009, 0);
        packet(AV_NOPTS_VALUE, 3003);
        packet(6006, 6006);
        assertArrayEquals(new long[] {9009, 3003, 6006}, stamps(mended(true)));
    }

    @Test
    void aClockThatIsSetBackGoesOnFromTheFrameBefore() {
        for (int i = 0; i < 20; i++) {
            packet(100_000 + i * 40L, 100_000 + i * 40L);
        }
        for (int i = 0; i < 3; i++) {
            packet(i * 40L, i * 40L);
        }
        MendedStamps mended = mended(true);
        assertEquals(100_760, mended.stamp(19));
        assertEquals(100_800, mended.stamp(20));
        assertEquals(100_880, mended.stamp(22));
        assertFalse(mended.continuous());
        assertTrue(mended.isBackward(20));
        assertFalse(mended.isBackward(21));
    }

    @Test
    void withoutAnyStampFramesAreTheDeclaredDistanceApart() {
        packet(AV_NOPTS_VALUE, AV_NOPTS_VALUE);
        packet(AV_NOPTS_VALUE, AV_NOPTS_VALUE);
        packet(AV_NOPTS_VALUE, AV_NOPTS_VALUE);
        assertArrayEquals(new long[] {0, 40, 80}, stamps(mended(false)));
    }
}
