package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Conflict;
import org.ictograph.model.Entity;
import org.ictograph.model.Protocol;

/** The review list: what several copies' edits make of the same things, and nobody has decided yet. */
final class Conflicts {
    private final Connection connection;
    private final Lineage lineage;

    private Conflicts(Connection connection, Lineage lineage) {
        this.connection = connection;
        this.lineage = lineage;
    }

    /** All conflicts, in an order that does not depend on how the edits came here; none in a study without merged edits. */
    static List<Conflict> list(Connection connection) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM (SELECT 1 FROM merged_edit LIMIT 1)") == 0) {
            return List.of();
        }
        return list(connection, Merge.lineage(connection, List.of()));
    }

    /** @param lineage the histories as they are now */
    static List<Conflict> list(Connection connection, Lineage lineage) throws SQLException {
        return new Conflicts(connection, lineage).list();
    }

    private List<Conflict> list() throws SQLException {
        List<Conflict> conflicts = new ArrayList<>();
        Set<UUID> forked = new HashSet<>();
        for (Map.Entry<UUID, Line> entry : lineage.lines().entrySet()) {
            if (versions(entry.getValue()).size() > 1) {
                forked.add(entry.getKey());
                conflicts.add(fork(entry.getKey(), entry.getValue()));
            } else if (entry.getValue().value().isEmpty()) {
                kept(entry.getKey(), entry.getValue()).ifPresent(conflicts::add);
            } else if (entry.getValue().table() == FrameTables.PROTOCOL) {
                labels(entry.getKey(), entry.getValue()).ifPresent(conflicts::add);
            }
        }
        for (OwnNames names : OwnNames.ALL) {
            clashes(names).stream()
                    .filter(clash -> clash.versions().stream()
                            .noneMatch(version -> forked.contains(
                                    version.value().orElseThrow().id())))
                    .forEach(conflicts::add);
        }
        conflicts.sort(Comparator.comparing((Conflict conflict) -> conflict.kind())
                .thenComparing(conflict -> conflict.held().at())
                .thenComparing(conflict -> conflict.entityId().toString()));
        return conflicts;
    }

    /** One end for each value, the shown one first. */
    private static List<Version> versions(Line line) {
        List<Version> versions = new ArrayList<>();
        Set<Optional<Row>> values = new HashSet<>();
        for (Version end : line.ends()) {
            if (values.add(end.after())) {
                versions.add(end);
            }
        }
        return versions;
    }

    private Conflict fork(UUID id, Line line) throws SQLException {
        List<Conflict.Version> told = new ArrayList<>();
        for (Version version : versions(line)) {
            Optional<Row> value = told.isEmpty() ? line.table().find(connection, id) : version.after();
            told.add(told(version, value.map(line.table()::entity)));
        }
        return new Conflict(Conflict.Kind.FORK, id, told);
    }

    private Optional<Conflict> kept(UUID id, Line line) throws SQLException {
        Optional<Entity> stored = line.table().find(connection, id).map(line.table()::entity);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Version gone = line.shown().orElseThrow();
        Version last = line.versions().stream()
                .filter(version -> version.after().isPresent())
                .max(Version::compareTo)
                .orElse(gone);
        return Optional.of(
                new Conflict(Conflict.Kind.KEPT, id, List.of(told(last, stored), told(gone, Optional.empty()))));
    }

    /** Labels that somebody took out of the protocol and that marks carry: with them, and as that person wanted it. */
    private Optional<Conflict> labels(UUID id, Line line) throws SQLException {
        Protocol wanted = FrameTables.PROTOCOL.entity(line.value().orElseThrow());
        Optional<Protocol> stored = FrameTables.PROTOCOL.find(connection, id).map(FrameTables.PROTOCOL::entity);
        return stored.flatMap(held -> KeptLabels.lastWith(line, held, wanted)
                .map(last -> new Conflict(
                        Conflict.Kind.KEPT,
                        id,
                        List.of(told(last, stored), told(line.shown().orElseThrow(), Optional.of(wanted))))));
    }

    /** Things that got another name or number than their maker gave them, each with the one that has it. */
    private List<Conflict> clashes(OwnNames names) throws SQLException {
        List<Conflict> clashes = new ArrayList<>();
        for (Map.Entry<UUID, Row> other : names.given(connection, lineage).entrySet()) {
            Line line = lineage.known(other.getKey());
            Row own = line.value().or(line::lastValue).orElseThrow();
            if (!own.equals(other.getValue())) {
                Optional<UUID> holder = names.holder(connection, lineage, own);
                if (holder.isPresent()) {
                    Line held = lineage.known(holder.get());
                    clashes.add(new Conflict(
                            Conflict.Kind.CLASH,
                            other.getKey(),
                            List.of(
                                    told(line.shown().orElseThrow(), stored(other.getKey(), line)),
                                    told(held.shown().orElseThrow(), stored(holder.get(), held)))));
                }
            }
        }
        return clashes;
    }

    private Optional<Entity> stored(UUID id, Line line) throws SQLException {
        return line.table().find(connection, id).map(line.table()::entity);
    }

    private static Conflict.Version told(Version version, Optional<? extends Entity> value) {
        Instant at = version.at();
        return new Conflict.Version(value.map(entity -> (Entity) entity), version.raterId(), at, version.root());
    }
}
