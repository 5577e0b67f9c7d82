package org.ictograph.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.MergedEdit.Strand;
import org.ictograph.model.Verb;

/**
 * The histories of entities as one edit log tells them, its merged edits included. An edit follows the version that its
 * maker saw, a decision about a conflict follows all ends, and taking a decision back brings the ends back. Both copies
 * of an edit, the one in the log where it was made and the one in a bundle, lead to the same strand.
 */
final class Lineage {
    private static final int PAGE = 1000;

    private final BiPredicate<String, UUID> wanted;
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private final Map<Long, String> roots = new HashMap<>();
    /** Entities that each decision about a conflict is about. */
    private final Map<String, List<UUID>> decided = new HashMap<>();
    /** Which decisions, or returns of decisions, were taken back by what. */
    private final Map<String, Set<String>> takenBack = new HashMap<>();

    /** @param wanted whether the history of an entity, given the name of its table and its id, is asked for */
    Lineage(BiPredicate<String, UUID> wanted) {
        this.wanted = wanted;
    }

    /** The histories that a whole log tells. */
    static Lineage of(EditLog log, BiPredicate<String, UUID> wanted) throws SQLException {
        Lineage lineage = new Lineage(wanted);
        List<LogRow> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(lineage::follow);
            page = log.after(page.get(page.size() - 1).sequence(), PAGE);
        }
        return lineage;
    }

    Map<UUID, Line> lines() {
        return lines;
    }

    /** Ids of the protocols whose histories it tells. */
    List<UUID> protocols() {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue().table() == FrameTables.PROTOCOL)
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Line> line(UUID id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** The history of an entity that has one. */
    Line known(UUID id) {
        return line(id).orElseThrow();
    }

    /**
     * Goes on by one row of the log.
     *
     * @return the edits that the row holds, as other copies keep them: the row's own, or the merged one in it; none for a
     *     row that concerns nothing wanted or only fits the tables to what was merged
     * @throws IllegalArgumentException when the row holds no entry
     */
    List<MergedEdit> follow(LogRow row) {
        if (!row.origin().isEmpty()) {
            List<MergedEdit> merged = merged(row);
            merged.forEach(this::add);
            roots.put(row.sequence(), row.root());
            return merged;
        }
        if (row.verb().equals(Verb.TAKE_IN.name())) {
            return List.of();
        }
        Optional<String> undone = row.undoes().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(roots.get(Long.parseLong(row.undoes())));
        List<Strand> strands = new ArrayList<>();
        if (!returns(row)) {
            for (Touch touch : Touch.of(row.changes(), wanted)) {
                Line line = lines.computeIfAbsent(touch.id(), id -> new Line(touch.table()));
                boolean decides = row.verb().equals(Verb.DECIDE_CONFLICT.name());
                List<String> follows =
                        decides ? line.ends().stream().map(Version::root).toList() : line.seen(touch.before());
                strands.add(new Strand(touch.id(), line.stampAfter(Version.micros(row)), follows));
            }
        }
        if (strands.isEmpty() && !returns(row)) {
            return List.of();
        }
        roots.put(row.sequence(), row.root());
        MergedEdit edit = MergedEdits.of(row, strands, undone);
        add(edit);
        return List.of(edit);
    }

    /** The edits of other copies that a row brought in. */
    static List<MergedEdit> merged(LogRow row) {
        if (row.origin().isEmpty()) {
            return List.of();
        }
        List<MergedEdit> merged = new ArrayList<>();
        Json.parse(row.changes()).forEach(change -> {
            if (Json.word(change, "table").equals(MergedEdits.TABLE.name())) {
                merged.add(MergedEdits.TABLE.entity(Json.property(change, "after")));
            }
        });
        return merged;
    }

    /**
     * Adds an edit of any copy. What it follows must have been added before.
     *
     * @return ids of the entities whose history it concerns
     * @throws IllegalArgumentException when it is no edit
     */
    Set<UUID> add(MergedEdit edit) {
        LogRow made = MergedEdits.entry(edit);
        if (returns(made)) {
            return returned(edit);
        }
        Set<UUID> concerned = new HashSet<>();
        Map<UUID, Strand> strands = new HashMap<>();
        edit.strands().forEach(strand -> strands.put(strand.entityId(), strand));
        for (Touch touch : Touch.of(made.changes(), wanted)) {
            Strand strand = strands.get(touch.id());
            if (strand == null) {
                throw new IllegalArgumentException("the edit " + edit.hash() + " has lost its place");
            }
            lines.computeIfAbsent(touch.id(), id -> new Line(touch.table())).add(Version.of(made, touch, strand));
            concerned.add(touch.id());
        }
        if (made.verb().equals(Verb.DECIDE_CONFLICT.name())) {
            decided.put(made.root(), List.copyOf(concerned));
        }
        return concerned;
    }

    /** True for an entry that takes a decision about a conflict back, or takes that back. */
    static boolean returns(LogRow made) {
        return made.verb().equals(Verb.DECIDE_CONFLICT.name()) && !made.undoes().isEmpty();
    }

    private Set<UUID> returned(MergedEdit edit) {
        String target = edit.undoes().orElse("");
        takenBack.computeIfAbsent(target, none -> new HashSet<>()).add(edit.hash());
        List<UUID> concerned = decided.getOrDefault(target, List.of());
        decided.put(edit.hash(), concerned);
        concerned.forEach(id -> known(id).without(this::isTakenBack));
        return new HashSet<>(concerned);
    }

    private boolean isTakenBack(String root) {
        return takenBack.getOrDefault(root, Set.of()).stream().anyMatch(by -> !isTakenBack(by));
    }
}
