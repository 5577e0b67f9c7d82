package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.ictograph.store.sqlite.SideDoor;

/** Campaign 2 and its controls: the disk as it is in an instant of work, or of the recovery after an earlier cut. */
final class PowerCuts implements Campaign {
    /** Who writes when the power goes. */
    enum Store {
        REAL,
        RECOVERING,
        NORMAL,
        OFF,
        REWRITTEN,
        RENAMED
    }

    private static final int SAME_WRITER = 8;

    private final Store store;

    PowerCuts(Store store) {
        this.store = store;
    }

    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        boolean real = store == Store.REAL || store == Store.RECOVERING;
        trials.checks(
                real
                        ? "acknowledged ≤ found ≤ acknowledged + 1, verify clean"
                        : switch (store) {
                            case REWRITTEN -> "a text file, emptied and written again";
                            case RENAMED -> "a text file, written beside and renamed, unsynced";
                            default -> "the same store, synchronous=" + store;
                        });
        if (!real) {
            trials.mustFail();
        }
        if (!Disk.possible(folder)) {
            trials.skip("needs root, mkfs.ext4 and loop devices");
            return;
        }
        while (trials.trials() < size) {
            String name = "disk-" + trials.trials();
            try (Disk disk = Disk.make(folder.resolve(name));
                    Child writer = begin(disk)) {
                for (int cut = 0; writer.lives() && cut < SAME_WRITER && trials.trials() < size; cut++) {
                    trials.add(cut(disk, writer, folder.resolve(name + "-" + cut), trials));
                }
                writer.kill();
            }
        }
    }

    private Child begin(Disk disk) throws Exception {
        Path file = disk.folder().resolve("study.icto");
        Child child = Child.start();
        child.next();
        switch (store) {
            case REAL, RECOVERING -> child.order("work", SideDoor.make(file), 7);
            case NORMAL, OFF -> child.order("unsynced", SideDoor.make(file), store);
            case REWRITTEN -> child.order("rewrite", file);
            case RENAMED -> child.order("rename", file);
        }
        return child;
    }

    private String cut(Disk disk, Child writer, Path name, Trials trials) throws Exception {
        writer.awaitEdits(1 + trials.dice().nextInt(60));
        LockSupport.parkNanos(trials.dice().nextInt(3_000_000));
        if (!writer.lives()) {
            return "the writer ended by itself";
        }
        writer.halt();
        writer.drain();
        try (Disk left = disk.cut(name)) {
            writer.goOn();
            Path file = left.folder().resolve("study.icto");
            return switch (store) {
                case REAL, NORMAL, OFF -> Found.after(file, writer.last(), writer.hash());
                case RECOVERING -> cutAgain(left, file, writer, trials);
                case REWRITTEN, RENAMED -> {
                    long found = Files.exists(file) ? TextStudy.read(file) : -1;
                    yield found < writer.last() ? "lost " + (writer.last() - found) : "";
                }
            };
        }
    }

    /** The power goes a second time, while the study is opened after the first. */
    private static String cutAgain(Disk left, Path file, Child writer, Trials trials) throws Exception {
        long told = writer.last();
        String hash = writer.hash();
        try (Child opener = Child.start()) {
            opener.next();
            opener.order("open", file);
            LockSupport.parkNanos(trials.dice().nextInt(150_000_000));
            opener.halt();
            try (Disk again =
                    left.cut(left.folder().resolveSibling(left.folder().getFileName() + "-again"))) {
                return Found.after(again.folder().resolve("study.icto"), told, hash);
            } finally {
                opener.kill();
            }
        }
    }
}
