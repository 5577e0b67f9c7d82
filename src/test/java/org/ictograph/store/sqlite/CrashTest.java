package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was told to be stored is stored, whatever happens to the program or the disk next. */
class CrashTest {
    private static final int KILLS = 6;

    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasToldIsLostWhenTheProgramIsKilled() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        Random random = new Random(7);
        long before = 3;
        for (int kill = 0; kill < KILLS; kill++) {
            long told;
            try (Scribe scribe = Scribe.start(file)) {
                told = scribe.killAfter(1 + random.nextInt(80));
            }
            assertTrue(told > before);
            assertTrue(Files.exists(folder.resolve("study.icto-wal")), "it was not closed");
            try (StudyStore store = new SqliteStudyFiles().open(file)) {
                List<LogEntry> found = store.log(told - 1, 10);
                assertEquals(told, found.get(0).sequence());
                // A mark may have been stored in the instant before the program could tell.
                assertTrue(found.size() <= 2, () -> "at most one more than told: " + found.size());
                before = found.get(found.size() - 1).sequence();
                assertEquals(
                        before - 3,
                        store.marks(Viewer.PROGRAM, lab.recording.id()).size());
                assertEquals(List.of(), store.verify(Progress.NONE));
            }
        }
    }

    @Test
    void aCrashWhileTheLogIsFoldedInIsNoDamage() throws Exception {
        Path file = folder.resolve("study.icto");
        Path crashed = folder.resolve("crashed.icto");
        try (StudyStore store = lab.createFilled(file)) {
            for (int i = 0; i < 100; i++) {
                lab.commit(store, Edit.adding(Verb.ADD_MARK, mark("x".repeat(1000))));
            }
            Files.copy(file, crashed);
            Files.copy(folder.resolve("study.icto-wal"), folder.resolve("crashed.icto-wal"));
        }
        byte[] half = Files.readAllBytes(crashed);
        System.arraycopy(Files.readAllBytes(file), 0, half, 0, 4096);
        Files.write(crashed, half);
        try (StudyStore store = new SqliteStudyFiles().open(crashed)) {
            assertEquals(103, store.head().sequence());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void aFullDiskLosesNothingAndWritingGoesOnOnceThereIsRoom() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        try (Connection connection = StudyConnection.open(file, false, Journal.LOCAL)) {
            StudyStore store = new SqliteStudyStore(
                    file, new OpenFile(file, () -> connection), Lab.CLOCK, Lab.copying(file), Tenure.unknown(file));
            long pages = Sql.number(connection, "PRAGMA page_count");
            Sql.run(connection, "PRAGMA max_page_count = " + (pages + 20));
            long stored = 3;
            StoreException full = null;
            while (full == null) {
                try {
                    stored = lab.commit(store, Edit.adding(Verb.ADD_MARK, mark("x".repeat(1000))))
                            .sequence();
                } catch (StoreException failure) {
                    full = failure;
                }
            }
            assertEquals(
                    "The disk that holds " + file + " is full; free some space and try again. Nothing was lost.",
                    full.getMessage());
            assertTrue(stored > 5, "some fitted");
            assertEquals(stored, store.log(0, 1000).size());
            assertEquals(List.of(), store.verify(Progress.NONE));
            Sql.run(connection, "PRAGMA max_page_count = 100000");
            assertEquals(
                    stored + 1,
                    lab.commit(store, Edit.adding(Verb.ADD_MARK, mark("room"))).sequence());
        }
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    private Mark mark(String note) {
        return Mark.byHand(lab.recording.id(), lab.cage.id(), lab.anna.id(), "rearing", new Span(0, 1))
                .copiedAs(UUID.randomUUID())
                .withNote(note);
    }
}
