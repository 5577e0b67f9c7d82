package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Verb;
import org.ictograph.store.Salvaged;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a damaged study everything sound goes into a new one, and what does not is told. */
class SalvageTest {
    private static final int PAGE = 4096;

    private final Lab lab = new Lab();
    private final SqliteStudyFiles files = new SqliteStudyFiles();

    @TempDir
    private Path folder;

    private Path file;
    private Path saved;
    private long edits;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("study.icto");
        saved = folder.resolve("saved.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
            edits = store.head().sequence();
        }
    }

    @Test
    void ofASoundStudyNothingIsLost() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Salvaged salvaged = salvage();
        assertTrue(salvaged.whole(), salvaged.sentences()::toString);
        assertEquals(edits, salvaged.proven());
        assertArrayEquals(before, Files.readAllBytes(file), "the damaged file is only read");
        try (StudyStore store = files.open(saved);
                StudyStore old = files.open(file)) {
            assertEquals(old.study(), store.study());
            assertEquals(old.log(0, 100), store.log(0, 100).subList(0, (int) edits), "the same chain");
            LogEntry last = store.log(edits, 1).get(0);
            assertEquals(Verb.SALVAGE, last.edit().verb());
            assertTrue(
                    last.edit().reason().startsWith("salvaged from study.icto."),
                    last.edit().reason());
        }
    }

    @Test
    void anEntryThatWasChangedIsLeftOutAndTheRestIsKept() throws Exception {
        tamper("UPDATE edit_log SET changes = replace(changes, 'wild running', 'tame running') WHERE sequence = 5");
        Salvaged salvaged = salvage();
        assertEquals(4, salvaged.proven());
        assertEquals(1, salvaged.lost());
        assertTrue(told(salvaged, "Entry 5 of the edit log was changed after it was written; it was left out."));
        assertEquals("wild running", label(), "the value of the table, which nobody changed");
        assertSound();
    }

    @Test
    void whatALogCutShortDoesNotTellComesFromTheTables() throws Exception {
        tamper("DELETE FROM edit_log WHERE sequence = " + edits);
        Salvaged salvaged = salvage();
        assertEquals(edits - 1, salvaged.proven());
        assertEquals(1, salvaged.fromTables());
        try (StudyStore store = files.open(saved)) {
            assertEquals(List.of(lab.receipt), store.receipts());
        }
        assertSound();
    }

    @Test
    void whereTheLogIsWholeAChangedTableIsNotBelieved() throws Exception {
        tamper("UPDATE mark SET label = 'tame running' WHERE id = '" + lab.mark.id() + "'");
        assertTrue(salvage().whole());
        assertEquals("wild running", label());
    }

    @Test
    void withoutItsBeginningAStudyIsMadeOfItsTables() throws Exception {
        tamper("DELETE FROM edit_log");
        Salvaged salvaged = salvage();
        assertEquals(0, salvaged.proven());
        assertEquals("wild running", label());
        assertSound();
    }

    @Test
    void anyPageMayBeGarbage() throws Exception {
        long pages = Files.size(file) / PAGE;
        byte[] whole = Files.readAllBytes(file);
        int tries = 0;
        int saves = 0;
        for (long page = 1; page < pages; page += 4) {
            tries++;
            Files.write(file, whole);
            byte[] garbage = new byte[PAGE];
            new Random(page).nextBytes(garbage);
            write(page * PAGE, garbage);
            try {
                salvage();
                assertSound();
                Files.delete(saved);
                saves++;
            } catch (StoreException refused) {
                assertFalse(Files.exists(saved));
                assertTrue(String.valueOf(refused.getMessage()).endsWith("."), refused.getMessage());
            }
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(
                        List.of(),
                        left.filter(path -> path.getFileName().toString().startsWith("."))
                                .toList());
            }
        }
        assertTrue(saves > tries / 2, saves + " of " + tries);
    }

    @Test
    void aFileCutOffGivesWhatItStillHas() throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() - PAGE);
        }
        assertThrows(StoreException.class, () -> files.open(file).close());
        Salvaged salvaged = salvage();
        assertTrue(salvaged.proven() + salvaged.found() + salvaged.fromTables() > 0, salvaged.sentences()::toString);
        assertSound();
    }

    @Test
    void refusals() throws Exception {
        Path text = Files.writeString(folder.resolve("text.icto"), "no study");
        assertThrows(StoreException.class, () -> files.salvage(text, saved, Progress.NONE));
        assertThrows(StoreException.class, () -> files.salvage(file, text, Progress.NONE));
        assertThrows(StoreException.class, () -> files.salvage(folder.resolve("none.icto"), saved, Progress.NONE));
        try (StudyStore open = files.open(file)) {
            assertTrue(open.head().sequence() > 0);
            StoreException held = assertThrows(StoreException.class, this::salvage);
            assertEquals(StoreException.Trouble.HELD, held.trouble());
        }
        assertFalse(Files.exists(saved));
    }

    private Salvaged salvage() throws StoreException {
        return files.salvage(file, saved, Progress.NONE);
    }

    private static boolean told(Salvaged salvaged, String sentence) {
        return salvaged.sentences().contains(sentence);
    }

    private String label() throws StoreException {
        try (StudyStore store = files.open(saved)) {
            return store.marks(Viewer.PROGRAM, lab.recording.id()).stream()
                    .filter(mark -> mark.id().equals(lab.mark.id()))
                    .findFirst()
                    .orElseThrow()
                    .label();
        }
    }

    private void assertSound() throws StoreException {
        try (StudyStore store = files.open(saved)) {
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    private void write(long at, byte[] bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write(bytes);
        }
    }

    /** Changes the file as another program can that knows how. */
    private void tamper(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String trigger : Sql.list(
                    connection, row -> row.getString(1), "SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
                statement.executeUpdate("DROP TRIGGER " + trigger);
            }
            statement.executeUpdate(sql);
        }
    }
}
