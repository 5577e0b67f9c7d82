package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

/** After a commit that failed, nothing is tried on the same connection; the file itself tells what was stored. */
class FailedCommitTest {
    private final Lab lab = new Lab();
    private final Faults faults = new Faults(SQLiteErrorCode.SQLITE_IOERR_FSYNC);

    @TempDir
    private Path folder;

    private StudyStore open() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        Opening opening = new Opening(file, Migrations.STANDARD, Lab.copying(file));
        return new SqliteStudyStore(
                file,
                new OpenFile(file, faults.on(opening::connect)),
                Lab.CLOCK,
                Lab.copying(file),
                Tenure.unknown(file));
    }

    private Edit adding() {
        return Edit.adding(
                Verb.ADD_MARK,
                Mark.byHand(lab.recording.id(), lab.cage.id(), lab.anna.id(), "rearing", new Span(0, 1))
                        .copiedAs(UUID.randomUUID()));
    }

    @Test
    void anEditThatDidNotReachTheDiskIsToldAndCanBeStoredAgain() throws Exception {
        try (StudyStore store = open()) {
            Edit edit = adding();
            faults.arm("COMMIT", Faults.Moment.BEFORE, 1);
            StoreException told = assertThrows(StoreException.class, () -> lab.commit(store, edit));
            assertEquals(StoreException.Trouble.DISK, told.trouble());
            assertEquals(
                    "The disk that holds " + store.file() + " refused an edit (the disk said no). The study was opened"
                            + " again and checked: everything up to edit 3 is stored, this edit is not.",
                    told.getMessage());
            assertEquals(3, store.head().sequence());
            assertEquals(4, lab.commit(store, edit).sequence());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void anEditThatReachedTheDiskAfterAllIsToldAsStored() throws Exception {
        try (StudyStore store = open()) {
            faults.arm("COMMIT", Faults.Moment.AFTER, 1);
            assertEquals(4, lab.commit(store, adding()).sequence());
            assertEquals(5, lab.commit(store, adding()).sequence());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void whileTheDiskRefusesNothingIsStoredAndAnEditThatLandedIsNotStoredTwice() throws Exception {
        try (StudyStore store = open()) {
            Edit edit = adding();
            faults.arm("COMMIT", Faults.Moment.AFTER, 1);
            faults.refuseOpenings(1);
            StoreException told = assertThrows(StoreException.class, () -> lab.commit(store, edit));
            assertEquals(StoreException.Trouble.DISK, told.trouble());
            assertEquals(4, lab.commit(store, edit).sequence(), "found, not stored once more");
            assertEquals(4, store.log(0, 10).size());
        }
    }
}
