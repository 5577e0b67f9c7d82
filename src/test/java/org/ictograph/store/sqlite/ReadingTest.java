package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Access;
import org.ictograph.model.Draft;
import org.ictograph.model.Edit;
import org.ictograph.model.Holder;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may not write may still read, is told why, and touches nothing. */
class ReadingTest {
    private final Lab lab = new Lab();
    private final SqliteStudyFiles files = new SqliteStudyFiles();

    @TempDir
    private Path folder;

    @Test
    void whileSomebodyWritesTheNewestSnapshotIsShownAndTheWriterNamed() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore writer = lab.createFilled(file)) {
            assertThrows(StoreException.class, () -> files.openOrRead(file), "no snapshot yet");
            try (Moment moment = writer.moment()) {
                moment.keep(Snapshot.Reason.WORK, Progress.NONE);
            }
            lab.edit(writer);
            try (StudyStore reader = files.openOrRead(file)) {
                Access access = reader.access();
                assertFalse(access.writing());
                assertFalse(access.takeable());
                assertTrue(access.why().startsWith(System.getProperty("user.name") + " at "), access.why());
                assertTrue(access.why().contains("You see it as it was at"), access.why());
                assertEquals(3, reader.head().sequence());
                StoreException told = assertThrows(StoreException.class, () -> lab.edit(reader));
                assertEquals(access.why(), told.getMessage());
            }
            lab.edit(writer);
        }
    }

    @Test
    void aDamagedStudyIsShownAsFarAsItIsSoundAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
        assertThrows(StoreException.class, () -> files.open(file));
        try (StudyStore reader = files.openOrRead(file)) {
            assertFalse(reader.access().writing());
            assertEquals(lab.recording, reader.study().recordings().get(0));
        }
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void aStaleLeaseIsTakenOverWhenAPersonSaysSoAndTheLogTells() throws Exception {
        Files.createDirectory(folder.resolve(".stfolder"));
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file);
                Moment moment = store.moment()) {
            moment.keep(Snapshot.Reason.WORK, Progress.NONE);
        }
        new Lease(new Holder("anna", "far-away", 1, Instant.now()), Optional.empty(), "token").create(file);
        try (StudyStore reader = files.openOrRead(file)) {
            assertFalse(reader.access().takeable(), "it is fresh");
        }
        assertThrows(StoreException.class, () -> files.takeOver(file, Optional.empty()));
        Files.setLastModifiedTime(
                Lease.beside(file), FileTime.from(Instant.now().minus(Lease.PATIENCE.multipliedBy(2))));
        try (StudyStore reader = files.openOrRead(file)) {
            assertTrue(reader.access().takeable());
        }
        try (StudyStore store = files.takeOver(file, Optional.of(lab.ben.name()))) {
            Edit last = store.log(3, 1).get(0).edit();
            assertEquals(Verb.TAKE_OVER, last.verb());
            assertEquals("taken over from anna at far-away, who had fallen silent", last.reason());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void aDraftIsKeptForEachRaterAndSurvivesACrash() throws Exception {
        Path file = folder.resolve("study.icto");
        Draft draft = new Draft(
                true,
                Optional.of(lab.recording.id()),
                12_345_678,
                Optional.of(lab.cage.id()),
                Optional.empty(),
                List.of(new Draft.Begun(lab.cage.id(), "rearing", 5)),
                Optional.of(new Draft.Dragged(lab.mark.id(), new Span(1, 9))));
        try (StudyStore store = lab.createFilled(file)) {
            assertEquals(Optional.empty(), store.draft(lab.anna.id()));
            store.keep(lab.anna.id(), draft);
            assertEquals(3, store.head().sequence(), "no edit");
            Path crashed = folder.resolve("crashed.icto");
            // As the disk stands now; the copy loosens the lock, which nobody else wants here.
            Files.copy(file, crashed);
            Files.copy(folder.resolve("study.icto-wal"), folder.resolve("crashed.icto-wal"));
            try (StudyStore after = files.open(crashed)) {
                assertEquals(Optional.of(draft), after.draft(lab.anna.id()));
                assertEquals(Optional.empty(), after.draft(lab.ben.id()));
                after.keep(lab.anna.id(), draft.closed());
                assertEquals(Optional.of(draft.closed()), after.draft(lab.anna.id()));
            }
        }
    }
}
