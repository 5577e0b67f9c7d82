package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which tables refer to which, as the file's own foreign keys say. */
final class References {
    /** One column that holds ids of rows of another table. */
    private record Reference(String child, String column, String parent) {}

    private final Connection connection;
    private final List<Reference> all = new ArrayList<>();

    References(Connection connection) throws SQLException {
        this.connection = connection;
        for (String child :
                Sql.list(connection, row -> row.getString(1), "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            all.addAll(Sql.list(
                    connection,
                    row -> new Reference(child, row.getString("from"), row.getString("table")),
                    "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?) WHERE \"to\" = 'id'",
                    child));
        }
    }

    /** Ids that a row refers to, each with its table. */
    Map<UUID, EntityTable<?>> of(EntityTable<?> table, Row row) {
        Map<UUID, EntityTable<?>> parents = new LinkedHashMap<>();
        for (Reference reference : all) {
            if (reference.child().equals(table.name())) {
                Optional<UUID> id = row.textIfAny(reference.column()).map(UUID::fromString);
                id.ifPresent(parent -> parents.put(parent, EntityTables.named(reference.parent())));
            }
        }
        return parents;
    }

    /** True when a stored row refers to the entity. */
    boolean pointTo(EntityTable<?> table, UUID id) throws SQLException {
        for (Reference reference : all) {
            if (reference.parent().equals(table.name())) {
                String sql = "SELECT count(*) FROM (SELECT 1 FROM " + reference.child() + " WHERE " + reference.column()
                        + " = ? LIMIT 1)";
                if (Sql.number(connection, sql, id.toString()) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
