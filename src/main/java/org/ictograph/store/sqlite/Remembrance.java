package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Head;

/**
 * Compares the log of a study that was opened with where it ended when it was here last. An older file put in its place, a
 * rewritten chain and a file mixed with the write-ahead log of another lack that entry, although each looks sound by itself.
 */
final class Remembrance {
    private static final long INTERVAL_NANOS = 30_000_000_000L;

    private final HeadBook book;
    private final UUID studyId;
    private final Path file;
    private Optional<String> doubt;
    private long keptAtNanos = System.nanoTime();

    Remembrance(HeadBook book, UUID studyId, Path file, EditLog log) throws SQLException {
        this.book = book;
        this.studyId = studyId;
        this.file = file;
        this.doubt = compare(log);
        if (doubt.isEmpty()) {
            book.keep(studyId, file, log.head());
        }
    }

    private Optional<String> compare(EditLog log) throws SQLException {
        Optional<Head> remembered = book.of(studyId, file);
        if (remembered.isEmpty() || holds(log, remembered.get())) {
            return Optional.empty();
        }
        Head last = remembered.get();
        return Optional.of("The edit log of " + file + " does not contain entry " + last.sequence() + " ("
                + last.hash().substring(0, 8)
                + "…), with which it ended when it was open here last; now it ends with entry "
                + log.head().sequence()
                + ". An older or another file may have been put in its place: look for the right one, or restore a"
                + " snapshot.");
    }

    private static boolean holds(EditLog log, Head head) throws SQLException {
        if (head.sequence() == 0) {
            return log.seed().equals(head.hash());
        }
        List<LogRow> found = log.after(head.sequence() - 1, 1);
        return !found.isEmpty()
                && found.get(0).sequence() == head.sequence()
                && found.get(0).hash().equals(head.hash());
    }

    /** What is wrong, as a sentence; empty when the log goes on from where it ended. */
    Optional<String> doubt() {
        return doubt;
    }

    /** An entry was stored. A crash may forget the last half minute of this book, which only makes it know less. */
    void stored(Head head) {
        if (System.nanoTime() - keptAtNanos > INTERVAL_NANOS) {
            keep(head);
        }
    }

    /** While there is doubt, what is remembered stays. */
    void keep(Head head) {
        if (doubt.isEmpty()) {
            book.keep(studyId, file, head);
            keptAtNanos = System.nanoTime();
        }
    }

    /** A person says that the file is the right one. */
    void trust(Head head) {
        doubt = Optional.empty();
        keep(head);
    }
}
