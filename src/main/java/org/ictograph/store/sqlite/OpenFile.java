package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Head;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of an open study and how far it may be trusted. After a failed sync the system may have forgotten what it
 * did not write, so nothing is tried again on the same connection: it is closed, the file is opened and checked anew, and
 * the end of its log is compared with what was stored last.
 */
final class OpenFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenFile.class);

    private final Path file;
    private final Connector connector;
    private Connection connection;
    private EditLog log;
    private LabelQueries labels;
    private Head stored;
    private boolean trusted = true;
    private boolean storingMany;
    private Optional<LogRow> unclaimed = Optional.empty();

    /** Opens the file. */
    OpenFile(Path file, Connector connector) throws SQLException, IOException, StoreException {
        this.file = file;
        this.connector = connector;
        this.connection = connector.connect();
        this.log = new EditLog(connection);
        this.labels = new LabelQueries(connection);
        try {
            this.stored = log.head();
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** A file that is only read, although its log may be damaged. */
    OpenFile(Path file, Connection damaged) {
        this.file = file;
        this.connector = () -> damaged;
        this.connection = damaged;
        this.log = new EditLog(damaged);
        this.labels = new LabelQueries(damaged);
        this.stored = new Head(0, "");
    }

    Connection connection() {
        return connection;
    }

    EditLog log() {
        return log;
    }

    LabelQueries labels() {
        return labels;
    }

    /** The end of the log as far as it was stored. */
    Head stored() {
        return stored;
    }

    /** An entry has reached the disk. */
    void stored(Head now) {
        stored = now;
        storingMany = false;
        unclaimed = Optional.empty();
    }

    /** True from the beginning of a transaction that adds many entries at once until it is known to be stored. */
    void storingMany(boolean now) {
        storingMany = now;
    }

    boolean trusted() {
        return trusted;
    }

    /** Something failed after which nobody knows what the disk holds. */
    void distrust() {
        trusted = false;
    }

    /**
     * The entry that was found beyond what was known to be stored, when the file was opened anew: the one whose commit
     * failed. Asked for by whoever made that edit.
     */
    Optional<LogRow> unclaimed() {
        return unclaimed;
    }

    /**
     * Closes the connection, opens the file anew, checks it and compares its log with what was stored last.
     *
     * @throws StoreException when the disk still refuses or holds something else; the file stays untrusted
     */
    void reopen() throws StoreException {
        trusted = false;
        closeQuietly();
        try {
            connection = connector.connect();
            log = new EditLog(connection);
            labels = new LabelQueries(connection);
            unclaimed = compare().or(() -> unclaimed);
            stored = log.head();
            trusted = true;
            LOG.info("Opened {} again after a failure; entry {} is the newest", file, stored.sequence());
        } catch (SQLException | IOException refused) {
            throw new StoreException(
                    Trouble.DISK,
                    "The disk that holds " + file + " refuses to work (" + refused.getMessage()
                            + "). Everything up to edit " + stored.sequence()
                            + " is stored. Check the disk, then store again or close the study.",
                    refused);
        }
    }

    private Optional<LogRow> compare() throws SQLException, StoreException {
        List<LogRow> found = log.after(stored.sequence() - 1, 3);
        boolean known = stored.sequence() == 0
                || (!found.isEmpty() && found.get(0).hash().equals(stored.hash()));
        List<LogRow> beyond =
                found.stream().filter(row -> row.sequence() > stored.sequence()).toList();
        if (!known || (beyond.size() > 1 && !storingMany)) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "The disk that holds " + file + " has lost what it had stored: edit " + stored.sequence()
                            + " is not there as it was. Close the study and restore a snapshot.");
        }
        return beyond.size() == 1 ? beyond.stream().findFirst() : Optional.empty();
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.debug("{} did not close after a failure", file, failure);
        }
    }

    /** Checkpoints the write-ahead log and takes it away; the study is then one file again. */
    @Override
    public void close() {
        try {
            connection.close();
            LOG.info("Closed {}", file);
        } catch (SQLException failure) {
            LOG.warn("{} did not close cleanly; it will be checked at the next opening", file, failure);
        }
    }
}
