package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row of the edit log in the bytes that its hash covers. */
class WrittenRowTest {
    private static final String RATER = "5f0c7a1e-0000-4000-8000-000000000001";
    private static final String PREVIOUS = "a".repeat(64);

    private static LogRow row(String reason, String openedAfter) {
        return new LogRow(
                7,
                RATER,
                "2026-11-26T10:00:00Z",
                "Europe/Zürich",
                "3",
                "CHANGE_SUBJECT",
                "[{\"name\":\"Ratte Ä 😀\"}]",
                reason,
                openedAfter,
                openedAfter.isEmpty() ? "" : "250",
                "",
                PREVIOUS,
                "");
    }

    /** Computed by {@code hashlib.sha256} of Python 3 over the lines that are named here. */
    @Test
    void theHashCoversThePreviousHashAndTheValuesOneALine() {
        assertEquals(
                "c910132ceef4e1f18803ba8c40dde267007da78c5089a43790156423bdb17417",
                row("", "").sealed().hash());
        assertEquals(
                "0cb961171c8745cd207e2b2416d15501b9c3cbfb878b46ca6d5795c65ff8e409",
                row("a slip,\nseen later", "5").sealed().hash());
    }

    @Test
    void allValuesComeBack() {
        for (LogRow row : new LogRow[] {
            row("", "").sealed(),
            row("a slip,\nseen later\n", "5").sealed(),
            row("\n", "").sealed()
        }) {
            WrittenRow written = WrittenRow.of(row);
            assertEquals(row, written.row());
            assertEquals(7, written.sequence());
            assertTrue(written.intact());
            assertTrue(written.follows(PREVIOUS));
        }
    }

    @Test
    void aRowFollowsTheOneWhoseHashItNames() {
        WrittenRow one = WrittenRow.of(row("", "").sealed());
        LogRow next = new LogRow(
                        8,
                        RATER,
                        "2026-11-26T10:00:00Z",
                        "UTC",
                        "",
                        "CHANGE_SUBJECT",
                        "[]",
                        "",
                        "5",
                        "9",
                        "",
                        one.row().hash(),
                        "")
                .sealed();
        assertTrue(WrittenRow.of(next).follows(one));
        assertFalse(one.follows(WrittenRow.of(next)));
        assertFalse(one.follows(one));
    }

    @Test
    void whatIsReadFromATableIsWhatWasWritten() throws SQLException {
        LogRow row = row("a slip,\nseen later", "5").sealed();
        assertEquals(row, read(row, "").orElseThrow().row());
        assertTrue(read(row, "").orElseThrow().intact());
        assertFalse(read(row, "UPDATE edit_log SET verb = 'ADD_SUBJECT'")
                .orElseThrow()
                .intact());
        assertFalse(read(row, "UPDATE edit_log SET hash = upper(hash)")
                .orElseThrow()
                .intact());
        assertFalse(read(row, "UPDATE edit_log SET hash = ''").orElseThrow().intact());
    }

    @Test
    void aSpoiledRowWhoseLinesDoNotTellItsValuesApartIsNotGuessedAt() throws SQLException {
        LogRow row = row("", "").sealed();
        assertEquals(Optional.empty(), read(row, "UPDATE edit_log SET zone = NULL"));
        assertEquals(Optional.empty(), read(row, "UPDATE edit_log SET zone = 'Europe' || char(10) || 'Zürich'"));
        assertEquals(Optional.empty(), read(row, "UPDATE edit_log SET changes = NULL"));
        assertEquals(Optional.empty(), read(row, "UPDATE edit_log SET reason = NULL"));
    }

    private static Optional<WrittenRow> read(LogRow row, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE edit_log (sequence INTEGER, rater_id, made_at, zone, undoes, verb, changes, reason,"
                            + " opened_after, elapsed_millis, origin, previous_hash, hash)");
            new EditLog(connection).keep(row);
            if (!change.isEmpty()) {
                statement.execute(change);
            }
            try (ResultSet read = statement.executeQuery("SELECT " + WrittenRow.COLUMNS + " FROM edit_log")) {
                read.next();
                return WrittenRow.read(read);
            }
        }
    }
}
