package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.store.StoreException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** All or nothing: what the work did has reached the disk when this returns, or nothing has changed. */
final class Transaction {
    /** What happens inside. */
    interface Work<T> {
        T run() throws SQLException, StoreException;
    }

    private Transaction() {}

    static <T> T run(Connection connection, Work<T> work) throws SQLException, StoreException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T outcome = work.run();
            commit(connection);
            done = true;
            return outcome;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void commit(Connection connection) throws SQLException, StoreException {
        try {
            Sql.run(connection, "COMMIT");
        } catch (SQLiteException refused) {
            if (refused.getResultCode() != SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY
                    && refused.getResultCode() != SQLiteErrorCode.SQLITE_CONSTRAINT) {
                throw refused;
            }
            Optional<String> orphan = Sql.first(connection, Transaction::orphan, "PRAGMA foreign_key_check");
            throw new StoreException(orphan.orElse("The change does not fit the study. Nothing was changed."), refused);
        }
    }

    private static String orphan(ResultSet row) throws SQLException {
        return String.format(
                Locale.ROOT,
                "The %s would refer to a %s that is not in the study. Nothing was changed.",
                row.getString("table").replace('_', ' '),
                row.getString("parent").replace('_', ' '));
    }

    /** SQLite has already rolled back by itself after some errors, and says so; that is no further error. */
    private static void rollBack(Connection connection) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // The cause is on its way to the caller.
        }
    }
}
