package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.store.StoreException;

/**
 * The tables as what all edits so far have made of them. An edit fits only if what it says was there is there, and only
 * if what it leaves can be read back as it was given.
 */
final class Projection {
    /** Finds a name or number that is given twice, as the subject of a sentence. */
    private static final List<String> DOUBLES = List.of(
            "SELECT 'A rater named “' || name || '”' FROM rater GROUP BY name HAVING count(*) > 1",
            "SELECT 'An animal named “' || name || '”' FROM subject GROUP BY name HAVING count(*) > 1",
            "SELECT 'A recording named “' || name || '”' FROM recording GROUP BY name HAVING count(*) > 1",
            """
            SELECT 'Cage ' || position || ' of “' || recording.name || '”'
            FROM cage JOIN recording ON recording.id = cage.recording_id
            GROUP BY recording_id, position HAVING count(*) > 1""");

    private final Connection connection;

    Projection(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes all changes of an edit.
     *
     * @throws StoreException when one of them does not fit; the transaction must be rolled back then
     */
    void apply(Edit edit) throws SQLException, StoreException {
        for (Change change : edit.changes()) {
            apply(change);
        }
        if (edit.changes().stream().anyMatch(Projection::names)) {
            refuseDoubles();
        }
    }

    /** True for things that have a name or number of their own; an edit of others need not look for doubles. */
    private static boolean names(Change change) {
        Entity entity = change.after().or(change::before).orElseThrow();
        return entity instanceof Rater
                || entity instanceof Subject
                || entity instanceof Recording
                || entity instanceof Cage;
    }

    /** Looked for at the end, so that an edit may swap two names or numbers. */
    private void refuseDoubles() throws SQLException, StoreException {
        List<String> doubled = doubled();
        if (!doubled.isEmpty()) {
            throw new StoreException(doubled.get(0) + " is already in the study; choose another. Nothing was changed.");
        }
    }

    /** Sentences about names and numbers that are given twice. */
    static List<String> doubles(Connection connection) throws SQLException {
        return new Projection(connection)
                .doubled().stream()
                        .map(twice -> twice + " is in the study twice.")
                        .toList();
    }

    private List<String> doubled() throws SQLException {
        List<String> doubled = new ArrayList<>();
        for (String doubles : DOUBLES) {
            doubled.addAll(Sql.list(connection, row -> row.getString(1), doubles));
        }
        return doubled;
    }

    private void apply(Change change) throws SQLException, StoreException {
        EntityTable<?> table = EntityTables.of(change.after().or(change::before).orElseThrow());
        Optional<Row> stored = table.find(connection, change.entityId());
        Optional<Row> expected = change.before().map(table::row);
        if (!stored.equals(expected)) {
            throw new StoreException("The " + table.name().replace('_', ' ')
                    + " was changed in the meantime; look at it again and repeat the change. Nothing was changed.");
        }
        Optional<Row> wanted = change.after().map(table::row);
        if (wanted.isEmpty()) {
            table.delete(connection, change.entityId());
        } else if (stored.isEmpty()) {
            table.insert(connection, wanted.get());
        } else {
            table.update(connection, wanted.get());
        }
        if (!table.find(connection, change.entityId()).equals(wanted)) {
            throw new StoreException("The " + table.name().replace('_', ' ')
                    + " holds a character or number that cannot be stored. Nothing was changed.");
        }
    }
}
