package org.ictograph.campaign;

import java.nio.file.Path;
import java.util.Random;
import org.ictograph.model.Head;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;

/** Campaign 23: somebody changes the log behind the program's back. */
final class Tamperings implements Campaign {
    private static final String[] COLUMNS = {"made_at", "zone", "verb", "changes", "reason", "previous_hash", "hash"};

    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("edit, delete, reorder, insert, cut off, whole rewrite: told by verify or the head kept outside");
        Path sound = SideDoor.make(folder.resolve("sound.icto"));
        Head head;
        try (StudyStore store = new SqliteStudyFiles().open(sound)) {
            for (int i = 0; i < 30; i++) {
                SideDoor.mark(store);
            }
            head = store.head();
        }
        for (int trial = 0; trial < size; trial++) {
            Path file = folder.resolve("tampered.icto");
            Found.copy(sound, file);
            int kind = trial % 7;
            tamper(file, kind, head.sequence(), trials.dice());
            boolean headNeeded = kind >= 5;
            boolean told = Found.noticed(file, headNeeded ? head : new Head(0, ""));
            trials.add(told ? "" : "kind " + kind + " was not told");
        }
    }

    private static void tamper(Path file, int kind, long newest, Random dice) throws Exception {
        long one = 1L + dice.nextInt((int) newest);
        long other = 1L + (one + dice.nextInt((int) newest - 1)) % newest;
        SideDoor.spoil(file, "PRAGMA foreign_keys = OFF");
        switch (kind) {
            case 0 -> {
                String column = COLUMNS[dice.nextInt(COLUMNS.length)];
                SideDoor.spoil(
                        file, "UPDATE edit_log SET %s = %s || 'x' WHERE sequence = %d".formatted(column, column, one));
            }
            case 1 -> SideDoor.spoil(file, "DELETE FROM edit_log WHERE sequence = " + one);
            case 2 ->
                SideDoor.spoil(
                        file,
                        "UPDATE edit_log SET sequence = 1000000 WHERE sequence = " + one,
                        "UPDATE edit_log SET sequence = %d WHERE sequence = %d".formatted(one, other),
                        "UPDATE edit_log SET sequence = %d WHERE sequence = 1000000".formatted(other));
            case 3 ->
                SideDoor.spoil(
                        file,
                        "CREATE TEMP TABLE copied AS SELECT * FROM edit_log WHERE sequence = " + one,
                        "UPDATE copied SET hash = lower(hex(randomblob(32))), sequence = " + (newest + 1),
                        "INSERT INTO edit_log SELECT * FROM copied");
            case 4 -> SideDoor.spoil(file, "DELETE FROM edit_log WHERE sequence > " + Math.min(one, newest - 1));
            case 5 -> SideDoor.forge(file, one, dice);
            default -> SideDoor.forge(file, 1, dice);
        }
    }
}
