package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old files become new ones step by step, each step whole or not at all. */
class MigrationsTest {
    private static final Migrations NEXT = Migrations.STANDARD.and("test_next.sql");
    private static final Migrations BROKEN = Migrations.STANDARD.and("test_broken.sql");

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
            assertEquals(NEXT.newest(), Migrations.version(look));
            assertEquals(0, Sql.number(look, "SELECT count(*) FROM weather"));
        }
        StoreException newer = assertThrows(StoreException.class, () -> new SqliteStudyFiles().open(file));
        assertTrue(String.valueOf(newer.getMessage())
                .contains("made by a newer Ictograph (file version " + NEXT.newest()));
    }

    /** Studies as released programs left them; a new step adds the sample that the program before it writes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aStudyOfEachReleasedShapeIsBroughtUp(int version) throws Exception {
        Path file = folder.resolve("old.icto");
        try (InputStream sample = MigrationsTest.class.getResourceAsStream("studies/schema-" + version + ".icto")) {
            Files.copy(java.util.Objects.requireNonNull(sample), file);
        }
        try (StudyStore store = new SqliteStudyFiles(Lab.CLOCK).open(file)) {
            Study study = store.study();
            assertEquals("Kainat ä 🐀", study.name());
            UUID recording = study.recordings().get(0).id();
            assertEquals(3, store.marks(Viewer.PROGRAM, recording).size());
            assertEquals(9, store.log(0, 100).size());
            UUID anna = study.raters().get(0).id();
            Mark mark = store.marks(Viewer.blind(anna), recording).get(0);
            Edit edit = Edit.changing(Verb.CHANGE_MARK, mark, mark.withNote("later"))
                    .because("seen again");
            LogEntry entry = store.commit(anna, edit, OptionalLong.empty(), List.of());
            assertEquals(9, entry.uptime().orElseThrow().openedAfter());
            assertEquals(List.of(entry), store.log(9, 100));
            assertEquals(version > 1, store.log(0, 1).get(0).uptime().isPresent());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
        List<Snapshot> kept = new SqliteStudyFiles().snapshots(file);
        assertEquals(1, kept.size());
        assertEquals(Snapshot.Reason.MIGRATION, kept.get(0).reason());
        try (Connection look = StudyConnection.look(kept.get(0).file())) {
            assertEquals(version, Migrations.version(look), "as it was before");
        }
    }

    /** The campaign of full disks found that the study stayed locked until the program ended. */
    @Test
    void aStudyThatCannotBeKeptBeforeIsFreeAgain() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        SqliteStudyFiles next = new SqliteStudyFiles(Lab.CLOCK, NEXT);
        Path noFolder = Files.createFile(Shelf.beside(file).folder());
        assertThrows(StoreException.class, () -> next.open(file));
        Files.delete(noFolder);
        next.open(file).close();
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
