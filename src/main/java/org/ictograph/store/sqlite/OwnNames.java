package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A column whose values must not occur twice, in the whole table or among rows with the same owner. Two copies of a study
 * may well give the same name to two things; then the one that has had it longer keeps it, and the other gets a number
 * behind it, or the next free number.
 *
 * @param owner column that says among which rows, empty for the whole table
 */
record OwnNames(EntityTable<?> table, String column, String owner) {
    static final List<OwnNames> ALL = List.of(
            new OwnNames(FrameTables.RATER, "name", ""),
            new OwnNames(FrameTables.SUBJECT, "name", ""),
            new OwnNames(FrameTables.RECORDING, "name", ""),
            new OwnNames(FrameTables.CAGE, "position", "recording_id"));

    /** A row as its history has it. */
    private record Claim(UUID id, Row row, Version version) {}

    /** All rows of the table, each with a value of its own, as far as the tables hold them. */
    Map<UUID, Row> given(Connection connection, Lineage lineage) throws SQLException {
        List<Claim> claims = lineage.lines().entrySet().stream()
                .filter(entry -> entry.getValue().table() == table)
                .flatMap(entry -> claim(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(Claim::version).thenComparing(Claim::id))
                .toList();
        Set<List<Object>> wanted = new HashSet<>();
        Map<UUID, Row> rows = new LinkedHashMap<>();
        Set<List<Object>> taken = new HashSet<>();
        Map<UUID, Claim> present = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (table.find(connection, claim.id()).isPresent()) {
                present.put(claim.id(), claim);
                wanted.add(key(claim.row()));
            }
        }
        for (Claim claim : present.values()) {
            Row row = claim.row();
            for (int number = 2; !taken.add(key(row)); number++) {
                row = other(claim.row(), number);
                while (wanted.contains(key(row))) {
                    row = other(claim.row(), ++number);
                }
            }
            rows.put(claim.id(), row);
        }
        return rows;
    }

    /** Whose value it is that a row was to have. */
    Optional<UUID> holder(Connection connection, Lineage lineage, Row row) throws SQLException {
        return given(connection, lineage).entrySet().stream()
                .filter(other -> key(other.getValue()).equals(key(row)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Claim> claim(UUID id, Line line) {
        return line.shown().flatMap(shown -> line.value().or(line::lastValue).map(row -> new Claim(id, row, shown)));
    }

    private List<Object> key(Row row) {
        return List.of(owner.isEmpty() ? "" : row.text(owner), value(row));
    }

    /** The value that must not occur twice. */
    Object value(Row row) {
        return column.equals("position") ? (Object) row.integer(column) : row.text(column);
    }

    private Row other(Row row, int number) {
        return column.equals("position")
                ? row.with(column, row.integer(column) + number - 1)
                : row.with(column, row.text(column) + " (" + number + ")");
    }
}
