package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ictograph.store.Salvaged;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyFiles;
import org.ictograph.work.Progress;

/**
 * Works on a hidden copy of a damaged study beside the new one, so that the damaged file is only ever read, and moves the
 * new one into place when it has passed every check.
 */
final class Salvor {
    /** Places and sizes in the header of an SQLite file (sqlite.org/fileformat2.html, section 1.3). */
    private static final int HEADER = 100;

    private static final int PAGE_SIZE = 16;
    private static final int PAGES = 28;
    private static final int LARGEST_PAGE = 65_536;
    /** A header that tells of much more is damaged itself. */
    private static final long MOST_ADDED = 1L << 30;

    private final Migrations migrations;
    private final Clock clock;

    Salvor(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** @param folder of the new study */
    Salvaged salvage(Path damaged, Path folder, Path into, Progress progress)
            throws SQLException, IOException, StoreException {
        Path wreck = folder.resolve("." + UUID.randomUUID() + StudyFiles.ENDING + ".wreck");
        Path fresh = folder.resolve("." + UUID.randomUUID() + StudyFiles.ENDING + ".new");
        try {
            progress.report(0, "copying " + damaged.getFileName());
            copy(damaged, wreck);
            fillUp(wreck);
            Salvaged salvaged;
            try (Connection left = open(damaged, wreck);
                    Connection made = StudyConnection.open(fresh, true, Journal.at(folder))) {
                salvaged = fill(left, made, damaged, progress.part(0.1, 0.8));
                List<String> faults = new Verification(made).run(progress.part(0.8, 1));
                if (!faults.isEmpty()) {
                    throw new StoreException(
                            Trouble.DAMAGED,
                            "What could be saved of " + damaged + " makes no sound study (" + faults.get(0)
                                    + "). Restore a snapshot; nothing was written.");
                }
                Sql.run(made, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
            Files.move(fresh, into);
            return salvaged;
        } finally {
            Shelf.discard(wreck);
            Shelf.discard(fresh);
        }
    }

    private Salvaged fill(Connection left, Connection made, Path damaged, Progress progress)
            throws SQLException, StoreException {
        migrations.apply(made);
        List<String> title = new Wreck(left)
                .title()
                .orElseGet(() -> List.of(UUID.randomUUID().toString(), String.valueOf(damaged.getFileName())));
        Sql.update(made, "INSERT INTO study (id, name) VALUES (?, ?)", title.get(0), title.get(1));
        return new Salvage(left, made, clock).run(String.valueOf(damaged.getFileName()), progress);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String ending : List.of("", "-wal", "-journal")) {
            Path part = from.resolveSibling(from.getFileName() + ending);
            if (Files.exists(part)) {
                Files.copy(part, to.resolveSibling(to.getFileName() + ending));
            }
        }
    }

    /** SQLite refuses a file that is shorter than its header says; empty pages at its end are lost pages like others. */
    private static void fillUp(Path wreck) throws IOException {
        try (FileChannel bytes = FileChannel.open(wreck, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            if (bytes.read(header, 0) == HEADER) {
                int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
                long whole = Integer.toUnsignedLong(header.getInt(PAGES)) * (size == 1 ? LARGEST_PAGE : size);
                if (bytes.size() < whole && whole - bytes.size() <= Math.max(MOST_ADDED, bytes.size())) {
                    bytes.write(ByteBuffer.allocate(1), whole - 1);
                }
            }
        }
    }

    /** Opens the copy: together with what a crash left beside it, or without it where the two do not go together. */
    private Connection open(Path damaged, Path wreck) throws SQLException, IOException, StoreException {
        try {
            return migrated(damaged, wreck);
        } catch (SQLException unfit) {
            Shelf.discard(wreck);
            Files.copy(damaged, wreck);
            fillUp(wreck);
            return migrated(damaged, wreck);
        }
    }

    private Connection migrated(Path damaged, Path wreck) throws SQLException, StoreException {
        Connection connection = StudyConnection.open(wreck, false, Journal.SHARED);
        boolean done = false;
        try {
            if (Sql.number(connection, "PRAGMA application_id") != StudyConnection.APPLICATION_ID) {
                throw new StoreException(Sentences.noStudy(damaged));
            }
            if (Migrations.version(connection) < migrations.newest()) {
                migrations.apply(connection);
            }
            done = true;
            return connection;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }
}
