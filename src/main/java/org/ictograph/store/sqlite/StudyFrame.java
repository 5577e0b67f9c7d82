package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.ictograph.model.Study;

/** Reads the frame of a study. */
final class StudyFrame {
    private StudyFrame() {}

    static Study read(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        row -> new Study(
                                UUID.fromString(row.getString("id")),
                                row.getString("name"),
                                FrameTables.PROTOCOL
                                        .list(connection, "ORDER BY version DESC, rowid DESC LIMIT 1")
                                        .get(0),
                                FrameTables.RATER.list(connection, "ORDER BY rowid"),
                                FrameTables.SUBJECT.list(connection, "ORDER BY rowid"),
                                FrameTables.RECORDING.list(connection, "ORDER BY rowid"),
                                FrameTables.CAGE.list(connection, "ORDER BY position, rowid")),
                        "SELECT id, name FROM study")
                .orElseThrow();
    }
}
