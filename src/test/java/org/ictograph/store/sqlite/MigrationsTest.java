package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old files become new ones step by step, each step whole or not at all. */
class MigrationsTest {
    private static final Migrations NEXT = new Migrations(List.of("001_first.sql", "test_second.sql"));
    private static final Migrations BROKEN = new Migrations(List.of("001_first.sql", "test_broken.sql"));

    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    @Test
    void anOlderFileIsBroughtUpWithAllItHolds() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
        try (StudyStore store = new SqliteStudyFiles(Lab.CLOCK, NEXT).open(file)) {
            assertEquals(3, store.marks(Viewer.PROGRAM, lab.recording.id()).size());
        }
        try (Connection look = StudyConnection.look(file)) {
            assertEquals(2, Migrations.version(look));
            assertEquals(0, Sql.number(look, "SELECT count(*) FROM weather"));
        }
        StoreException newer = assertThrows(StoreException.class, () -> new SqliteStudyFiles().open(file));
        assertTrue(String.valueOf(newer.getMessage()).contains("made by a newer Ictograph (file version 2"));
    }

    @Test
    void aStepThatFailsLeavesTheFileAsItWas() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
        assertThrows(StoreException.class, () -> new SqliteStudyFiles(Lab.CLOCK, BROKEN).open(file));
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            assertEquals(List.of(), store.verify(Progress.NONE));
            assertEquals(3, store.marks(Viewer.PROGRAM, lab.recording.id()).size());
        }
    }

    @Test
    void aNewFileThatFailsIsNotThere() {
        assertThrows(
                StoreException.class,
                () -> new SqliteStudyFiles(Lab.CLOCK, BROKEN)
                        .create(
                                folder.resolve("study.icto"),
                                "x",
                                Protocol.standard(),
                                new Rater(java.util.UUID.randomUUID(), "Anna")));
        assertEquals(0, folder.toFile().list().length);
    }
}
