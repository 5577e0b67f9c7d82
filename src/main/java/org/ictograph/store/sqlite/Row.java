package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * The stored values of one entity by column name, the same whether they come from the entity, from its table or from the
 * edit log. Rows are equal when all their values are.
 */
final class Row {
    private final Map<String, Object> values;

    private Row(Map<String, Object> values) {
        this.values = values;
    }

    static <E> Row of(E entity, List<Column<E>> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column<E> column : columns) {
            Object value = column.value().apply(entity);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return new Row(values);
    }

    /** @param stored a row of these columns in this order */
    static <E> Row of(ResultSet stored, List<Column<E>> columns) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column<E> column = columns.get(i);
            Object value =
                    switch (column.kind()) {
                        case TEXT -> stored.getString(i + 1);
                        case INTEGER -> stored.getLong(i + 1);
                        case REAL -> stored.getDouble(i + 1);
                        case JSON -> stored.getString(i + 1);
                    };
            if (value != null && !(value instanceof Number && stored.wasNull())) {
                values.put(column.name(), column.kind() == Column.Kind.JSON ? Json.parse((String) value) : value);
            }
        }
        return new Row(values);
    }

    /** @throws IllegalArgumentException when a property has the wrong type or none of the columns has its name */
    static <E> Row of(JsonNode logged, List<Column<E>> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column<E> column : columns) {
            JsonNode value = logged.get(column.name());
            if (value != null) {
                values.put(column.name(), plain(value, column.kind()));
            }
        }
        if (values.size() != logged.size()) {
            throw new IllegalArgumentException("Unknown properties: " + logged);
        }
        return new Row(values);
    }

    private static Object plain(JsonNode value, Column.Kind kind) {
        return switch (kind) {
            case TEXT -> value.isTextual() ? value.textValue() : wrong(value);
            case INTEGER -> value.isIntegralNumber() ? (Object) value.longValue() : wrong(value);
            case REAL -> value.isNumber() ? (Object) value.doubleValue() : wrong(value);
            case JSON -> value;
        };
    }

    private static Object wrong(JsonNode value) {
        throw new IllegalArgumentException("A value of the wrong type: " + value);
    }

    ObjectNode json() {
        ObjectNode object = Json.object();
        values.forEach((name, value) -> {
            if (value instanceof JsonNode node) {
                object.set(name, node);
            } else if (value instanceof Long number) {
                object.put(name, number);
            } else if (value instanceof Double number) {
                object.put(name, number);
            } else {
                object.put(name, (String) value);
            }
        });
        return object;
    }

    /** The same row with another value in one column. */
    Row with(String column, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new Row(changed);
    }

    /** The value as SQLite takes it, null when there is none. */
    @Nullable Object stored(String column) {
        Object value = values.get(column);
        return value instanceof JsonNode node ? Json.text(node) : value;
    }

    String text(String column) {
        return (String) present(column);
    }

    long integer(String column) {
        return (Long) present(column);
    }

    int small(String column) {
        long value = integer(column);
        if (value != (int) value) {
            throw new IllegalArgumentException("The number in the column " + column + " is too large: " + value);
        }
        return (int) value;
    }

    double real(String column) {
        return (Double) present(column);
    }

    JsonNode json(String column) {
        return (JsonNode) present(column);
    }

    UUID id(String column) {
        return UUID.fromString(text(column));
    }

    <T extends Enum<T>> T word(String column, Class<T> words) {
        return Enum.valueOf(words, text(column));
    }

    Span span() {
        return new Span(integer("start_micros"), integer("end_micros"));
    }

    Optional<String> textIfAny(String column) {
        return Optional.ofNullable((String) values.get(column));
    }

    Optional<Instant> instantIfAny(String column) {
        try {
            return textIfAny(column).map(Instant::parse);
        } catch (DateTimeParseException damaged) {
            throw new IllegalArgumentException("The column " + column + " holds no moment.", damaged);
        }
    }

    Optional<JsonNode> jsonIfAny(String column) {
        return Optional.ofNullable((JsonNode) values.get(column));
    }

    private Object present(String column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("The column " + column + " is empty.");
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
