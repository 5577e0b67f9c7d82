package org.ictograph.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightScheduleTest {
    @Test
    void dayAndNightCanBeTurnedRound() {
        LightSchedule reversed = LightSchedule.parse("22:00-10:00");
        assertEquals(new LightSchedule(LocalTime.of(22, 0), LocalTime.of(10, 0)), reversed);
        assertEquals("22:00 - 10:00", reversed.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "07:00", "07:00 - 24:00", "07:00 - 07:00", "7:00 - 19:00 - 3:00", "on - off"})
    void whatIsNoScheduleIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LightSchedule.parse(text));
    }
}
