package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Walks through a whole table by id, a page at a time. */
final class RowPages {
    private static final int PAGE = 1000;

    private final EntityTable<?> table;
    private final Connection connection;
    private List<Row> page;
    private int at;

    RowPages(EntityTable<?> table, Connection connection) throws SQLException {
        this.table = table;
        this.connection = connection;
        this.page = table.page(connection, "", PAGE);
    }

    boolean has() {
        return at < page.size();
    }

    Row row() {
        return page.get(at);
    }

    String id() {
        return row().text("id");
    }

    void next() throws SQLException {
        String last = id();
        at++;
        if (at == page.size()) {
            page = table.page(connection, last, PAGE);
            at = 0;
        }
    }
}
