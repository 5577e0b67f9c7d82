package org.ictograph.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightScheduleTest {
    @Test
    void theLightsAreOnFromOnToOff() {
        assertTrue(LightSchedule.STANDARD.isLight(LocalTime.of(7, 0)));
        assertTrue(LightSchedule.STANDARD.isLight(LocalTime.of(18, 59)));
        assertFalse(LightSchedule.STANDARD.isLight(LocalTime.of(19, 0)));
        assertFalse(LightSchedule.STANDARD.isLight(LocalTime.of(3, 0)));
    }

    @Test
    void dayAndNightCanBeTurnedRound() {
        LightSchedule reversed = LightSchedule.parse("22:00-10:00");
        assertTrue(reversed.isLight(LocalTime.of(23, 0)));
        assertTrue(reversed.isLight(LocalTime.MIDNIGHT));
        assertFalse(reversed.isLight(LocalTime.of(10, 0)));
        assertEquals("22:00 - 10:00", reversed.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "07:00", "07:00 - 24:00", "07:00 - 07:00", "7:00 - 19:00 - 3:00", "on - off"})
    void whatIsNoScheduleIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LightSchedule.parse(text));
    }
}
