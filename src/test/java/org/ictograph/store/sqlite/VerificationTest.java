package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ictograph.model.Edit;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed behind the program's back is found and told with its place. */
class VerificationTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE edit_log SET rater_id = rater_id WHERE sequence = 2",
                "DELETE FROM edit_log WHERE sequence = 9",
                "INSERT OR REPLACE INTO edit_log SELECT * FROM edit_log WHERE sequence = 9",
                "INSERT INTO edit_log (sequence, rater_id, made_at, zone, verb, changes, previous_hash, hash)"
                        + " SELECT 11, rater_id, made_at, zone, verb, changes, previous_hash, substr(hash || 'x', 2)"
                        + " FROM edit_log WHERE sequence = 9"
            })
    void theLogIsAppendOnly(String attack) throws Exception {
        SQLException refusal = assertThrows(SQLException.class, () -> tamper(attack));
        assertTrue(String.valueOf(refusal.getMessage()).contains("append-only"), refusal.getMessage());
        assertEquals(List.of(), verify());
    }

    @Test
    void aChangedEntryIsFound() throws Exception {
        tamperWithLog(
                "UPDATE edit_log SET changes = replace(changes, 'wild running', 'tame running') WHERE sequence = 5");
        assertEquals(
                List.of(
                        "Entry 5 of the edit log was changed after it was written.",
                        "Table mark holds other values for " + lab.mark.id() + " than the edit log."),
                verify());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "made_at = '1999-01-01T00:00:00Z'",
                "zone = 'UTC'",
                "zone = zone || char(10)",
                "zone = char(10) || zone",
                "undoes = 4",
                "verb = 'ADD_MARK'",
                "origin = printf('%.64c', char(10))",
                "reason = char(10)"
            })
    void everyColumnOfAnEntryCounts(String change) throws Exception {
        tamperWithLog("UPDATE edit_log SET " + change + " WHERE sequence = 5");
        assertEquals(List.of("Entry 5 of the edit log was changed after it was written."), verify());
    }

    @Test
    void aMissingEntryIsFound() throws Exception {
        tamperWithLog("DELETE FROM edit_log WHERE sequence = 6");
        assertEquals(
                List.of(
                        "The edit log has no entry 6; entry 7 follows.",
                        "Table mark holds " + lab.bensMark.id() + ", which the edit log does not know."),
                verify());
    }

    @Test
    void aLogCutShortIsFound() throws Exception {
        tamperWithLog("DELETE FROM edit_log WHERE sequence = 9");
        assertEquals(
                List.of("Table export_receipt holds " + lab.receipt.id() + ", which the edit log does not know."),
                verify());
    }

    @Test
    void entriesInAnotherOrderAreFound() throws Exception {
        tamperWithLog("""
                UPDATE edit_log SET sequence = 100 WHERE sequence = 6;
                UPDATE edit_log SET sequence = 6 WHERE sequence = 7;
                UPDATE edit_log SET sequence = 7 WHERE sequence = 100""");
        List<String> faults = verify();
        assertTrue(faults.contains("Entry 6 of the edit log does not follow the entry before it."), faults::toString);
        assertTrue(faults.contains("Entry 6 of the edit log was changed after it was written."), faults::toString);
    }

    @Test
    void changedTablesAreFound() throws Exception {
        tamper("UPDATE mark SET end_micros = end_micros + 1 WHERE id = '" + lab.bensMark.id() + "'");
        tamper("DELETE FROM decision");
        tamper("INSERT INTO rater (id, name) VALUES ('00000000-0000-0000-0000-000000000000', 'Nobody')");
        tamper("UPDATE score_track SET scores = zeroblob(length(scores))");
        assertEquals(
                List.of(
                        "Table rater holds 00000000-0000-0000-0000-000000000000, which the edit log does not know.",
                        "Table mark holds other values for " + lab.bensMark.id() + " than the edit log.",
                        "Table decision lacks " + lab.decision.id() + ", which the edit log has.",
                        "The score tracks of run " + lab.run.id() + " (rhythm-1) are not those that it left."),
                verify());
    }

    @Test
    void anotherNameOfTheStudyIsFound() throws Exception {
        tamper("UPDATE study SET name = 'Placebo'");
        assertEquals(List.of("Entry 1 of the edit log does not follow the entry before it."), verify());
    }

    /** A forger who can hash gives an entry another past and seals it and all that follow anew. */
    @Test
    void aForgedPastIsFoundAlthoughItsChainIsWhole() throws Exception {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            lab.commit(store, Edit.removing(Verb.DELETE_MARK, lab.consensus));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.run(connection, "DROP TRIGGER edit_log_keeps_rows");
            LogRow last = new EditLog(connection).after(9, 1).get(0);
            JsonNode json = last.json().put("changes", last.changes().replace("\"seizure\"", "\"nothing\""));
            LogRow forged = LogRow.of(json).sealed();
            Sql.update(
                    connection,
                    "UPDATE edit_log SET changes = ?, hash = ? WHERE sequence = 10",
                    forged.changes(),
                    forged.hash());
        }
        List<String> faults = verify();
        assertTrue(
                faults.contains("Entry 10 of the edit log cannot be followed: the mark " + lab.consensus.id()
                        + " was not as it says at the time."),
                faults::toString);
    }

    @Test
    void aLostReferenceIsFound() throws Exception {
        tamper("DELETE FROM subject");
        List<String> faults = verify();
        assertTrue(faults.contains("Row 1 of table cage refers to a subject that is not there."), faults::toString);
    }

    @Test
    void aLostTriggerIsFound() throws Exception {
        tamper("DROP TRIGGER edit_log_keeps_rows");
        tamper("DROP INDEX mark_in_recording");
        assertEquals(
                List.of(
                        "The file lacks the index mark_in_recording.",
                        "The file lacks the trigger edit_log_keeps_rows."),
                verify());
    }

    @Test
    void unreadableEntriesAreToldNotThrown() throws Exception {
        tamperWithLog("UPDATE edit_log SET changes = '[{\"table\":\"mouse\"}]' WHERE sequence = 5");
        List<String> faults = verify();
        assertEquals("Entry 5 of the edit log was changed after it was written.", faults.get(0));
        assertTrue(faults.get(1).startsWith("Entry 5 of the edit log cannot be followed:"), faults::toString);
    }

    @Test
    void itStopsWhenAsked() throws Exception {
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            assertThrows(CancellationException.class, () -> store.verify(stopped));
        }
    }

    private List<String> verify() throws Exception {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            return store.verify(Progress.NONE);
        }
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Takes the triggers away, does the deed and puts them back, as a forger would. */
    private void tamperWithLog(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> triggers = new ArrayList<>();
            for (String part : List.of("edit_log_keeps_rows", "edit_log_keeps_all_rows", "edit_log_has_no_gaps")) {
                triggers.add(statement
                        .executeQuery("SELECT sql FROM sqlite_schema WHERE name = '" + part + "'")
                        .getString(1));
                statement.executeUpdate("DROP TRIGGER " + part);
            }
            statement.executeUpdate(sql);
            for (String trigger : triggers) {
                statement.executeUpdate(trigger);
            }
        }
    }
}
