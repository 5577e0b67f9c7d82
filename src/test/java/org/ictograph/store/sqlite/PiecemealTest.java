package org.ictograph.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

class PiecemealTest {
    @TempDir
    Path folder;

    @Test
    void whatTheDiskRefusesOnTheWayIsToldAtTheEnd() throws Exception {
        Piecemeal pieces = new Piecemeal(folder.resolve("copy"));
        pieces.progress(1, 2);
        pieces.refuseUnwritten();
        pieces.close();
        pieces.progress(0, 2);
        assertThatThrownBy(pieces::refuseUnwritten).isInstanceOf(IOException.class);
    }

    /** SQLite must ask after each piece, or all of a large copy would go to the disk at its end. */
    @Test
    void aCopyComesInPieces() throws Exception {
        Path source = folder.resolve("source");
        Path copy = folder.resolve("copy");
        List<Integer> left = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source)) {
            try (Statement fill = connection.createStatement()) {
                fill.execute("CREATE TABLE t AS SELECT zeroblob(" + 5 * Piecemeal.PAGES * 4096 / 2 + ")");
            }
            try (Piecemeal pieces = new Piecemeal(copy)) {
                connection
                        .unwrap(SQLiteConnection.class)
                        .getDatabase()
                        .backup(
                                "main",
                                copy.toString(),
                                (remaining, pages) -> {
                                    pieces.progress(remaining, pages);
                                    left.add(remaining);
                                },
                                0,
                                0,
                                Piecemeal.PAGES);
                pieces.refuseUnwritten();
            }
        }
        assertThat(left).hasSize(3).isSortedAccordingTo((a, b) -> b - a);
        assertThat(Files.size(copy)).isEqualTo(Files.size(source));
    }
}
