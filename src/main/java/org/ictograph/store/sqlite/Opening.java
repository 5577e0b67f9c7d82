package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps from a path to a connection that may be trusted. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** A longer log would keep its rater waiting; of such a one only the chain is checked before it is opened. */
    private static final long REPLAYED = 20_000;

    private static final int ATTEMPTS = 4;

    private final Path file;
    private final Migrations migrations;
    private final Copying copying;

    Opening(Path file, Migrations migrations, Copying copying) {
        this.file = file;
        this.migrations = migrations;
        this.copying = copying;
    }

    /**
     * Looks at the header of the file without touching it. A crash while the write-ahead log was folded in may have left a
     * header that tells of more pages than the file has yet; the log still has them, so that alone is no damage here.
     */
    void refuseStrangers() throws SQLException, StoreException {
        try (Connection look = StudyConnection.look(file)) {
            Sql.run(look, "PRAGMA writable_schema = ON");
            refuseStrangers(look);
        }
    }

    private void refuseStrangers(Connection connection) throws SQLException, StoreException {
        if (Sql.number(connection, "PRAGMA application_id") != StudyConnection.APPLICATION_ID) {
            throw new StoreException(Sentences.noStudy(file));
        }
        int version = Migrations.version(connection);
        if (version > migrations.newest()) {
            throw new StoreException(file + " was made by a newer Ictograph (file version " + version
                    + ", this program knows " + migrations.newest() + "). Install the newer program; the file was left"
                    + " as it is.");
        }
    }

    /**
     * Takes the file for this program, checks it and brings it to the newest shape. Two programs that open it in the same
     * instant can each hold what the other needs, so that both are refused; each waits a different while and tries again.
     */
    Connection connect() throws SQLException, IOException, StoreException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt();
            } catch (SQLException refused) {
                if (Sentences.trouble(refused) != Trouble.HELD || !pause()) {
                    throw refused;
                }
            }
        }
        return attempt();
    }

    /** False when the thread should stop. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(10, 100));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Connection attempt() throws SQLException, IOException, StoreException {
        boolean clean = wasClosedCleanly();
        if (!clean) {
            inspect();
        }
        Connection connection = StudyConnection.open(file, false, Journal.at(file));
        try {
            refuseStrangers(connection);
            checkPages(connection, clean);
            if (Migrations.version(connection) < migrations.newest()) {
                keepBeforeMigration(connection);
            }
            migrations.apply(connection);
            refuseStrangeParts(connection);
            return connection;
        } catch (SQLException | IOException | StoreException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** A migration that goes wrong must leave something to go back to; where there is no room for that, it waits. */
    private void keepBeforeMigration(Connection connection) throws SQLException, IOException, StoreException {
        Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        Path hidden = copying.copy(file);
        copying.keepOld(hidden, migrations);
    }

    /**
     * After a crash looks through the file together with its write-ahead log before anything may fold the one into the
     * other: a log that belongs to another file, or to another day of this one, would be mixed into it for good. SQLite's
     * own checks do not notice all such mixtures; chain and replay do.
     */
    private void inspect() throws SQLException, IOException, StoreException {
        if (left("-journal")) {
            rehearse();
            return;
        }
        try (Connection connection = StudyConnection.inspect(file)) {
            inspect(connection);
        } catch (SQLException failure) {
            if (!Sentences.needsWriting(failure)) {
                throw failure;
            }
            LOG.info("{} can only be checked once it is open", file, failure);
        } finally {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        }
    }

    /** A rollback journal can only be looked through by taking it back, so that is done to a private copy first. */
    private void rehearse() throws SQLException, IOException, StoreException {
        Path folder = Files.createTempDirectory("ictograph-opening");
        Path copy = folder.resolve("study");
        try {
            for (String ending : List.of("", "-journal")) {
                Files.copy(file.resolveSibling(file.getFileName() + ending), folder.resolve("study" + ending));
            }
            try (Connection connection = StudyConnection.open(copy, false, Journal.SHARED)) {
                inspect(connection);
            }
        } finally {
            Shelf.discard(copy);
            Files.deleteIfExists(folder);
        }
    }

    private void inspect(Connection connection) throws SQLException, StoreException {
        if (Migrations.version(connection) != migrations.newest()) {
            return;
        }
        boolean small = new EditLog(connection).size() <= REPLAYED;
        Verification verification = new Verification(connection);
        List<String> faults = small ? verification.run(Progress.NONE) : verification.ofCopy(Progress.NONE);
        if (!faults.isEmpty()) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "The study file " + file + " and the log beside it do not belong together or are damaged ("
                            + faults.get(0) + "). Both were left as they are; restore a snapshot.");
        }
    }

    private void refuseStrangeParts(Connection connection) throws SQLException, StoreException {
        List<String> strangers = Shape.of(connection, migrations).strangers();
        if (!strangers.isEmpty()) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "The study file " + file + " has a " + strangers.get(0)
                            + ", which is not part of a study and could change it unasked. Go back to a copy.");
        }
    }

    private boolean wasClosedCleanly() throws IOException {
        if (left("-wal") || left("-journal")) {
            LOG.info("{} was not closed cleanly; all of it is checked now", file);
            return false;
        }
        return true;
    }

    private boolean left(String ending) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ending);
        return Files.exists(beside) && Files.size(beside) > 0;
    }

    /**
     * After a clean end the pages of a long log are not all read before its rater may go on: the tables that the window
     * reads are, and the log is, with its chain, in the background by the snapshot before the first edit.
     */
    private void checkPages(Connection connection, boolean clean) throws SQLException, StoreException {
        if (!clean) {
            check(connection, "integrity_check(1)");
        } else if (Migrations.version(connection) < migrations.newest() || new EditLog(connection).size() <= REPLAYED) {
            check(connection, "quick_check(1)");
        } else {
            for (EntityTable<?> table : EntityTables.ALL) {
                check(connection, "quick_check('" + table.name() + "')");
            }
        }
    }

    private void check(Connection connection, String check) throws SQLException, StoreException {
        String answer = Sql.first(connection, row -> row.getString(1), "PRAGMA " + check)
                .orElse("no answer");
        if (!answer.equals("ok")) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "The study file " + file + " is damaged (" + answer
                            + "). Go back to a copy; the damaged file was left as it is.");
        }
    }
}
