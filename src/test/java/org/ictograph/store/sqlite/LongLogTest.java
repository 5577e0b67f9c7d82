package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study whose log is so long that it is not all read before its rater may go on. */
class LongLogTest {
    private static final int MARKS = 50;
    private static final int ENTRIES = 20_050;

    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("study.icto");
        Study study;
        try (StudyStore store = lab.createFilled(file)) {
            study = store.study();
        }
        LongHistory.grow(file, study, MARKS, ENTRIES);
    }

    @Test
    void aSoundOneIsFoundSoundAndGoesOn() throws Exception {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            assertEquals(List.of(), store.verify(Progress.NONE));
            assertEquals(ENTRIES, store.head().sequence());
            lab.commit(
                    store,
                    Edit.adding(
                            Verb.ADD_MARK,
                            Mark.byHand(
                                    lab.recording.id(), lab.cage.id(), lab.anna.id(), "seizure", lab.bensMark.span())));
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void damageToWhatTheWindowReadsIsFoundAtOpening() throws Exception {
        spoil(pageOf("SELECT rootpage FROM sqlite_schema WHERE name = 'mark'"));
        StoreException refusal = assertThrows(StoreException.class, () -> new SqliteStudyFiles().open(file));
        assertEquals(Trouble.DAMAGED, refusal.trouble());
    }

    @Test
    void damageToTheLogIsFoundByVerification() throws Exception {
        spoil(pageOf("SELECT pageno FROM dbstat WHERE name = 'edit_log' AND pagetype = 'leaf' LIMIT 1 OFFSET 99"));
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            List<String> faults = store.verify(Progress.NONE);
            assertFalse(faults.isEmpty());
            assertTrue(faults.get(0).startsWith("A part of the file cannot be read"), faults::toString);
        }
    }

    private long pageOf(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            long size = Sql.number(connection, "PRAGMA page_size");
            return (Sql.number(connection, sql) - 1) * size;
        }
    }

    /** Writes over the head of a page. */
    private void spoil(long at) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {77, 77, 77, 77, 77, 77, 77, 77}), at);
        }
    }
}
