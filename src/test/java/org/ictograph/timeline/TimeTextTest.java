package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final FrameTimes FRAMES = new SteadyFrames(30_000, 40_000);

    @Test
    void writesTimes() {
        assertEquals("00:12:04.233", TimeText.clock(724_233_999));
        assertEquals("27:46:40.000", TimeText.clock(100_000_000_000L));
        assertEquals("00:12:04.2", TimeText.shortClock(724_299_999));
        assertEquals("12.400 s", TimeText.length(12_400_000));
        assertEquals("21\u202f727", TimeText.frame(21_727));
    }

    @Test
    void writesTheTimeOfDayAtTheLab() {
        Instant start = Instant.parse("2026-02-01T13:00:00Z");
        assertEquals("14:12:04", TimeText.wallClock(start, "Europe/Luxembourg", 724_000_000));
        assertEquals("13:12:04", TimeText.wallClock(start, "", 724_000_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f1234|49360000",
                "F 1,234|49360000",
                "f1\u202f234|49360000",
                "f1 234|49360000",
                "#0|0",
                "724.2|724200000",
                "724,2 s|724200000",
                "12:04.233|724233000",
                "00:12:04.233|724233000",
                "1:02:03.5|3723500000",
                " 90:00 |5400000000"
            })
    void readsWhatPeopleType(String typed, long micros) {
        assertEquals(OptionalLong.of(micros), TimeText.parse(typed, FRAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "f30000", "f", "f99999999999", "1:2:3:4", "-5", "12::4", "99999999999"})
    void refusesTheRest(String typed) {
        assertEquals(OptionalLong.empty(), TimeText.parse(typed, FRAMES));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 59_999_000, 3_600_000_000L, 35_999_999_000L})
    void readsWhatItWrites(long micros) {
        assertEquals(OptionalLong.of(micros), TimeText.parse(TimeText.clock(micros)));
    }

    @Test
    void findsTheNearestFrame() {
        assertEquals(40_000, FRAMES.nearest(59_999));
        assertEquals(80_000, FRAMES.nearest(60_001));
        assertEquals(29_999 * 40_000L, FRAMES.nearest(Long.MAX_VALUE / 2));
    }
}
