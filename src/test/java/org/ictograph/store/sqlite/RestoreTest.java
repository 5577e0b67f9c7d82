package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Verb;
import org.ictograph.store.Moment;
import org.ictograph.store.Restored;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back to a snapshot loses nothing: what was there is kept, and the log tells of it. */
class RestoreTest {
    private final Lab lab = new Lab();
    private final SqliteStudyFiles files = new SqliteStudyFiles();

    @TempDir
    private Path folder;

    /** A study of four edits with a snapshot of its first three. */
    private Path study() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        try (StudyStore store = files.open(file)) {
            try (Moment moment = store.moment()) {
                moment.keep(Snapshot.Reason.WORK, Progress.NONE);
            }
            lab.edit(store);
        }
        return file;
    }

    private Path first(Path file) throws StoreException {
        List<Snapshot> all = files.snapshots(file);
        return all.get(all.size() - 1).file();
    }

    @Test
    void theSnapshotTakesThePlaceAndTheLogTells() throws Exception {
        Path file = study();
        Path snapshot = first(file);
        Restored restored = files.restore(file, snapshot, Optional.of(lab.ben.name()));
        assertEquals(4, restored.edits());
        assertEquals(4, restored.before().orElseThrow().edits());
        try (StudyStore store = files.open(file)) {
            LogEntry last = store.log(3, 10).get(0);
            assertEquals(Verb.RESTORE, last.edit().verb());
            assertEquals(lab.ben.id(), last.raterId());
            assertEquals("restored from " + snapshot.getFileName(), last.edit().reason());
            assertEquals(1, store.study().subjects().size(), "the animal of the fourth edit is gone");
            lab.edit(store);
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
        try (StudyStore aside = files.open(restored.aside().resolve("study.icto"))) {
            assertEquals(2, aside.study().subjects().size());
        }
        assertTrue(Files.exists(snapshot), "the snapshot itself stays");
    }

    @Test
    void aDamagedStudyIsPutAsideWithItsLogAsOneSet() throws Exception {
        Path file = study();
        Path snapshot = first(file);
        byte[] garbage = "no study any more".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, garbage);
        Files.write(folder.resolve("study.icto-wal"), garbage);
        Restored restored = files.restore(file, snapshot, Optional.empty());
        assertEquals(Optional.empty(), restored.before());
        assertEquals(
                -1,
                Files.mismatch(
                        restored.aside().resolve("study.icto"), restored.aside().resolve("study.icto-wal")));
        assertFalse(Files.exists(folder.resolve("study.icto-wal")));
        try (StudyStore store = files.open(file)) {
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void whatWasInterruptedIsFinishedAtTheNextOpening() throws Exception {
        for (int moved = 0; moved <= 3; moved++) {
            Path place = Files.createDirectory(folder.resolve("interrupted " + moved));
            Path file = place.resolve("study.icto");
            Path prepared = place.resolve(".prepared.new");
            Path aside = Files.createDirectory(place.resolve("aside"));
            lab.createFilled(prepared).close();
            Path present = Files.writeString(file, "present");
            Path log = Files.writeString(place.resolve("study.icto-wal"), "its log");
            Files.writeString(place.resolve("study.icto.restore"), ".prepared.new\naside\n");
            if (moved > 0) {
                Files.move(present, aside.resolve("study.icto"));
            }
            if (moved > 1) {
                Files.move(log, aside.resolve("study.icto-wal"));
            }
            if (moved > 2) {
                Files.move(prepared, file);
            }
            try (StudyStore store = files.open(file)) {
                assertEquals(3, store.head().sequence());
            }
            assertEquals("present", Files.readString(aside.resolve("study.icto")));
            assertEquals("its log", Files.readString(aside.resolve("study.icto-wal")));
            assertFalse(Files.exists(place.resolve("study.icto.restore")));
        }
    }

    @Test
    void anOpenStudyAndAnUnsoundSnapshotAreRefused() throws Exception {
        Path file = study();
        Path snapshot = first(file);
        try (StudyStore store = files.open(file)) {
            assertThrows(StoreException.class, () -> files.restore(file, snapshot, Optional.empty()));
            lab.edit(store);
        }
        byte[] bytes = Files.readAllBytes(snapshot);
        java.util.Arrays.fill(bytes, 8192, 20_000, (byte) 7);
        Files.write(snapshot, bytes);
        byte[] before = Files.readAllBytes(file);
        assertThrows(StoreException.class, () -> files.restore(file, snapshot, Optional.empty()));
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
    }
}
