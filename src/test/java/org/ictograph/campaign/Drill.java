package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Snapshot;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;

/** Campaign 22: after a kill in the middle of work and snapshots, the newest snapshot is put in the place of the study. */
final class Drill implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks(
                "every snapshot opens and verifies clean; restoring the newest gives its edits and one that tells");
        Child next = Child.start();
        try {
            for (int drill = 0; drill < size; drill++) {
                Path file = SideDoor.make(Files.createDirectories(folder.resolve("drill-" + drill))
                        .resolve("study.icto"));
                try (Child child = next) {
                    next = Child.start();
                    child.next();
                    child.order("work", file, trials.dice().nextLong());
                    child.awaitEdits(20 + trials.dice().nextInt(100));
                    child.kill();
                }
                trials.add(restore(file));
            }
        } finally {
            next.close();
        }
    }

    private static String restore(Path file) throws Exception {
        SqliteStudyFiles files = new SqliteStudyFiles();
        List<Snapshot> snapshots = files.snapshots(file);
        for (Snapshot snapshot : snapshots) {
            Path copy = file.resolveSibling("copy.icto");
            Found.remove(copy);
            Files.copy(snapshot.file(), copy);
            String wrong = Found.after(copy, snapshot.edits(), "");
            if (!wrong.isEmpty()) {
                return snapshot.file() + ": " + wrong;
            }
        }
        if (snapshots.isEmpty()) {
            return "no snapshot was kept";
        }
        Snapshot newest = snapshots.get(0);
        files.restore(file, newest.file(), Optional.empty());
        return Found.after(file, newest.edits(), "");
    }
}
