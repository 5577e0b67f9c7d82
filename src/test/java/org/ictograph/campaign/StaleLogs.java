package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.ictograph.model.Head;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;

/** Campaign 6: the log of a crash beside a file that it does not belong to, or an older file in the place of the newer. */
final class StaleLogs implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("told by opening, verify or the head kept outside, or all is there");
        for (int trial = 0; trial < size; trial++) {
            trials.add(trial(folder, trial % 5, trials));
        }
    }

    private static String trial(Path folder, int kind, Trials trials) throws Exception {
        Path file = folder.resolve("study.icto");
        Path older = folder.resolve("older.icto");
        Path crashed = folder.resolve("crashed.icto");
        Path foreign = folder.resolve("foreign.icto");
        for (Path old : List.of(file, older, crashed, foreign)) {
            Found.remove(old);
        }
        SideDoor.make(file);
        Found.copy(file, older);
        Head head;
        List<Object> content;
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            for (int i = 1 + trials.dice().nextInt(60); i > 0; i--) {
                SideDoor.mark(store);
            }
            head = store.head();
            content = Found.content(store);
            Found.copy(file, crashed);
        }
        Path log = crashed.resolveSibling(crashed.getFileName() + "-wal");
        switch (kind) {
            case 0 -> {
                // An older copy put over the crashed file by hand, whose log stays.
                Files.copy(older, crashed, StandardCopyOption.REPLACE_EXISTING);
            }
            case 1 -> {
                // The same with a copy of some edits later.
                try (StudyStore store = new SqliteStudyFiles().open(older)) {
                    for (int i = 1 + trials.dice().nextInt(20); i > 0; i--) {
                        SideDoor.mark(store);
                    }
                }
                Files.copy(older, crashed, StandardCopyOption.REPLACE_EXISTING);
            }
            case 2 -> {
                // The log of another study.
                SideDoor.make(foreign);
                try (StudyStore store = new SqliteStudyFiles().open(foreign)) {
                    for (int i = 1 + trials.dice().nextInt(60); i > 0; i--) {
                        SideDoor.mark(store);
                    }
                    Files.copy(foreign.resolveSibling("foreign.icto-wal"), log, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            case 3 -> Files.delete(log);
            default -> {
                Files.copy(file, crashed, StandardCopyOption.REPLACE_EXISTING);
                Files.delete(log);
                byte[] stale = new byte[512 + 8 + 4096];
                trials.dice().nextBytes(stale);
                byte[] magic = {(byte) 0xd9, (byte) 0xd5, 5, (byte) 0xf9, 32, (byte) 0xa1, 99, (byte) 0xd7, 0, 0, 0, 1};
                System.arraycopy(magic, 0, stale, 0, magic.length);
                Files.write(crashed.resolveSibling("crashed.icto-journal"), stale);
            }
        }
        if (Found.noticed(crashed, head)) {
            return "";
        }
        try (StudyStore store = new SqliteStudyFiles().open(crashed)) {
            return Found.content(store).equals(content) ? "" : "another content (kind " + kind + ") was not noticed";
        }
    }
}
