package org.ictograph.campaign;

import java.nio.file.Path;

/** Campaign 3: every write, sync, truncation, removal and renaming of each operation fails, once and from then on. */
final class DiskFaults implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks(
                "edit, create, migrate, snapshot, hand over, take in; each k, EIO and ENOSPC, once and from then on:"
                        + " old or new state, a sentence, verify clean, the same process goes on");
        if (!FaultLibrary.possible()) {
            trials.skip("needs gcc and Linux");
            return;
        }
        FaultLibrary library = FaultLibrary.build(folder.toRealPath());
        try (Child child = library.start()) {
            child.next();
            child.order("faults", library.folder(), library.control(), size);
            for (String line = child.next(); !line.equals("done"); line = child.next()) {
                if (line.isEmpty()) {
                    trials.add("the process died");
                    return;
                }
                trials.add(line.substring("trial\t".length()));
            }
        }
    }
}
