package org.ictograph.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class ReelTest {
    private static final Path FIRST = Path.of("a.mpg");
    private static final Path SECOND = Path.of("b.mpg");

    /** Ten frames a second; every fourth is a key frame. */
    private static FrameIndex second(int frames) {
        long[] micros = new long[frames];
        boolean[] keys = new boolean[frames];
        for (int i = 0; i < frames; i++) {
            micros[i] = i * 100_000L;
            keys[i] = i % 4 == 0;
        }
        return new FrameIndex(micros, keys, frames * 100_000L);
    }

    private static Reel joined(long start) {
        return Reel.of(List.of(new Reel.Part(FIRST, second(10), 0), new Reel.Part(SECOND, second(5), start)));
    }

    @Test
    void oneFileKeepsItsOwnIndex() {
        FrameIndex index = second(10);
        assertSame(index, Reel.of(FIRST, index).index());
    }

    @Test
    void framesAreNumberedThroughAllFiles() {
        Reel reel = joined(1_000_000);
        assertEquals(15, reel.index().frames());
        assertEquals(1_500_000, reel.index().duration());
        assertEquals(1_100_000, reel.index().microsOf(11));
        assertEquals(10, reel.index().frameAt(1_050_000));
        assertEquals(10, reel.index().keyAtOrBefore(13));
        assertEquals(14, reel.index().keyAtOrBefore(14));
        assertEquals(0, reel.pieceOf(9));
        assertEquals(1, reel.pieceOf(10));
        assertTrue(reel.index().gaps().isEmpty());
    }

    @Test
    void timeBetweenFilesIsAGap() {
        Reel reel = joined(61_000_000);
        assertEquals(SpanSet.of(new Span(1_000_000, 61_000_000)), reel.index().gaps());
        assertEquals(9, reel.index().frameAt(30_000_000), "the last picture stands");
        assertEquals(1_000_000, reel.index().endOf(9), "but was not filmed on");
        assertEquals(Optional.of(new Span(1_000_000, 61_000_000)), reel.index().gapAt(30_000_000));
        assertEquals(Optional.empty(), reel.index().gapAt(61_000_000));
        assertEquals(61_100_000, reel.index().endOf(10));
    }

    @Test
    void whereAFileIsMissingThereIsAGap() {
        Reel reel = Reel.of(List.of(new Reel.Part(SECOND, second(5), 1_000_000)), 3_000_000);
        assertEquals(
                SpanSet.of(new Span(0, 1_000_000), new Span(1_500_000, 3_000_000)),
                reel.index().gaps());
        assertEquals(3_000_000, reel.index().duration());
        assertEquals(1_500_000, reel.index().endOf(4), "the last picture is not shown on");
        assertEquals(0, reel.index().frameAt(500_000));
    }

    @Test
    void aFileThatIsSaidToStartTooEarlyIsMovedOn() {
        assertEquals(1_000_000, joined(990_000).pieces().get(1).start());
        assertTrue(joined(1_040_000).index().gaps().isEmpty(), "less than half a frame is the clock's rounding");
    }

    @Test
    void theFirstFileStartsTheClock() {
        assertThrows(IllegalArgumentException.class, () -> Reel.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Reel.of(List.of(new Reel.Part(FIRST, second(1), 5))));
    }

    @Test
    void aStatedRateReplacesBrokenStamps() {
        FrameIndex ntsc = second(31).at(new FrameRate(30_000, 1001));
        assertEquals(33_367, ntsc.microsOf(1));
        assertEquals(1_001_000, ntsc.microsOf(30));
        assertEquals(28, ntsc.keyAtOrBefore(30));
        assertEquals(new FrameRate(25, 1), FrameRate.parse(" 25 "));
        assertEquals("30000/1001", FrameRate.parse("30000/1001").toString());
        assertThrows(IllegalArgumentException.class, () -> FrameRate.parse("25.0.0"));
        assertThrows(IllegalArgumentException.class, () -> FrameRate.parse("0"));
    }
}
