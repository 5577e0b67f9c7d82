package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write-ahead log that does not belong to its file is noticed before it is mixed into it. */
class StaleLogTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    @Test
    void yesterdaysFileWithTodaysLogIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        byte[] yesterday = Files.readAllBytes(file);
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            for (int i = 0; i < 40; i++) {
                lab.edit(store);
            }
        }
        Path crashed = folder.resolve("crashed.icto");
        Path log = folder.resolve("crashed.icto-wal");
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            lab.edit(store);
            Files.copy(folder.resolve("study.icto-wal"), log);
        }
        Files.write(crashed, yesterday);
        byte[] before = Files.readAllBytes(log);
        StoreException told = assertThrows(StoreException.class, () -> new SqliteStudyFiles().open(crashed));
        assertEquals(StoreException.Trouble.DAMAGED, told.trouble(), told.getMessage());
        assertArrayEquals(yesterday, Files.readAllBytes(crashed));
        assertArrayEquals(before, Files.readAllBytes(log));
    }
}
