package org.ictograph.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One finished action of a person: everything that changes a study is one. All its changes are stored together or not
 * at all, and its inverse takes them all back.
 *
 * @param reason why, in the person's words; empty unless it had to be given
 */
public record Edit(Verb verb, List<Change> changes, String reason) {
    public Edit {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("An edit changes something.");
        }
    }

    /** An edit that needs no reason. */
    public Edit(Verb verb, List<Change> changes) {
        this(verb, changes, "");
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

    /** An edit that changes no value and only tells what happened to the study as a whole. */
    public static Edit noting(Verb verb, Rater rater, String account) {
        return new Edit(verb, List.of(new Change.Changed(rater, rater)), account);
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

    /** The same edit with other changes. */
    public Edit withChanges(List<Change> others) {
        return new Edit(verb, others, reason);
    }

    /** The same edit, and why it is made. */
    public Edit because(String why) {
        return new Edit(verb, changes, why.strip());
    }
}
