package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of an entity's table, and the property of the same name in the edit log.
 *
 * @param value what an entity has there: a {@code String}, {@code Long}, {@code Double} or {@code JsonNode} as the kind
 *     says, or null
 */
record Column<E>(String name, Kind kind, Function<E, @Nullable Object> value) {
    /** How a value is stored. */
    enum Kind {
        TEXT,
        INTEGER,
        REAL,
        JSON
    }

    static <E> Column<E> id(String name, Function<E, UUID> value) {
        return new Column<>(name, Kind.TEXT, entity -> value.apply(entity).toString());
    }

    static <E> Column<E> text(String name, Function<E, @Nullable String> value) {
        return new Column<>(name, Kind.TEXT, value::apply);
    }

    static <E> Column<E> word(String name, Function<E, Enum<?>> value) {
        return new Column<>(name, Kind.TEXT, entity -> value.apply(entity).name());
    }

    static <E> Column<E> integer(String name, ToLongFunction<E> value) {
        return new Column<>(name, Kind.INTEGER, value::applyAsLong);
    }

    /** SQLite has no negative zero, so it becomes zero here. */
    static <E> Column<E> real(String name, ToDoubleFunction<E> value) {
        return new Column<>(name, Kind.REAL, entity -> value.applyAsDouble(entity) + 0.0);
    }

    /** The value is parsed back at once, so that equal values are equal trees whichever way they came. */
    static <E> Column<E> json(String name, Function<E, @Nullable JsonNode> value) {
        return new Column<>(name, Kind.JSON, entity -> {
            JsonNode node = value.apply(entity);
            return node == null ? null : Json.parse(Json.text(node));
        });
    }
}
