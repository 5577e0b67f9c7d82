package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Entity;
import org.ictograph.store.StoreException;

/**
 * Brings the tables to what the histories of all copies make of them. Three rules, none of which asks who came first here:
 * of several ends of a history the latest counts; what somebody took away stays while other work refers to it, labels of
 * the protocol too; of two things with the same name or number the later one gets another.
 */
final class Reckoning {
    private final Connection connection;
    private final Lineage lineage;
    private final References references;
    /** Entities that were taken away by somebody and stay because something refers to them. */
    private final Set<UUID> kept = new LinkedHashSet<>();
    /** What the tables held before this step, by entity that was written since. */
    private final Map<UUID, Optional<Row>> before = new LinkedHashMap<>();

    Reckoning(Connection connection, Lineage lineage) throws SQLException {
        this.connection = connection;
        this.lineage = lineage;
        this.references = new References(connection);
        for (Map.Entry<UUID, Line> entry : lineage.lines().entrySet()) {
            Line line = entry.getValue();
            if (line.value().isEmpty()
                    && line.table().find(connection, entry.getKey()).isPresent()) {
                kept.add(entry.getKey());
            }
        }
    }

    /**
     * Writes what some histories now say.
     *
     * @return the changes made to the tables, for the log
     * @throws StoreException when something refers to what is in no known history
     */
    List<Change> write(Collection<UUID> concerned) throws SQLException, StoreException {
        before.clear();
        for (UUID id : concerned) {
            Line line = lineage.known(id);
            boolean needed = line.value().isEmpty() && references.pointTo(line.table(), id);
            put(id, line, needed ? line.lastValue() : line.value());
        }
        dropUnneeded();
        Set<String> scopes = new LinkedHashSet<>();
        concerned.forEach(id -> scopes.add(lineage.known(id).table().name()));
        before.keySet().forEach(id -> scopes.add(lineage.known(id).table().name()));
        for (OwnNames names : OwnNames.ALL) {
            if (scopes.contains(names.table().name())) {
                for (Map.Entry<UUID, Row> other :
                        names.given(connection, lineage).entrySet()) {
                    store(other.getKey(), names.table(), Optional.of(other.getValue()));
                }
            }
        }
        return changes();
    }

    private void put(UUID id, Line line, Optional<Row> value) throws SQLException, StoreException {
        if (value.isPresent() && line.value().isEmpty()) {
            kept.add(id);
        } else {
            kept.remove(id);
        }
        boolean protocol = value.isPresent() && line.table() == FrameTables.PROTOCOL;
        store(id, line.table(), protocol ? Optional.of(KeptLabels.in(connection, line, value.get())) : value);
        if (value.isPresent()) {
            for (Map.Entry<UUID, EntityTable<?>> parent :
                    references.of(line.table(), value.get()).entrySet()) {
                if (parent.getValue().find(connection, parent.getKey()).isEmpty()) {
                    Line missing = lineage.line(parent.getKey())
                            .orElseThrow(() -> new StoreException("It refers to a "
                                    + parent.getValue().name().replace('_', ' ')
                                    + " that neither the bundle nor the study has."));
                    put(parent.getKey(), missing, missing.value().or(missing::lastValue));
                }
            }
        }
    }

    /** Takes away what is kept and that nothing refers to any more, which may free other things. */
    private void dropUnneeded() throws SQLException, StoreException {
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            for (UUID id : List.copyOf(kept)) {
                EntityTable<?> table = lineage.known(id).table();
                if (!references.pointTo(table, id)) {
                    store(id, table, Optional.empty());
                    kept.remove(id);
                    dropped = true;
                }
            }
        }
    }

    private void store(UUID id, EntityTable<?> table, Optional<Row> value) throws SQLException, StoreException {
        Optional<Row> stored = table.find(connection, id);
        if (stored.equals(value)) {
            return;
        }
        before.putIfAbsent(id, stored);
        if (value.isEmpty()) {
            table.delete(connection, id);
        } else if (stored.isEmpty()) {
            table.insert(connection, value.get());
        } else {
            table.update(connection, value.get());
        }
        if (!table.find(connection, id).equals(value)) {
            throw new StoreException("It holds a character or number that cannot be stored.");
        }
    }

    private List<Change> changes() throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<UUID, Optional<Row>> written : before.entrySet()) {
            EntityTable<?> table = lineage.known(written.getKey()).table();
            Optional<Row> now = table.find(connection, written.getKey());
            if (!now.equals(written.getValue())) {
                changes.add(change(written.getValue().map(table::entity), now.map(table::entity)));
            }
        }
        return changes;
    }

    private static Change change(Optional<? extends Entity> was, Optional<? extends Entity> is) {
        if (was.isEmpty()) {
            return new Change.Added(is.orElseThrow());
        }
        return is.isEmpty() ? new Change.Removed(was.get()) : new Change.Changed(was.get(), is.get());
    }
}
