package org.ictograph.store.sqlite;

import java.util.List;
import org.ictograph.model.Entity;

/** All entity tables, and the way from an entity or a name to its table. */
final class EntityTables {
    /** Every table that is a projection of the edit log. */
    static final List<EntityTable<?>> ALL = List.of(
            FrameTables.PROTOCOL,
            FrameTables.RATER,
            FrameTables.SUBJECT,
            FrameTables.RECORDING,
            FrameTables.CAGE,
            FrameTables.POSE_TRACK,
            LabelTables.MARK,
            LabelTables.COVERAGE,
            LabelTables.RUN,
            LabelTables.PROPOSAL,
            LabelTables.DECISION,
            LabelTables.SETTLEMENT,
            LabelTables.EXPORT_RECEIPT,
            Signatures.TABLE,
            Seals.ASSIGNMENT,
            Seals.SUBMISSION,
            MergedEdits.TABLE);

    private EntityTables() {}

    static EntityTable<?> of(Entity entity) {
        return ALL.stream().filter(table -> table.holds(entity)).findFirst().orElseThrow();
    }

    /** @throws IllegalArgumentException when there is no such table */
    static EntityTable<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + name + "."));
    }
}
