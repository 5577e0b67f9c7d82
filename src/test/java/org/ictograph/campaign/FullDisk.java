package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ictograph.model.Snapshot;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Progress;

/** Campaign 4: a small disk that is full at different moments of edits, snapshots, bundles and migration. */
final class FullDisk implements Campaign {
    private static final int ROOM = 1_200_000;

    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks(
                "edits, snapshot, bundle, migration on a full disk: nothing lost, told, goes on after room is made");
        Path disk = Files.createDirectories(folder.resolve("small"));
        if (!Shell.can("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk.toString())) {
            trials.skip("needs root and tmpfs");
            return;
        }
        try {
            for (int point = 0; point < size; point++) {
                trials.add(point(disk, ROOM / size * point));
            }
        } finally {
            Shell.run("umount", "-l", disk.toString());
        }
    }

    private static String point(Path disk, int room) throws Exception {
        Path file = SideDoor.make(disk.resolve("study.icto"));
        Path old = disk.resolve("old.icto");
        SideDoor.sample(1, old);
        Path ballast = disk.resolve("ballast");
        Path bundle = disk.resolve("work.ictobundle");
        try {
            long free = Files.getFileStore(disk).getUsableSpace();
            Files.write(ballast, new byte[(int) Math.max(0, free - room)]);
            String wrong = migrate(old);
            if (wrong.isEmpty()) {
                wrong = fill(file, bundle, ballast);
            }
            return wrong.isEmpty() ? Found.after(old, 9, "") : wrong;
        } finally {
            Files.deleteIfExists(ballast);
            Files.deleteIfExists(bundle);
            Found.remove(file);
            Found.remove(old);
            removeSnapshots(file);
            removeSnapshots(old);
        }
    }

    private static void removeSnapshots(Path file) throws Exception {
        for (Snapshot snapshot : new SqliteStudyFiles().snapshots(file)) {
            Files.delete(snapshot.file());
        }
    }

    private static String migrate(Path old) {
        try {
            new SqliteStudyFiles().open(old).close();
            return "";
        } catch (StoreException refused) {
            return sentence(refused);
        }
    }

    private static String fill(Path file, Path bundle, Path ballast) throws Exception {
        StudyStore opened;
        try {
            opened = new SqliteStudyFiles().open(file);
        } catch (StoreException refused) {
            Files.delete(ballast);
            String wrong = sentence(refused);
            return wrong.isEmpty() ? Found.after(file, 9, "") : wrong;
        }
        long stored = 9;
        try (StudyStore store = opened) {
            StoreException full = null;
            while (full == null) {
                try {
                    stored = SideDoor.mark(store).sequence();
                } catch (StoreException refused) {
                    full = refused;
                }
            }
            if (!sentence(full).isEmpty()) {
                return sentence(full);
            }
            try {
                store.handOver(store.study().raters().get(0).id(), bundle);
            } catch (StoreException refused) {
                if (Files.exists(bundle)) {
                    return "half a bundle: " + refused.getMessage();
                }
            }
            try (Moment moment = store.moment()) {
                moment.keep(Snapshot.Reason.WISH, Progress.NONE);
            } catch (StoreException refused) {
                if (!new SqliteStudyFiles().snapshots(file).isEmpty()) {
                    return "half a snapshot: " + refused.getMessage();
                }
            }
            if (store.head().sequence() != stored) {
                return "another head on the full disk";
            }
            Files.delete(ballast);
            if (SideDoor.mark(store).sequence() != stored + 1) {
                return "does not go on";
            }
        }
        return Found.after(file, stored + 1, "");
    }

    private static String sentence(StoreException refused) {
        String told = String.valueOf(refused.getMessage());
        return told.contains("full") || told.contains("room") || told.contains("space") ? "" : "told as: " + told;
    }
}
