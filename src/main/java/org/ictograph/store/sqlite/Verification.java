package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ictograph.model.Run;
import org.ictograph.store.StoreException;
import org.ictograph.work.Progress;

/**
 * Everything that can be checked about a study file. SQLite's own checks see broken pages and references; the hash chain
 * sees a log that was changed; replaying the log sees tables that were changed; the hashes of the runs see score tracks
 * that were changed. Measured on single flipped bits, no one of them sees them all.
 */
final class Verification {
    private static final int PAGE = 1000;

    private final Connection connection;
    private final EditLog log;
    private final List<String> faults = new ArrayList<>();

    Verification(Connection connection) {
        this.connection = connection;
        this.log = new EditLog(connection);
    }

    /** Sentences that say what is wrong and where. */
    List<String> run(Progress progress) throws StoreException {
        progress.report(0, "checking the file");
        look(this::checkFile);
        look(this::checkReferences);
        look(() -> faults.addAll(Shape.of(connection, Migrations.STANDARD).differences()));
        look(() -> checkChain(progress.part(0.2, 0.5)));
        look(() -> faults.addAll(new Replay(connection).differences(progress.part(0.5, 0.9))));
        progress.report(0.9, "checking score tracks");
        look(this::checkTracks);
        progress.report(1, "checked");
        return List.copyOf(faults);
    }

    /**
     * What must be true of a copy before it counts: everything but the replay, which would find what the study itself has.
     */
    List<String> ofCopy(Progress progress) throws StoreException {
        progress.report(0, "checking the copy");
        look(this::checkFile);
        look(this::checkReferences);
        look(() -> checkChain(progress.part(0.3, 1)));
        return List.copyOf(faults);
    }

    /** Lets the other checks go on where damage makes one of them give up. */
    private void look(Check check) throws StoreException {
        try {
            check.run();
        } catch (SQLException | IllegalArgumentException damage) {
            faults.add("A part of the file cannot be read: " + damage.getMessage() + ".");
        }
    }

    /** One of the checks. */
    private interface Check {
        void run() throws SQLException, StoreException;
    }

    private void checkFile() throws SQLException {
        for (String line : Sql.list(connection, row -> row.getString(1), "PRAGMA integrity_check")) {
            if (!line.equals("ok")) {
                faults.add("The file is damaged: " + line + ".");
            }
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

    private void checkChain(Progress progress) throws SQLException {
        String previous = log.seed();
        long expected = 1;
        long size = log.size();
        List<LogRow> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            progress.check();
            for (LogRow row : page) {
                if (row.sequence() != expected) {
                    faults.add("The edit log has no entry " + expected + "; entry " + row.sequence() + " follows.");
                } else if (!row.previousHash().equals(previous)) {
                    faults.add("Entry " + expected + " of the edit log does not follow the entry before it.");
                }
                if (!row.intact()) {
                    faults.add("Entry " + row.sequence() + " of the edit log was changed after it was written.");
                }
                previous = row.hash();
                expected = row.sequence() + 1;
            }
            progress.report((double) expected / size, "checking entry " + expected + " of " + size);
            page = log.after(expected - 1, PAGE);
        }
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
