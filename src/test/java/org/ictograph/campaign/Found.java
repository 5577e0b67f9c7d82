package org.ictograph.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Recording;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Progress;

/** Looks at a study after something happened to it, through the real store. Sentences are empty when all is well. */
final class Found {
    private Found() {}

    /** Everything told must be there, at most one edit more, and verify must find nothing. */
    static String after(Path file, long told, String hash) {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            Head head = store.head();
            if (head.sequence() < told) {
                return "lost " + (told - head.sequence()) + " acknowledged edits of " + told;
            }
            if (head.sequence() > told + 1) {
                return "found " + head.sequence() + " edits where " + told + " were acknowledged";
            }
            if (!holds(store, new Head(told, hash))) {
                return "edit " + told + " is not the one that was acknowledged";
            }
            return String.join(" ", store.verify(Progress.NONE));
        } catch (StoreException unreadable) {
            return "cannot be opened: " + unreadable.getMessage();
        }
    }

    /** True when the log still holds an entry that was seen before. */
    static boolean holds(StudyStore store, Head seen) throws StoreException {
        List<LogEntry> entries = store.log(seen.sequence() - 1, 1);
        return seen.hash().isEmpty()
                || (entries.size() == 1 && entries.get(0).hash().equals(seen.hash()));
    }

    /** All that can be seen of a study. */
    static List<Object> content(StudyStore store) throws StoreException {
        List<Object> all = new ArrayList<>();
        all.add(store.study());
        for (Recording recording : store.study().recordings()) {
            all.add(store.marks(Viewer.PROGRAM, recording.id()));
            all.add(store.proposals(Viewer.PROGRAM, recording.id()));
            all.add(store.decisions(Viewer.PROGRAM, recording.id()));
            all.add(store.settlements(Viewer.PROGRAM, recording.id()));
            all.add(store.coverage(Viewer.PROGRAM, recording.id()));
            for (var run : store.runs(Viewer.PROGRAM, recording.id())) {
                all.add(run);
                all.add(store.tracks(Viewer.PROGRAM, run.id()));
            }
        }
        all.add(store.receipts());
        all.add(store.log(0, Integer.MAX_VALUE));
        return all;
    }

    /**
     * True when opening refuses, verify complains, or the log no longer holds the head that was remembered elsewhere.
     *
     * @param remembered the head kept outside, with sequence 0 when none is
     */
    static boolean noticed(Path file, Head remembered) {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            return !store.verify(Progress.NONE).isEmpty() || (remembered.sequence() > 0 && !holds(store, remembered));
        } catch (StoreException refused) {
            return true;
        }
    }

    /** Copies a study with what lies beside it. */
    static void copy(Path from, Path to) throws java.io.IOException {
        remove(to);
        for (String ending : ENDINGS) {
            Path source = from.resolveSibling(from.getFileName() + ending);
            if (java.nio.file.Files.exists(source)) {
                java.nio.file.Files.copy(source, to.resolveSibling(to.getFileName() + ending));
            }
        }
    }

    /** Removes a study with what lies beside it. */
    static void remove(Path file) throws java.io.IOException {
        for (String ending : ENDINGS) {
            java.nio.file.Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }

    private static final List<String> ENDINGS = List.of("", "-wal", "-journal", "-shm");
}
