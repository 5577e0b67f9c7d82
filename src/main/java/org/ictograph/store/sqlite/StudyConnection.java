package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.ictograph.store.StoreException;
import org.sqlite.SQLiteConfig;

/**
 * Makes the connections to study files. The path always travels as an encoded URI, so that no character of a file name
 * can be taken for an option.
 */
final class StudyConnection {
    /** {@code ICTO} in ASCII. */
    static final int APPLICATION_ID = 0x4943544F;

    /** The first SQLite without the write-ahead log reset fault, which could damage a file. */
    private static final int[] SOUND = {3, 51, 3};

    private StudyConnection() {}

    /**
     * Opens an existing or, when told so, a new file for writing and takes it for this program alone.
     *
     * @throws SQLException busy when somebody else has it
     */
    static Connection open(Path file, boolean make, Journal journal) throws SQLException, StoreException {
        Connection connection = connect("file:" + uriPath(file) + "?mode=" + (make ? "rwc" : "rw"));
        try {
            // Before anything is read: then the index of the write-ahead log stays in memory and no -shm file is made.
            Sql.run(connection, "PRAGMA locking_mode = EXCLUSIVE");
            refuseUnsound(connection);
            for (String pragma : List.of(
                    "trusted_schema = OFF",
                    "cell_size_check = ON",
                    "mmap_size = 0",
                    "temp_store = MEMORY",
                    "foreign_keys = ON",
                    "journal_mode = " + journal.mode,
                    "synchronous = " + journal.synchronous,
                    "fullfsync = ON",
                    "checkpoint_fullfsync = ON")) {
                Sql.run(connection, "PRAGMA " + pragma);
            }
            // In exclusive mode the lock of this transaction is kept until the connection is closed.
            Sql.run(connection, "BEGIN EXCLUSIVE");
            Sql.run(connection, "COMMIT");
            return connection;
        } catch (SQLException | StoreException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * Opens a file just to look at it: nothing is locked, written or left beside it, and the write-ahead log of a crash is
     * not seen. Goes through SQLite even for the header, because a plain read of the file would drop this program's own
     * lock on it.
     */
    static Connection look(Path file) throws SQLException {
        return connect("file:" + uriPath(file) + "?mode=ro&immutable=1");
    }

    /**
     * Opens a file together with the write-ahead log of a crash without changing either. Leaves an index beside it.
     *
     * @throws SQLException busy when somebody else has it
     */
    static Connection inspect(Path file) throws SQLException {
        return connect("file:" + uriPath(file) + "?mode=ro");
    }

    /** An empty database in memory that is gone when it is closed. */
    static Connection scratch() throws SQLException {
        return connect(":memory:");
    }

    private static Connection connect(String name) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        return config.createConnection("jdbc:sqlite:" + name);
    }

    private static String uriPath(Path file) {
        return file.toUri().getRawPath();
    }

    private static void refuseUnsound(Connection connection) throws SQLException, StoreException {
        String version = Sql.first(connection, row -> row.getString(1), "SELECT sqlite_version()")
                .orElseThrow();
        if (!sound(version)) {
            throw new StoreException("SQLite " + version
                    + " can damage study files; install Ictograph again so that it brings its own SQLite.");
        }
    }

    /** True for a version of SQLite that may write study files. */
    static boolean sound(String version) {
        int[] numbers =
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Arrays.compare(numbers, SOUND) >= 0;
    }
}
