package org.ictograph.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.model.Protocol;
import org.ictograph.model.Snapshot;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Progress;

/** In the worker: does each operation again and again, with the first, second, third … call failing, until none fails. */
final class FaultLoop {
    private final Path folder;
    private final FaultSwitch faults;
    private final PrintStream out;
    private long stored;
    private String hash = "";

    FaultLoop(Path folder, Path control, PrintStream out) throws IOException {
        this.folder = folder;
        this.faults = new FaultSwitch(control);
        this.out = out;
    }

    private enum Operation {
        EDIT,
        CREATE,
        MIGRATE,
        SNAPSHOT,
        HAND_OVER,
        TAKE_IN
    }

    /** @param most largest k, for a short dose */
    void run(int most) throws Exception {
        Path template = SideDoor.make(folder.resolve("template.icto"));
        for (Operation operation : Operation.values()) {
            for (int error : List.of(FaultSwitch.EIO, FaultSwitch.ENOSPC)) {
                for (boolean fromThenOn : List.of(false, true)) {
                    loop(operation, error, fromThenOn, template, most);
                }
            }
        }
        out.println("done");
    }

    private void loop(Operation operation, int error, boolean fromThenOn, Path template, int most) throws Exception {
        int calls = Integer.MAX_VALUE;
        for (int k = 1; k <= calls && k <= most; k++) {
            Path file = folder.resolve("study.icto");
            Path bundle = folder.resolve("work.ictobundle");
            Found.remove(file);
            Files.deleteIfExists(bundle);
            prepare(operation, template, file, bundle);
            String told = "";
            faults.arm(k, fromThenOn, error);
            try {
                act(operation, file, bundle);
            } catch (StoreException refused) {
                told = String.valueOf(refused.getMessage());
            } catch (RuntimeException crash) {
                told = "crash: " + crash;
            } finally {
                calls = faults.disarm();
            }
            String wrong = told.startsWith("crash") ? told : wrong(operation, file, bundle, told.isEmpty());
            out.println("trial\t"
                    + (wrong.isEmpty() ? "" : operation + " k=" + k + " error " + error + ": " + wrong + " ‖ " + told));
        }
    }

    private void prepare(Operation operation, Path template, Path file, Path bundle) throws Exception {
        switch (operation) {
            case CREATE -> {}
            case MIGRATE -> SideDoor.sample(1, file);
            default -> Found.copy(template, file);
        }
        stored = operation == Operation.CREATE ? 0 : 9;
        hash = "";
        if (operation == Operation.TAKE_IN) {
            try (StudyStore away = new SqliteStudyFiles().open(file)) {
                SideDoor.mark(away);
                away.handOver(away.study().raters().get(0).id(), bundle);
            }
            Found.copy(template, file);
        }
    }

    private void act(Operation operation, Path file, Path bundle) throws StoreException {
        if (operation == Operation.CREATE) {
            new SqliteStudyFiles()
                    .create(
                            file,
                            "faults",
                            Protocol.standard(),
                            new org.ictograph.model.Rater(java.util.UUID.randomUUID(), "Anna"))
                    .close();
            stored = 1;
            return;
        }
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            var anna = store.study().raters().get(0).id();
            switch (operation) {
                case HAND_OVER -> store.handOver(anna, bundle);
                case SNAPSHOT -> {
                    try (Moment moment = store.moment()) {
                        moment.keep(Snapshot.Reason.WISH, Progress.NONE);
                    }
                }
                case TAKE_IN -> {
                    store.takeIn(anna, bundle, false);
                    stored = store.head().sequence();
                    hash = store.head().hash();
                }
                default -> {
                    var entry = SideDoor.mark(store);
                    stored = entry.sequence();
                    hash = entry.hash();
                }
            }
        }
    }

    private static List<Snapshot> snapshots(Path file) throws IOException {
        try {
            return new SqliteStudyFiles().snapshots(file);
        } catch (StoreException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private String wrong(Operation operation, Path file, Path bundle, boolean done) throws IOException {
        if (operation == Operation.CREATE && !done && !Files.exists(file)) {
            return "";
        }
        if (operation == Operation.HAND_OVER
                && Files.exists(bundle)
                && !Files.readString(bundle).endsWith("\n")) {
            return "half a bundle";
        }
        for (Snapshot snapshot : snapshots(file)) {
            String wrong = Found.after(snapshot.file(), snapshot.edits(), "");
            if (!wrong.isEmpty()) {
                return "snapshot: " + wrong;
            }
            Files.delete(snapshot.file());
        }
        return Found.after(file, stored, hash);
    }
}
