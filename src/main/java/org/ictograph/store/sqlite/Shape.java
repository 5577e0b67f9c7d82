package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ictograph.store.StoreException;

/**
 * The tables, indexes and triggers of a file as SQL, compared with those that the migrations make. All files walk through
 * the same migrations, so their texts are equal to the letter; a view or trigger of somebody else would run unasked.
 */
final class Shape {
    /** What migrations make, made once: each opening and each look through a file asks for it. */
    private static final Map<Migrations, Map<String, String>> MADE = new ConcurrentHashMap<>();

    private final Map<String, String> expected;
    private final Map<String, String> found;

    private Shape(Map<String, String> expected, Map<String, String> found) {
        this.expected = expected;
        this.found = found;
    }

    /** @param connection a file that has taken all steps of the migrations */
    static Shape of(Connection connection, Migrations migrations) throws SQLException, StoreException {
        Map<String, String> expected = MADE.get(migrations);
        if (expected == null) {
            try (Connection scratch = StudyConnection.scratch()) {
                migrations.apply(scratch);
                expected = parts(scratch);
                MADE.put(migrations, expected);
            }
        }
        return new Shape(expected, parts(connection));
    }

    /** Names of what a study does not have, for example {@code trigger spy}. */
    List<String> strangers() {
        return found.keySet().stream()
                .filter(part -> !expected.containsKey(part))
                .toList();
    }

    /** Sentences about all differences. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        strangers().forEach(part -> differences.add("The file has a " + part + ", which is not part of a study."));
        expected.forEach((part, sql) -> {
            if (!found.containsKey(part)) {
                differences.add("The file lacks the " + part + ".");
            } else if (!sql.equals(found.get(part))) {
                differences.add("The " + part + " of the file was made anew in another way.");
            }
        });
        return differences;
    }

    private static Map<String, String> parts(Connection connection) throws SQLException {
        Map<String, String> parts = new TreeMap<>();
        Sql.list(
                connection,
                row -> parts.put(row.getString("part"), row.getString("sql")),
                "SELECT type || ' ' || name AS part, coalesce(sql, '') AS sql FROM sqlite_schema");
        return parts;
    }
}
