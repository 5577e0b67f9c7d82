package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.Holder;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyStore;
import org.ictograph.work.RunningProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a folder whose locks cannot be believed, one program writes: the one whose lease lies beside the study. */
class LeaseTest {
    private static final Holder ANNA = new Holder("anna", "far-away", 4711, Instant.parse("2026-03-01T10:12:00Z"));

    private final Lab lab = new Lab();
    private final SqliteStudyFiles files = new SqliteStudyFiles();

    @TempDir
    private Path folder;

    private Path synced() throws Exception {
        Files.createDirectory(folder.resolve(".stfolder"));
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        assertFalse(Files.exists(Lease.beside(file)), "a closed study is free");
        return file;
    }

    private static void leave(Path file, Holder holder) throws Exception {
        new Lease(holder, Optional.empty(), UUID.randomUUID().toString()).create(file);
    }

    private static StoreException refused(org.junit.jupiter.api.function.Executable attempt) {
        return assertThrows(StoreException.class, attempt);
    }

    private void edit(StudyStore store) throws StoreException {
        lab.commit(
                store,
                Edit.adding(Verb.CHANGE_SUBJECT, Subject.named(UUID.randomUUID().toString())));
    }

    @Test
    void theLeaseOfAnotherMachineIsHonoured() throws Exception {
        Path file = synced();
        leave(file, ANNA);
        StoreException told = refused(() -> files.open(file));
        assertEquals(Trouble.HELD, told.trouble());
        assertTrue(
                String.valueOf(told.getMessage()).startsWith("anna at far-away has been writing in " + file),
                told.getMessage());
        assertEquals(Optional.of(ANNA), Tenure.holder(file), "and is still theirs");
    }

    @Test
    void aLeaseThatWasNotRenewedIsTakenOverOnlyWhenAPersonSaysSo() throws Exception {
        Path file = synced();
        leave(file, ANNA);
        refused(() -> Tenure.shared(file, true));
        Files.setLastModifiedTime(
                Lease.beside(file),
                FileTime.from(Instant.now().minus(Lease.PATIENCE).minusSeconds(5)));
        refused(() -> Tenure.shared(file, false));
        try (Tenure tenure = Tenure.shared(file, true)) {
            tenure.check();
            assertEquals(
                    RunningProgram.own().process(),
                    Tenure.holder(file).orElseThrow().process());
        }
        assertFalse(Files.exists(Lease.beside(file)));
    }

    @Test
    void theLeaseOfAProgramThatDiedHereIsNoObstacle() throws Exception {
        Path file = synced();
        try (Scribe scribe = Scribe.start(file)) {
            scribe.killAfter(3);
        }
        assertTrue(Files.exists(Lease.beside(file)));
        try (StudyStore store = files.open(file)) {
            edit(store);
        }
        assertFalse(Files.exists(Lease.beside(file)));
    }

    @Test
    void whoLostTheLeaseStoresNothingMore() throws Exception {
        Path file = synced();
        try (StudyStore store = files.open(file)) {
            edit(store);
            Files.delete(Lease.beside(file));
            leave(file, ANNA);
            StoreException told = refused(() -> edit(store));
            assertEquals(Trouble.READ_ONLY, told.trouble());
            assertTrue(
                    String.valueOf(told.getMessage()).startsWith("anna at far-away took over " + file),
                    told.getMessage());
            assertEquals(4, store.head().sequence());
        }
        assertEquals(Optional.of(ANNA), Tenure.holder(file), "closing leaves the other's lease alone");
    }

    @Test
    void aLeaseThatCannotBeUnderstoodBelongsToSomebodyUnknown() throws Exception {
        Path file = synced();
        Files.write(Lease.beside(file), new byte[] {(byte) 0xc3, 0, 1, 2});
        StoreException told = refused(() -> files.open(file));
        assertEquals(Trouble.HELD, told.trouble());
    }

    @Test
    void onALocalDiskTheLeaseOnlyTells() throws Exception {
        Path file = folder.resolve("study.icto");
        lab.createFilled(file).close();
        leave(file, ANNA);
        try (StudyStore store = files.open(file)) {
            assertEquals(
                    System.getProperty("user.name"),
                    Tenure.holder(file).orElseThrow().user());
            edit(store);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/home/a/OneDrive/study, OneDrive",
        "/home/a/OneDrive - Uni Luxembourg/x, OneDrive",
        "/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive, Google Drive",
        "/Users/a/Library/CloudStorage/Dropbox-Lab/x, Dropbox",
        "/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x, iCloud",
        "/home/a/Nextcloud/lab, Nextcloud",
        "/data/Dropbox photos/x,",
        "/home/a/studies,",
    })
    void syncedFoldersAreKnownByTheirNames(Path place, String whose) {
        assertEquals(Optional.ofNullable(whose), SyncedFolder.of(place, Path.of("/home/a"), Map.of("OneDrive", "")));
    }

    @Test
    void syncedFoldersAreKnownByWhatLiesInThem() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        assertEquals(Optional.empty(), SyncedFolder.of(inner, folder, Map.of()));
        assertEquals(Optional.of("OneDrive"), SyncedFolder.of(inner, folder, Map.of("OneDrive", folder + "/a")));
        Files.createFile(folder.resolve("a/.sync_0a1b2c.db"));
        assertEquals(Optional.of("Nextcloud"), SyncedFolder.of(inner, folder, Map.of()));
        Files.createFile(inner.resolve(".dropbox"));
        assertEquals(Optional.of("Dropbox"), SyncedFolder.of(inner, folder, Map.of()));
    }
}
