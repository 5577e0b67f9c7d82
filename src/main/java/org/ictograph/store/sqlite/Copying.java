package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ictograph.model.Head;
import org.ictograph.model.Snapshot;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Makes snapshots: a copy under a hidden name, synced, checked (SQLite's checks, references, hash chain, end of the log),
 * then named. All reading of the study goes through SQLite, which keeps the locks of this program when it closes a second
 * descriptor; a plain read of the open file would drop them (measured on Linux).
 */
final class Copying {
    private static final Logger LOG = LoggerFactory.getLogger(Copying.class);

    private final Shelf shelf;
    private final Supplier<Optional<Shelf>> second;
    private volatile Optional<String> remark = Optional.empty();
    private final Clock clock;

    /** @param second another shelf, on another disk, that gets a copy of each snapshot; asked anew each time */
    Copying(Shelf shelf, Supplier<Optional<Shelf>> second, Clock clock) {
        this.shelf = shelf;
        this.second = second;
        this.clock = clock;
    }

    Shelf shelf() {
        return shelf;
    }

    /** A new folder for files that are put aside. */
    Path aside() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return shelf.folder().resolve("set aside " + SnapshotName.TIME.format(now));
    }

    /** The snapshot that already holds this end of a log, when it is the newest one. */
    Optional<Snapshot> unchanged(Head head) throws IOException {
        Optional<Snapshot> newest = shelf.newest().filter(snapshot -> snapshot.edits() == head.sequence());
        if (newest.isEmpty()) {
            return newest;
        }
        try (Connection look = StudyConnection.look(newest.get().file())) {
            return new EditLog(look).head().equals(head) ? newest : Optional.empty();
        } catch (SQLException unreadable) {
            LOG.warn("{} cannot be read any more", newest.get().file(), unreadable);
            return Optional.empty();
        }
    }

    /** Copies a file that nothing changes meanwhile. */
    Path copy(Path source) throws SQLException, IOException {
        Path hidden = shelf.hidden();
        boolean done = false;
        try (Connection look = StudyConnection.look(source);
                Piecemeal pieces = new Piecemeal(hidden)) {
            int code = look.unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", hidden.toString(), pieces, 0, 0, Piecemeal.PAGES);
            pieces.refuseUnwritten();
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                SQLiteErrorCode told = SQLiteErrorCode.getErrorCode(code);
                throw new SQLiteException(told.message, told);
            }
            done = true;
            return hidden;
        } finally {
            if (!done) {
                Shelf.discard(hidden);
            }
        }
    }

    /**
     * Checks a hidden copy, names it and clears old ones away; takes the copy away when it is not sound.
     *
     * @param head the end of the log that it must have
     */
    Snapshot keep(Path hidden, Head head, Snapshot.Reason reason, Progress progress)
            throws SQLException, IOException, StoreException {
        try {
            List<String> faults = faults(hidden, head, progress);
            if (!faults.isEmpty()) {
                throw new StoreException(
                        Trouble.DAMAGED,
                        "A snapshot of the study is not sound and was thrown away: " + faults.get(0)
                                + " Check the study with “verify”.");
            }
            Snapshot named = named(shelf, reason, head.sequence());
            shelf.place(hidden, named);
            shelf.rotate();
            LOG.info("Kept {}", named.file());
            keepSecond(named);
            return named;
        } finally {
            Shelf.discard(hidden);
        }
    }

    /** Keeps a hidden copy of a file of an older shape, once a copy of it has taken all steps and is sound then. */
    void keepOld(Path hidden, Migrations migrations) throws SQLException, IOException, StoreException {
        Path rehearsal = shelf.hidden();
        try {
            Files.copy(hidden, rehearsal);
            Head head;
            try (Connection connection = StudyConnection.open(rehearsal, false, Journal.SHARED)) {
                migrations.apply(connection);
                head = new EditLog(connection).head();
                List<String> faults = new Verification(connection).ofCopy(Progress.NONE);
                if (!faults.isEmpty()) {
                    throw new StoreException(
                            Trouble.DAMAGED, "The study is not sound and was left as it is: " + faults.get(0));
                }
            }
            Snapshot named = named(shelf, Snapshot.Reason.MIGRATION, head.sequence());
            shelf.place(hidden, named);
            shelf.rotate();
            LOG.info("Kept {}", named.file());
            keepSecond(named);
        } finally {
            Shelf.discard(rehearsal);
            Shelf.discard(hidden);
        }
    }

    /** What should be known of the last snapshot although it was kept. */
    Optional<String> remark() {
        return remark;
    }

    private Snapshot named(Shelf place, Snapshot.Reason reason, long edits) {
        ZonedDateTime now =
                ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).withFixedOffsetZone();
        return new Snapshot(place.folder().resolve(SnapshotName.of(now, reason, edits)), now, reason, edits);
    }

    private static List<String> faults(Path hidden, Head head, Progress progress) throws SQLException, StoreException {
        try (Connection look = StudyConnection.look(hidden)) {
            List<String> faults = new Verification(look).ofCopy(progress);
            return faults.isEmpty() && !new EditLog(look).head().equals(head)
                    ? List.of("It does not end with edit " + head.sequence() + ".")
                    : faults;
        }
    }

    /** A second place that is away, such as a disk that is not plugged in, must not keep anybody from working. */
    private void keepSecond(Snapshot kept) {
        remark = Optional.empty();
        second.get().ifPresent(other -> keep(kept, other));
    }

    private void keep(Snapshot kept, Shelf other) {
        try {
            other.refuseWhenAway();
            Path hidden = other.hidden();
            try {
                Files.copy(kept.file(), hidden);
                if (Files.mismatch(kept.file(), hidden) >= 0) {
                    throw new IOException("the copy differs");
                }
                Path file = other.folder().resolve(String.valueOf(kept.file().getFileName()));
                other.place(hidden, new Snapshot(file, kept.made(), kept.reason(), kept.edits()));
                other.rotate();
            } finally {
                Shelf.discard(hidden);
            }
        } catch (IOException away) {
            LOG.warn("The snapshot could not be kept in {} as well", other.folder(), away);
            remark = Optional.of("The snapshot was kept beside the study, but not in the second place "
                    + other.folder().getParent() + " (" + away.getMessage()
                    + "). Connect that disk, or name another place.");
        }
    }
}
