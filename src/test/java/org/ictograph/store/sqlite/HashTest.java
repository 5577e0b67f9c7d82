package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.ictograph.model.ScoreTrack;
import org.junit.jupiter.api.Test;

/** The hashes as anybody can compute them from their description; the numbers were made with Python's hashlib. */
class HashTest {
    private static final String SEED = "f7a3bbc1ce4292428f562afb9da6feb29d039ac6cde03dab9b1fd47798ffb371";

    @Test
    void theSeedIsMadeOfTheStudy() {
        assertEquals(SEED, LogRow.seed("00000000-0000-0000-0000-000000000001", "Kainat ä"));
    }

    @Test
    void aRowIsSealedWithTheHashBefore() {
        LogRow row = row("new\nhand", "0", "1500");
        assertFalse(row.intact());
        assertEquals(
                "199f4ae1b9165dd67ac8c3d0df1a90f16345c447f0c95653f9073c21df4c1874",
                row.sealed().hash());
        assertTrue(row.sealed().intact());
    }

    @Test
    void aRowOfAnOldFileIsSealedWithoutWhatItDoesNotHave() {
        assertEquals(
                "0e38635919aae6a8e9795c7021922dbdbf2fad39078113ac1d5aa199444dcf83",
                row("", "", "").sealed().hash());
    }

    private static LogRow row(String reason, String openedAfter, String elapsedMillis) {
        return new LogRow(
                1,
                "00000000-0000-0000-0000-000000000002",
                "2026-03-29T00:59:59Z",
                "Europe/Luxembourg",
                "",
                "ADD_RATER",
                "[{\"table\":\"rater\"}]",
                reason,
                openedAfter,
                elapsedMillis,
                "",
                SEED,
                "");
    }

    @Test
    void tracksAreHashedInOrderOfCageAndLabel() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", TracksHash.of(List.of()));
        assertEquals(
                "7fb8640ec0a8a0641e70936b8a737a9bf3eb9b456550741d6cf561cd75fc9d72",
                TracksHash.of(List.of(
                        track(0xb, "motion", 0, 1, List.of()),
                        track(0xa, "seizure", 0, 500_000, List.of(0f, 0.25f, 1f)),
                        track(0xa, "motion", -1, 40_000, List.of(0.1f)))));
    }

    private static ScoreTrack track(long cage, String label, long start, long step, List<Float> values) {
        return new ScoreTrack(UUID.randomUUID(), new UUID(0, cage), label, start, step, values);
    }
}
