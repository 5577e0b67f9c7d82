package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Snapshot.Reason;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots are whole, checked before they count, made while edits go on, and cleared away in time. */
class SnapshotTest {
    private final Lab lab = new Lab();
    private final SqliteStudyFiles files = new SqliteStudyFiles();

    @TempDir
    private Path folder;

    @Test
    void aSnapshotHoldsTheMomentAlthoughEditsGoOnAndNobodyElseGetsIn() throws Exception {
        Path file = folder.resolve("Größe ' 🐀.icto");
        try (StudyStore store = lab.createFilled(file)) {
            Snapshot kept;
            try (Moment moment = store.moment()) {
                lab.edit(store);
                assertThrows(StoreException.class, store::moment, "one at a time");
                kept = moment.keep(Reason.WORK, Progress.NONE);
                lab.edit(store);
            }
            assertEquals(3, kept.edits());
            assertTrue(
                    Scribe.start(file).waitFor().contains("has been writing"), "the copy must not loosen our own lock");
            lab.edit(store);
            assertEquals(6, store.head().sequence());
            try (StudyStore then = new SqliteStudyFiles().open(kept.file())) {
                assertEquals(3, then.head().sequence());
                assertEquals(List.of(), then.verify(Progress.NONE));
            }
            assertEquals(List.of(kept), files.snapshots(file));
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void whatIsUnchangedIsNotCopiedAgain() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            Snapshot first = keep(store, Reason.WORK);
            assertEquals(first, keep(store, Reason.CLOSE));
            lab.edit(store);
            assertEquals(4, keep(store, Reason.CLOSE).edits());
            assertEquals(2, files.snapshots(file).size());
        }
    }

    private static Snapshot keep(StudyStore store, Reason reason) throws StoreException {
        try (Moment moment = store.moment()) {
            return moment.keep(reason, Progress.NONE);
        }
    }

    @Test
    void inASyncedFolderTheCopyIsMadeAtOnce() throws Exception {
        Files.createDirectory(folder.resolve(".stfolder"));
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            try (Moment moment = store.moment()) {
                lab.edit(store);
                assertEquals(3, moment.keep(Reason.WORK, Progress.NONE).edits());
            }
        }
        try (var left = Files.list(folder.resolve("study.snapshots"))) {
            assertEquals(1, left.count(), "nothing but the snapshot");
        }
    }

    @Test
    void aSecondPlaceGetsACopyAndMayBeAway() throws Exception {
        Path second = Files.createDirectory(folder.resolve("second"));
        SqliteStudyFiles twice = new SqliteStudyFiles(() -> Optional.of(second));
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        try (StudyStore store = twice.open(file)) {
            Snapshot kept = keep(store, Reason.WORK);
            Path copy = second.resolve("study.snapshots").resolve(kept.file().getFileName());
            assertEquals(-1, Files.mismatch(kept.file(), copy));
            lab.edit(store);
        }
        SqliteStudyFiles away = new SqliteStudyFiles(() -> Optional.of(file));
        try (StudyStore store = away.open(file)) {
            try (Moment moment = store.moment()) {
                assertEquals(4, moment.keep(Reason.WORK, Progress.NONE).edits());
                String remark = moment.remark().orElseThrow();
                assertTrue(remark.contains("not in the second place " + file + " (it is not there)"), remark);
            }
        }
    }

    @Test
    void aSnapshotThatIsNotSoundIsThrownAway() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        try (StudyStore store = files.open(file)) {
            Path shelf = Files.writeString(folder.resolve("study.snapshots"), "a file is in the way");
            StoreException told = assertThrows(StoreException.class, () -> keep(store, Reason.WORK));
            assertTrue(String.valueOf(told.getMessage()).contains("study.snapshots"), told.getMessage());
            Files.delete(shelf);
            lab.edit(store);
        }
        Copying copying = Lab.copying(file);
        Path hidden = copying.copy(file);
        assertThrows(
                StoreException.class,
                () -> copying.keep(
                        hidden, new org.ictograph.model.Head(3, "0".repeat(64)), Reason.WORK, Progress.NONE));
        assertFalse(Files.exists(hidden));
        assertEquals(List.of(), files.snapshots(file));
    }

    @Test
    void namesSayWhenAndWhy() {
        ZonedDateTime at = ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Luxembourg]");
        for (Reason reason : Reason.values()) {
            String name = SnapshotName.of(at, reason, 1234);
            Snapshot read = SnapshotName.read(Path.of("x", name)).orElseThrow();
            assertEquals(at.toInstant(), read.made().toInstant());
            assertEquals(reason, read.reason());
            assertEquals(1234, read.edits());
        }
        assertEquals(
                "2026-10-25 02.30.00 +0100 before the first edit, 1 edit.icto",
                SnapshotName.of(at, Reason.FIRST_EDIT, 1));
        assertEquals(Optional.empty(), SnapshotName.read(Path.of("thesis.icto")));
        assertEquals(
                Optional.empty(), SnapshotName.read(Path.of("2026-99-25 02.30.00 +0100 while working, 1 edit.icto")));
    }

    @Test
    void twelveRecentFourteenDaysAndEightWeeksStay() {
        ZonedDateTime now = ZonedDateTime.parse("2026-11-25T18:00:00+01:00");
        List<Snapshot> all = new ArrayList<>(IntStream.range(0, 100 * 24)
                .mapToObj(
                        hours -> new Snapshot(Path.of("s" + hours), now.minusHours(hours), Reason.WORK, 10_000 - hours))
                .toList());
        List<Snapshot> kept = new ArrayList<>(all);
        kept.removeAll(Rotation.doomed(all));
        // 12 hours of today; 13 more last hours of days; of the eight last days of weeks three are among them.
        assertEquals(12 + 13 + 5, kept.size());
        assertEquals("s11", kept.get(11).file().toString());
        assertEquals("s19", kept.get(12).file().toString(), "23:00 yesterday");
        Snapshot old = all.get(all.size() - 1);
        assertEquals(List.of(), Rotation.doomed(List.of(old)), "the last one stays however old it is");
    }
}
