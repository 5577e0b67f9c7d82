package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write-ahead log that does not belong to its file is noticed before it is mixed into it. */
class StaleLogTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    @Test
    void yesterdaysFileWithTodaysLogIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        byte[] yesterday = Files.readAllBytes(file);
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            for (int i = 0; i < 40; i++) {
                lab.edit(store);
            }
        }
        Path crashed = folder.resolve("crashed.icto");
        Path log = folder.resolve("crashed.icto-wal");
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            lab.edit(store);
            Files.copy(folder.resolve("study.icto-wal"), log);
        }
        Files.write(crashed, yesterday);
        byte[] before = Files.readAllBytes(log);
        StoreException told = assertThrows(StoreException.class, () -> new SqliteStudyFiles().open(crashed));
        assertEquals(StoreException.Trouble.DAMAGED, told.trouble(), told.getMessage());
        assertArrayEquals(yesterday, Files.readAllBytes(crashed));
        assertArrayEquals(before, Files.readAllBytes(log));
    }

    /** The journal that a crash in the middle of a change leaves beside a study in a shared folder. */
    private static void leaveJournal(Path file, Path journal) throws Exception {
        try (Connection writer = StudyConnection.open(file, false, Journal.SHARED)) {
            Sql.run(writer, "PRAGMA synchronous = OFF");
            Sql.run(writer, "BEGIN");
            for (String trigger : Sql.list(
                    writer, row -> row.getString(1), "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                Sql.run(writer, "DROP TRIGGER " + trigger);
            }
            Sql.run(writer, "DELETE FROM edit_log");
            Files.copy(Path.of(file + "-journal"), journal);
            Sql.run(writer, "ROLLBACK");
        }
    }

    @Test
    void aJournalInASharedFolderIsTakenBackWhenItFitsAndRefusedWhenNot() throws Exception {
        Files.createDirectory(folder.resolve(".stfolder"));
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        byte[] yesterday = Files.readAllBytes(file);
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            for (int i = 0; i < 40; i++) {
                lab.edit(store);
            }
        }
        Path journal = folder.resolve("crashed.icto-journal");
        leaveJournal(file, journal);
        Path crashed = Files.write(folder.resolve("crashed.icto"), yesterday);
        byte[] before = Files.readAllBytes(journal);
        StoreException told = assertThrows(StoreException.class, () -> new SqliteStudyFiles().open(crashed));
        assertEquals(StoreException.Trouble.DAMAGED, told.trouble(), told.getMessage());
        assertArrayEquals(yesterday, Files.readAllBytes(crashed));
        assertArrayEquals(before, Files.readAllBytes(journal));

        Files.copy(file, crashed, StandardCopyOption.REPLACE_EXISTING);
        try (StudyStore store = new SqliteStudyFiles().open(crashed)) {
            assertEquals(43, store.head().sequence());
        }
        assertFalse(Files.exists(journal));
    }
}
