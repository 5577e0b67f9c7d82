package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every connection to a study file is set to. */
class StudyConnectionTest {
    @TempDir
    private Path folder;

    @Test
    void aLocalFileIsSafeAndExclusive() throws Exception {
        try (Connection connection = StudyConnection.open(folder.resolve("a.icto"), true, Journal.LOCAL)) {
            assertEquals("wal", setting(connection, "journal_mode"));
            assertEquals("2", setting(connection, "synchronous"), "FULL");
            assertSafe(connection);
        }
    }

    @Test
    void aFileOnAShareUsesARollbackJournalAndSyncsTheFolder() throws Exception {
        try (Connection connection = StudyConnection.open(folder.resolve("a.icto"), true, Journal.SHARED)) {
            assertEquals("delete", setting(connection, "journal_mode"));
            assertEquals("3", setting(connection, "synchronous"), "EXTRA");
            assertSafe(connection);
        }
    }

    private static void assertSafe(Connection connection) throws SQLException {
        assertEquals("exclusive", setting(connection, "locking_mode"));
        assertEquals("1", setting(connection, "foreign_keys"));
        assertEquals("0", setting(connection, "trusted_schema"));
        assertEquals("1", setting(connection, "cell_size_check"));
        assertEquals("0", setting(connection, "mmap_size"));
        assertEquals("2", setting(connection, "temp_store"), "memory");
        assertEquals("1", setting(connection, "fullfsync"));
        assertEquals("0", setting(connection, "busy_timeout"));
    }

    @Test
    void theMigrationsNameTheFile() throws Exception {
        try (Connection connection = StudyConnection.open(folder.resolve("a.icto"), true, Journal.LOCAL)) {
            Migrations.STANDARD.apply(connection);
            assertEquals("1229149263", setting(connection, "application_id"), "ICTO in ASCII");
            assertEquals(Integer.toString(Migrations.STANDARD.newest()), setting(connection, "user_version"));
            List<String> loose = Sql.list(
                    connection,
                    row -> row.getString("name"),
                    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
                            + " AND name NOT LIKE 'sqlite_%'");
            assertEquals(List.of(), loose, "all tables are strict");
        }
    }

    @Test
    void aShareAndALocalFileMayChangePlaces() throws Exception {
        Path file = folder.resolve("a.icto");
        StudyConnection.open(file, true, Journal.LOCAL).close();
        try (Connection connection = StudyConnection.open(file, false, Journal.SHARED)) {
            assertEquals("delete", setting(connection, "journal_mode"));
        }
        try (Connection connection = StudyConnection.open(file, false, Journal.LOCAL)) {
            assertEquals("wal", setting(connection, "journal_mode"));
        }
    }

    @Test
    void onlyTheOneWhoMakesAFileMakesIt() {
        Path file = folder.resolve("none.icto");
        assertThrows(SQLException.class, () -> StudyConnection.open(file, false, Journal.LOCAL));
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @CsvSource({"3.51.2, false", "3.50.9, false", "2.99.99, false", "3.51.3, true", "3.53.1, true", "4.0.0, true"})
    void anOldSqliteIsRefused(String version, boolean sound) {
        assertEquals(sound, StudyConnection.sound(version));
    }

    @ParameterizedTest
    @CsvSource({
        "ext4, LOCAL",
        "apfs, LOCAL",
        "NTFS, LOCAL",
        "overlay, LOCAL",
        "nfs4, SHARED",
        "cifs, SHARED",
        "smbfs, SHARED",
        "9p, SHARED",
        "fuse.sshfs, SHARED",
        "vboxsf, SHARED"
    })
    void theKindOfDiskDecides(String type, Journal journal) {
        assertEquals(journal, Journal.on(type));
    }

    @Test
    void lookingLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("a.icto");
        StudyConnection.open(file, true, Journal.LOCAL).close();
        byte[] before = Files.readAllBytes(file);
        try (Connection look = StudyConnection.look(file)) {
            assertEquals("0", setting(look, "user_version"));
            assertThrows(SQLException.class, () -> Sql.run(look, "CREATE TABLE t (a)"));
        }
        assertEquals(1, folder.toFile().list().length);
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(file)));
    }

    private static String setting(Connection connection, String pragma) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "PRAGMA " + pragma)
                .orElseThrow();
    }

    @Test
    void aDiskThatNobodyCanNameIsTakenForASharedOne(@TempDir Path folder) {
        assertEquals(Journal.SHARED, Journal.at(folder.resolve("not there")));
    }
}
