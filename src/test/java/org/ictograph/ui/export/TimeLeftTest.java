package org.ictograph.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void theTimeLeftFollowsThePace() {
        TimeLeft left = new TimeLeft(0, 0.5);
        assertEquals(Optional.empty(), left.at(0, 5 * SECOND));
        assertEquals(Optional.empty(), left.at(0.005, 6 * SECOND));
        assertEquals(30, left.at(0.25, 15 * SECOND).orElseThrow(), 1e-9);
    }

    /** Half was cut by an earlier run and is found in a second: what counts is the pace after that. */
    @Test
    void whatAnEarlierRunDidIsNoPace() {
        TimeLeft left = new TimeLeft(0.4, 0.5);
        assertEquals(Optional.empty(), left.at(0, 0));
        assertEquals(Optional.empty(), left.at(0.4, SECOND));
        assertEquals(50, left.at(0.5, 11 * SECOND).orElseThrow(), 1e-9);
    }

    /** A frame that shows nothing comes to light when all clips are cut: the export begins anew and finds them. */
    @Test
    void whatIsKeptWhenAnExportBeginsAnewIsNoPace() {
        TimeLeft left = new TimeLeft(0, 0.6);
        assertEquals(Optional.empty(), left.at(0, 0));
        assertEquals(20, left.at(0.8, 80 * SECOND).orElseThrow(), 1e-9);
        assertEquals(Optional.empty(), left.at(0.1, 81 * SECOND));
        assertEquals(Optional.empty(), left.at(0.6, 83 * SECOND));
        assertEquals(30, left.at(0.7, 93 * SECOND).orElseThrow(), 1e-9);
    }
}
