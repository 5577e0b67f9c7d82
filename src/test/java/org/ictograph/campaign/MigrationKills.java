package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ictograph.store.StoreException;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;

/** Campaign 12: studies of every released schema; the process dies at each of its writes while it brings them up. */
final class MigrationKills implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("every schema × death at every write, sync, removal; old or new, verify clean; newer refused,"
                + " bytes unchanged");
        Path real = folder.toRealPath();
        trials.add(newer(real.resolve("newer.icto")));
        if (!FaultLibrary.possible()) {
            trials.skip("needs gcc and Linux");
            return;
        }
        FaultLibrary library = FaultLibrary.build(real);
        FaultSwitch faults = new FaultSwitch(library.control());
        for (int schema = 1; schema < SideDoor.newest(); schema++) {
            boolean died = true;
            for (int k = 1; died && k <= size; k++) {
                Path file = library.folder().resolve("old-" + schema + "-" + k + ".icto");
                SideDoor.sample(schema, file);
                try (Child child = library.start()) {
                    child.next();
                    faults.armDeath(k);
                    child.order("open", file);
                    died = child.next().isEmpty();
                    faults.disarm();
                }
                trials.add(Found.after(file, 9, ""));
            }
        }
    }

    private static String newer(Path file) throws Exception {
        SideDoor.make(file);
        SideDoor.spoil(file, "PRAGMA user_version = 999");
        byte[] before = Files.readAllBytes(file);
        try {
            new SqliteStudyFiles().open(file).close();
            return "a newer file was opened";
        } catch (StoreException refused) {
            return Arrays.equals(before, Files.readAllBytes(file)) ? "" : "a newer file was changed";
        }
    }
}
