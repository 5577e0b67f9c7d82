package org.ictograph.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One finished action of a person: everything that changes a study is one. All its changes are stored together or not
 * at all, and its inverse takes them all back.
 */
public record Edit(Verb verb, List<Change> changes) {
    public Edit {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("An edit changes something.");
        }
    }

    public static Edit adding(Verb verb, Entity... entities) {
        List<Change> changes = new ArrayList<>();
        for (Entity entity : entities) {
            changes.add(new Change.Added(entity));
        }
        return new Edit(verb, changes);
    }

    public static Edit changing(Verb verb, Entity from, Entity to) {
        return new Edit(verb, List.of(new Change.Changed(from, to)));
    }

    public static Edit removing(Verb verb, Entity entity) {
        return new Edit(verb, List.of(new Change.Removed(entity)));
    }

    /** The edit that takes this one back: the inverse changes in reverse order. */
    public Edit inverse() {
        List<Change> reversed = new ArrayList<>(changes.size());
        for (Change change : changes) {
            reversed.add(change.inverse());
        }
        Collections.reverse(reversed);
        return new Edit(verb, reversed);
    }
}
