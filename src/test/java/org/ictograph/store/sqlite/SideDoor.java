package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;

/** What the campaigns need of the inside of a study file: making, spoiling and comparing studies. */
public final class SideDoor {
    /** Orders of bundles in one trial. */
    public static final int ORDERS = BundleCampaign.ORDERS;

    private SideDoor() {}

    /** Makes a small study with one of every entity in it and closes it. */
    public static Path make(Path file) throws StoreException {
        Lab lab = new Lab();
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
        return file;
    }

    /** A study as a program of an earlier schema left it. */
    public static void sample(int schema, Path file) throws IOException {
        try (var sample = SideDoor.class.getResourceAsStream("studies/schema-" + schema + ".icto")) {
            Files.copy(java.util.Objects.requireNonNull(sample), file);
        }
    }

    /** The newest schema. */
    public static int newest() {
        return Migrations.STANDARD.newest();
    }

    /** Loads what the first opening loads. */
    public static void warm() throws SQLException {
        StudyConnection.scratch().close();
    }

    /** The study through the real store, but with another way to sync: the control that must lose edits. */
    public static StudyStore openUnsynced(Path file, String synchronous) throws Exception {
        Opening opening = new Opening(file, Migrations.STANDARD, Lab.copying(file));
        Connector connector = () -> {
            Connection connection = opening.connect();
            Sql.run(connection, "PRAGMA synchronous = " + synchronous);
            return connection;
        };
        return new SqliteStudyStore(
                file, new OpenFile(file, connector), Lab.CLOCK, Lab.copying(file), Tenure.unknown(file));
    }

    /** Adds one mark. */
    public static LogEntry mark(StudyStore store) throws StoreException {
        Study study = store.study();
        Cage cage = study.cages().get(0);
        Mark mark =
                Mark.byHand(cage.recordingId(), cage.id(), study.raters().get(0).id(), "rearing", new Span(1, 2));
        return store.commit(mark.raterId(), Edit.adding(Verb.ADD_MARK, mark), OptionalLong.empty(), List.of());
    }

    /** One trial of the campaign of bundles. */
    public static void bundles(Path folder, long seed) throws StoreException, IOException {
        new BundleCampaign(folder).trial(seed);
    }

    /** Runs statements on a closed file behind the store's back, as somebody who also knows of its triggers. */
    public static void spoil(Path file, String... statements) throws SQLException {
        try (Connection connection = raw(file)) {
            List<String> triggers = dropTriggers(connection);
            Sql.run(connection, "PRAGMA ignore_check_constraints = ON");
            for (String statement : statements) {
                Sql.run(connection, statement);
            }
            for (String trigger : triggers) {
                Sql.run(connection, trigger);
            }
        }
    }

    /** Takes the triggers away and gives the statements that bring them back. */
    private static List<String> dropTriggers(Connection connection) throws SQLException {
        String triggers = " FROM sqlite_schema WHERE type = 'trigger' ORDER BY name";
        List<String> made = Sql.list(connection, row -> row.getString(1), "SELECT sql" + triggers);
        for (String name : Sql.list(connection, row -> row.getString(1), "SELECT name" + triggers)) {
            Sql.run(connection, "DROP TRIGGER " + name);
        }
        return made;
    }

    /** Writes the log from an entry on anew with another time, every hash made to fit: only a head kept elsewhere tells. */
    public static void forge(Path file, long from, Random dice) throws SQLException {
        try (Connection connection = raw(file)) {
            List<String> triggers = dropTriggers(connection);
            EditLog log = new EditLog(connection);
            String previous =
                    from == 1 ? log.seed() : log.after(from - 2, 1).get(0).hash();
            Sql.run(connection, "BEGIN");
            for (LogRow row : log.after(from - 1, Integer.MAX_VALUE)) {
                String at = java.time.Instant.ofEpochSecond(1_700_000_000L + dice.nextInt(10_000_000))
                        .toString();
                LogRow forged = new LogRow(
                                row.sequence(),
                                row.raterId(),
                                at,
                                row.zone(),
                                row.undoes(),
                                row.verb(),
                                row.changes(),
                                row.reason(),
                                row.openedAfter(),
                                row.elapsedMillis(),
                                row.origin(),
                                previous,
                                "")
                        .sealed();
                Sql.update(
                        connection,
                        "UPDATE edit_log SET made_at = ?, previous_hash = ?, hash = ? WHERE sequence = ?",
                        forged.madeAt(),
                        previous,
                        forged.hash(),
                        forged.sequence());
                previous = forged.hash();
            }
            for (String trigger : triggers) {
                Sql.run(connection, trigger);
            }
            Sql.run(connection, "COMMIT");
        }
    }

    private static Connection raw(Path file) throws SQLException {
        return java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
