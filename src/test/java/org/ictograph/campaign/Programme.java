package org.ictograph.campaign;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All campaigns in the order of the table.
 *
 * @param name number and name, as {@code campaign.only} takes them
 * @param option the system property that holds the size
 * @param full trials of a full run
 * @param dose trials of the short dose that every build takes, 0 for none
 */
record Programme(String name, Campaign campaign, String option, int full, int dose) {
    static final List<Programme> ALL = List.of(
            new Programme("1-kill", new Kills(), "kills", 1000, 6),
            new Programme("1-kill-control", new RewriteKills(), "controls", 30, 0),
            new Programme("2-cut", new PowerCuts(PowerCuts.Store.REAL), "cuts", 300, 5),
            new Programme("2-cut-recovery", new PowerCuts(PowerCuts.Store.RECOVERING), "recoveries", 100, 3),
            new Programme("2-cut-control-normal", new PowerCuts(PowerCuts.Store.NORMAL), "controls", 30, 0),
            new Programme("2-cut-control-off", new PowerCuts(PowerCuts.Store.OFF), "controls", 30, 0),
            new Programme("2-cut-control-rewrite", new PowerCuts(PowerCuts.Store.REWRITTEN), "controls", 30, 0),
            new Programme("2-cut-control-rename", new PowerCuts(PowerCuts.Store.RENAMED), "controls", 30, 0),
            new Programme("3-fault", new DiskFaults(), "faults", Integer.MAX_VALUE, 4),
            new Programme("4-full-disk", new FullDisk(), "full", 50, 3),
            new Programme("5-flip", new Flips(), "flips", 2000, 40),
            new Programme("6-stale-log", new StaleLogs(), "stale", 200, 10),
            new Programme("7-race", new Races(), "races", 500, 10),
            new Programme("10-sequence", new Sequences(), "sequences", 10_000, 10),
            new Programme("11-bundle", new Bundles(), "bundles", 2000, 5),
            new Programme("12-migration", new MigrationKills(), "migrations", Integer.MAX_VALUE, 3),
            new Programme("13-clock", new Clocks(), "clocks", 1, 1),
            new Programme("22-drill", new Drill(), "drills", 100, 3),
            new Programme("23-tampering", new Tamperings(), "tamperings", 1000, 28));

    /** Runs this campaign with so many trials. */
    Trials run(Path folder, int size, long seed, PrintStream out) throws Exception {
        Trials trials = new Trials(out, name, seed);
        campaign.run(Files.createDirectories(folder.resolve(name)).toRealPath(), size, trials);
        return trials;
    }
}
