package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.ictograph.model.Edit;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be opened or made is refused in a sentence, and left as it is. */
class RefusalTest {
    private final Lab lab = new Lab();
    private final SqliteStudyFiles files = new SqliteStudyFiles();

    @TempDir
    private Path folder;

    @Test
    void textAndGarbageAreNoStudies() throws Exception {
        Path file = folder.resolve("notes.icto");
        for (byte[] content : List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.UTF_8),
                "onset,offset\n1,2\n".repeat(500).getBytes(StandardCharsets.UTF_8),
                new byte[5000],
                Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.UTF_8), 16))) {
            Files.write(file, content);
            assertEquals(file + " is not an Ictograph study. It was left as it is.", refusedUnchanged(file));
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsNoStudy() throws Exception {
        Path file = folder.resolve("places.sqlite");
        sql(file, "CREATE TABLE mark (id TEXT)");
        assertEquals(file + " is not an Ictograph study. It was left as it is.", refusedUnchanged(file));
    }

    @Test
    void aNewerFileIsLeftToTheNewerProgram() throws Exception {
        Path file = made();
        sql(file, "PRAGMA user_version = 99");
        assertEquals(
                file + " was made by a newer Ictograph (file version 99, this program knows "
                        + Migrations.STANDARD.newest() + "). Install the newer"
                        + " program; the file was left as it is.",
                refusedUnchanged(file));
    }

    @Test
    void aDamagedFileIsLeftAsItIs() throws Exception {
        Path file = made();
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(3 * 4096L);
            content.write(new byte[4096]);
        }
        String refusal = refusedUnchanged(file);
        assertTrue(refusal.startsWith("The study file " + file + " is damaged"), refusal);
    }

    @Test
    void aTruncatedFileIsLeftAsItIs() throws Exception {
        Path file = made();
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));
        String refusal = refusedUnchanged(file);
        assertTrue(refusal.startsWith("The study file " + file + " is damaged"), refusal);
    }

    @Test
    void aTriggerOfSomebodyElseIsRefused() throws Exception {
        Path file = made();
        sql(file, "CREATE TRIGGER spy AFTER INSERT ON mark BEGIN DELETE FROM mark; END");
        String refusal = refusedUnchanged(file);
        assertTrue(refusal.contains("has a trigger spy, which is not part of a study"), refusal);
    }

    @Test
    void whatIsNotThereCannotBeOpened() {
        Path file = folder.resolve("none.icto");
        assertEquals("There is no study file " + file + ".", message(() -> files.open(file)));
        assertEquals("There is no study file " + folder + ".", message(() -> files.open(folder)));
        assertFalse(Files.exists(file));
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path file = folder.resolve("thesis.icto");
        Files.writeString(file, "precious");
        assertEquals(file + " exists already; open it, or choose another name.", message(() -> lab.create(file)));
        assertEquals("precious", Files.readString(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void aStudyNeedsAFolderThatCanBeWritten() throws Exception {
        Path nowhere = folder.resolve("no/such/study.icto");
        assertEquals("There is no folder for " + nowhere + "; make it first.", message(() -> lab.create(nowhere)));
        assertTrue(message(() -> lab.create(folder.resolve("x".repeat(300)))).contains("cannot be written"));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderOfTheSystemIsReadOnly() {
        Path file = Path.of("/proc/study.icto");
        assertEquals(
                file + " cannot be written; check the permissions of the file and of its folder.",
                message(() -> lab.create(file)));
    }

    @Test
    void aReadOnlyFolderIsToldAndLeftClean() throws Exception {
        Path file = made();
        assertTrue(folder.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(folder), "the administrator may write everywhere");
            String refusal = refusedUnchanged(file);
            assertTrue(refusal.contains("cannot be written"), refusal);
            assertTrue(message(() -> lab.create(folder.resolve("b.icto"))).contains("cannot be written"));
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void aStudyIsOpenOnlyOnce() throws Exception {
        Path file = made();
        try (StudyStore store = files.open(file)) {
            String refusal = file + " is already open in another window or program; close it there first.";
            assertEquals(refusal, message(() -> files.open(file)));
            String other = message(() -> new SqliteStudyFiles().open(file));
            assertTrue(other.contains(System.getProperty("user.name")), other);
            assertTrue(other.contains("has been writing in " + file + " since"), other);
            assertEquals(
                    other + "\n", Scribe.start(file).waitFor(), "the refused openings must not loosen our own lock");
            lab.commit(store, Edit.adding(Verb.CHANGE_SUBJECT, Subject.named("after")));
        }
        files.open(file).close();
    }

    private Path made() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
        return file;
    }

    private String refusedUnchanged(Path file) throws Exception {
        byte[] before = Files.readAllBytes(file);
        String message = message(() -> files.open(file));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(1, folder.toFile().list().length, "nothing is left beside it");
        return message;
    }

    private static String message(Attempt attempt) {
        return String.valueOf(
                assertThrows(StoreException.class, () -> attempt.make().close()).getMessage());
    }

    private interface Attempt {
        StudyStore make() throws StoreException;
    }

    private static void sql(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.run(connection, sql);
        }
    }
}
