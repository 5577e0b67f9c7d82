package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ictograph.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A study file that is only read, and never touched by it. A whole one of the newest shape is read where it is; one with a
 * write-ahead log or journal, of an older shape or damaged is read through a private copy, together with what lies beside
 * it.
 */
final class ReadingFile {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingFile.class);
    private static final List<String> SET = List.of("", "-wal", "-journal");

    private final Path file;
    private final Migrations migrations;
    private Optional<Path> privately = Optional.empty();

    ReadingFile(Path file, Migrations migrations) {
        this.file = file;
        this.migrations = migrations;
    }

    Connection connect() throws SQLException, IOException, StoreException {
        if (whole()) {
            return StudyConnection.look(file);
        }
        Path folder = Files.createTempDirectory("ictograph-reading");
        privately = Optional.of(folder);
        for (String ending : SET) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part)) {
                Files.copy(part, folder.resolve("study" + ending));
            }
        }
        Connection connection = StudyConnection.open(folder.resolve("study"), false, Journal.LOCAL);
        try {
            migrations.apply(connection);
            return connection;
        } catch (SQLException | StoreException | RuntimeException failure) {
            connection.close();
            close();
            throw failure;
        }
    }

    private boolean whole() throws SQLException, IOException {
        for (String ending : List.of("-wal", "-journal")) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part) && Files.size(part) > 0) {
                return false;
            }
        }
        try (Connection look = StudyConnection.look(file)) {
            return Migrations.version(look) == migrations.newest();
        }
    }

    /** Takes the private copy away. */
    void close() {
        privately.ifPresent(folder -> {
            for (String ending : List.of("", "-wal", "-journal", "-shm")) {
                Shelf.discard(folder.resolve("study" + ending));
            }
            try {
                Files.deleteIfExists(folder);
            } catch (IOException inUse) {
                LOG.info("{} stays behind", folder, inUse);
            }
        });
    }
}
