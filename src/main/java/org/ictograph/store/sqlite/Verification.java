package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Run;
import org.ictograph.store.StoreException;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * Everything that can be checked about a study file. SQLite's own checks see broken pages and references; the hash chain
 * sees a log that was changed; replaying the log sees tables that were changed; the hashes of the runs see score tracks
 * that were changed. Measured on single flipped bits, no one of them sees them all.
 */
final class Verification {
    /** Pages kept in memory meanwhile, in KiB: each row is looked up in every index, all over the file. */
    private static final int ROOM = 256 * 1024;

    private final Connection connection;
    private final List<String> faults = new ArrayList<>();

    Verification(Connection connection) {
        this.connection = connection;
    }

    /** Sentences that say what is wrong and where. */
    List<String> run(Progress progress) throws StoreException {
        progress.report(0, "checking the file");
        checkPages();
        checkContents(progress.part(0.2, 1));
        return List.copyOf(faults);
    }

    /**
     * The same of a file that stands still, its pages and its contents at once.
     *
     * @param beside another connection to the file
     */
    static List<String> run(Connection connection, Connection beside, Progress progress) throws StoreException {
        Verification pages = new Verification(beside);
        Verification contents = new Verification(connection);
        try (Lane lane = new Lane("pages")) {
            CompletableFuture<List<String>> told = lane.submit(() -> {
                pages.checkPages();
                return pages.faults;
            });
            contents.checkContents(progress);
            List<String> faults = new ArrayList<>(told.join());
            faults.addAll(contents.faults);
            return List.copyOf(faults);
        }
    }

    private void checkPages() {
        look(this::checkFile);
        look(this::checkReferences);
    }

    private void checkContents(Progress progress) throws StoreException {
        checkShape();
        look(() -> new Replay(connection).differences(progress.part(0, 0.9), faults));
        progress.report(0.9, "checking score tracks");
        look(this::checkTracks);
        progress.report(1, "checked");
    }

    /**
     * What must be true of a copy before it counts: everything but the replay, which would find what the study itself has.
     */
    List<String> ofCopy(Progress progress) {
        progress.report(0, "checking the copy");
        checkPages();
        look(() -> new Chain(connection).check(progress.part(0.3, 1), faults));
        return List.copyOf(faults);
    }

    /** Lets the other checks go on where damage makes one of them give up. */
    private void look(Check check) {
        try {
            check.run();
        } catch (SQLException | IllegalArgumentException damage) {
            unreadable(damage);
        }
    }

    private void unreadable(Exception damage) {
        faults.add("A part of the file cannot be read: " + damage.getMessage() + ".");
    }

    /** One of the checks. */
    private interface Check {
        void run() throws SQLException;
    }

    private void checkShape() throws StoreException {
        try {
            faults.addAll(Shape.of(connection, Migrations.STANDARD).differences());
        } catch (SQLException damage) {
            unreadable(damage);
        }
    }

    private void checkFile() throws SQLException {
        long usual = Sql.number(connection, "PRAGMA cache_size");
        Sql.run(connection, "PRAGMA cache_size = -" + ROOM);
        try {
            for (String line : Sql.list(connection, row -> row.getString(1), "PRAGMA integrity_check")) {
                if (!line.equals("ok")) {
                    faults.add("The file is damaged: " + line + ".");
                }
            }
        } finally {
            Sql.run(connection, "PRAGMA cache_size = " + usual);
        }
    }

    private void checkReferences() throws SQLException {
        faults.addAll(Sql.list(
                connection,
                row -> String.format(
                        Locale.ROOT,
                        "Row %d of table %s refers to a %s that is not there.",
                        row.getLong("rowid"),
                        row.getString("table"),
                        row.getString("parent")),
                "PRAGMA foreign_key_check"));
    }

    private void checkTracks() throws SQLException {
        TrackTable tracks = new TrackTable(connection);
        for (Run run : LabelTables.RUN.list(connection, "ORDER BY rowid")) {
            if (!TracksHash.of(tracks.of(run.id())).equals(run.tracksHash())) {
                faults.add(
                        "The score tracks of run " + run.id() + " (" + run.model() + ") are not those that it left.");
            }
        }
    }
}
