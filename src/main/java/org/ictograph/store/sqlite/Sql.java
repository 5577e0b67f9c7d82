package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three things one does with a connection: run a script, change rows, ask for rows. */
final class Sql {
    /** Makes a value of the current row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /** Runs statements separated by semicolons. */
    static void script(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /** Runs a statement whose answer, if any, does not matter: a pragma, BEGIN, COMMIT. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes rows and says how many. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(Connection connection, RowReader<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    static <T> Optional<T> first(Connection connection, RowReader<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        return list(connection, reader, sql, values).stream().findFirst();
    }

    /** The number in the first column of the only row. */
    static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return first(connection, row -> row.getLong(1), sql, values).orElseThrow();
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }
}
