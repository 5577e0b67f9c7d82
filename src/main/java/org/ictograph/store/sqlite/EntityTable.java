package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ictograph.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * How one type of entity is stored: its table, its columns and the way back. The same columns name the properties of the
 * edit log, so that table and log cannot drift apart.
 */
final class EntityTable<E extends Entity> {
    private final Class<E> type;
    private final String name;
    private final List<Column<E>> columns;
    private final Function<Row, E> reader;
    private final String select;
    private final String insert;
    private final String update;

    /** @param columns all columns of the table, {@code id} first */
    EntityTable(Class<E> type, String name, List<Column<E>> columns, Function<Row, E> reader) {
        this.type = type;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.reader = reader;
        this.select = "SELECT " + listed(column -> name + "." + column) + " FROM " + name + " ";
        this.insert =
                "INSERT INTO " + name + " (" + listed(column -> column) + ") VALUES (" + listed(column -> "?") + ")";
        this.update = "UPDATE " + name + " SET " + listed(column -> column + " = ?") + " WHERE id = ?";
    }

    private String listed(UnaryOperator<String> part) {
        return columns.stream().map(Column::name).map(part).collect(Collectors.joining(", "));
    }

    String name() {
        return name;
    }

    boolean holds(Entity entity) {
        return type.isInstance(entity);
    }

    Row row(Entity entity) {
        return Row.of(type.cast(entity), columns);
    }

    /** @throws IllegalArgumentException when the properties are not those of this table */
    Row row(JsonNode logged) {
        return Row.of(logged, columns);
    }

    /** The entity of which a row holds the values. */
    E entity(Row row) {
        return reader.apply(row);
    }

    /** @throws IllegalArgumentException when the values make no such entity */
    E entity(JsonNode logged) {
        return reader.apply(Row.of(logged, columns));
    }

    /**
     * Entities of this table.
     *
     * @param rest what follows {@code SELECT … FROM table}
     */
    List<E> list(Connection connection, String rest, @Nullable Object... values) throws SQLException {
        String sql = select + rest;
        return Sql.list(connection, stored -> reader.apply(Row.of(stored, columns)), sql, values);
    }

    Optional<Row> find(Connection connection, UUID id) throws SQLException {
        String sql = select + "WHERE id = ?";
        return Sql.first(connection, stored -> Row.of(stored, columns), sql, id.toString());
    }

    /** At most {@code limit} rows with an id after the given one, by id. */
    List<Row> page(Connection connection, String afterId, int limit) throws SQLException {
        String sql = select + "WHERE id > ? ORDER BY id LIMIT ?";
        return Sql.list(connection, stored -> Row.of(stored, columns), sql, afterId, limit);
    }

    /** The rows that were made after one and up to another, both as SQLite counts rows. */
    List<Row> stretch(Connection connection, long afterRowid, long toRowid) throws SQLException {
        String sql = select + "WHERE " + name + ".rowid > ? AND " + name + ".rowid <= ? ORDER BY " + name + ".rowid";
        return Sql.list(connection, stored -> Row.of(stored, columns), sql, afterRowid, toRowid);
    }

    void insert(Connection connection, Row row) throws SQLException {
        Sql.update(connection, insert, values(row).toArray());
    }

    void update(Connection connection, Row row) throws SQLException {
        List<@Nullable Object> values = values(row);
        values.add(row.text("id"));
        Sql.update(connection, update, values.toArray());
    }

    void delete(Connection connection, UUID id) throws SQLException {
        Sql.update(connection, "DELETE FROM " + name + " WHERE id = ?", id.toString());
    }

    private List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.stored(column.name())));
        return values;
    }
}
