package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ictograph.model.Edit;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.StudyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Study files as SQLite databases. */
public final class SqliteStudyFiles implements StudyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStudyFiles.class);

    private final Clock clock;
    private final Migrations migrations;

    /** The files that this program has open for writing. */
    private final Set<Object> opened = ConcurrentHashMap.newKeySet();

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
            SqliteStudyStore store = new SqliteStudyStore(
                    hidden, new OpenFile(hidden, () -> connection), clock, Optional.empty(), () -> {});
            store.commit(first.id(), Edit.adding(Verb.CREATE_STUDY, protocol, first), OptionalLong.empty(), List.of());
        }
    }

    @Override
    public StudyStore open(Path path) throws StoreException {
        return open(path, false);
    }

    /** @param evenStale true when a person said that a stale lease may be taken over */
    private StudyStore open(Path path, boolean evenStale) throws StoreException {
        Path file = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no study file " + file + ".");
        }
        if (!Files.isWritable(file) || !Files.isWritable(folderOf(file))) {
            throw new StoreException(Sentences.notWritable(file));
        }
        try {
            // SQLite would refuse it, too; but what this program has open nothing else in it should touch at all.
            Object identity = identity(file);
            if (!opened.add(identity)) {
                throw new StoreException(Trouble.HELD, Sentences.alreadyOpen(file));
            }
            boolean done = false;
            try {
                StudyStore store = own(file, evenStale, () -> opened.remove(identity));
                done = true;
                return store;
            } finally {
                if (!done) {
                    opened.remove(identity);
                }
            }
        } catch (SQLException failure) {
            throw Sentences.of(file, failure);
        } catch (IOException failure) {
            throw new StoreException(Trouble.READ_ONLY, Sentences.notWritable(file), failure);
        }
    }

    private StudyStore own(Path file, boolean evenStale, Runnable closed)
            throws SQLException, IOException, StoreException {
        Opening opening = new Opening(file, migrations);
        opening.refuseStrangers();
        Optional<Tenure> shared =
                Journal.at(file) == Journal.SHARED ? Optional.of(Tenure.shared(file, evenStale)) : Optional.empty();
        boolean done = false;
        try {
            OpenFile open = new OpenFile(file, opening::connect);
            LOG.info("Opened {}", file);
            Tenure tenure = shared.orElseGet(() -> Tenure.local(file));
            done = true;
            return new SqliteStudyStore(file, open, clock, Optional.of(tenure), closed);
        } finally {
            if (!done) {
                shared.ifPresent(Tenure::close);
            }
        }
    }

    /** What stays the same under every name of a file, where the system tells. */
    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
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
