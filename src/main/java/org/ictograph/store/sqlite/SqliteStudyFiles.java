package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.StudyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Study files as SQLite databases. */
public final class SqliteStudyFiles implements StudyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStudyFiles.class);

    private final Clock clock;
    private final Migrations migrations;

    /** With the clock and the time zone of this machine. */
    public SqliteStudyFiles() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock stamps the entries of the edit log, its zone included */
    public SqliteStudyFiles(Clock clock) {
        this(clock, Migrations.STANDARD);
    }

    SqliteStudyFiles(Clock clock, Migrations migrations) {
        this.clock = clock;
        this.migrations = migrations;
    }

    /** Fills a hidden file beside the place first, so that a study is there whole or not at all. */
    @Override
    public StudyStore create(Path path, String name, Protocol protocol, Rater first) throws StoreException {
        Path file = path.toAbsolutePath().normalize();
        Path folder = folderOf(file);
        if (Files.exists(file)) {
            throw new StoreException(alreadyThere(file));
        }
        Path hidden = folder.resolve("." + UUID.randomUUID() + ENDING + ".new");
        try {
            fill(hidden, name, protocol, first);
            Files.move(hidden, file);
        } catch (SQLException failure) {
            throw Sentences.of(file, failure);
        } catch (FileAlreadyExistsException taken) {
            throw new StoreException(alreadyThere(file), taken);
        } catch (IOException failure) {
            throw new StoreException(Sentences.notWritable(file), failure);
        } finally {
            discard(hidden);
        }
        LOG.info("Created {}", file);
        return open(file);
    }

    private void fill(Path hidden, String name, Protocol protocol, Rater first)
            throws SQLException, IOException, StoreException {
        try (Connection connection = StudyConnection.open(hidden, true, Journal.at(folderOf(hidden)))) {
            migrations.apply(connection);
            Sql.update(
                    connection,
                    "INSERT INTO study (id, name) VALUES (?, ?)",
                    UUID.randomUUID().toString(),
                    name);
            SqliteStudyStore store = new SqliteStudyStore(hidden, new OpenFile(hidden, () -> connection), clock);
            store.commit(first.id(), Edit.adding(Verb.CREATE_STUDY, protocol, first), OptionalLong.empty(), List.of());
        }
    }

    @Override
    public StudyStore open(Path path) throws StoreException {
        Path file = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no study file " + file + ".");
        }
        try {
            Opening opening = new Opening(file, migrations);
            opening.refuseStrangers();
            OpenFile open = new OpenFile(file, opening::connect);
            LOG.info("Opened {}", file);
            return new SqliteStudyStore(file, open, clock);
        } catch (SQLException failure) {
            throw Sentences.of(file, failure);
        } catch (IOException failure) {
            throw new StoreException(Sentences.notWritable(file), failure);
        }
    }

    private static Path folderOf(Path file) throws StoreException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException("There is no folder for " + file + "; make it first.");
        }
        return folder;
    }

    private static String alreadyThere(Path file) {
        return file + " exists already; open it, or choose another name.";
    }

    private static void discard(Path hidden) {
        for (String ending : List.of("", "-wal", "-shm", "-journal")) {
            try {
                Files.deleteIfExists(hidden.resolveSibling(hidden.getFileName() + ending));
            } catch (IOException failure) {
                LOG.warn("Could not remove {}{}", hidden, ending, failure);
            }
        }
    }
}
