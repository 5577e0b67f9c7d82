package org.ictograph.model;

import java.util.UUID;

/**
 * An animal.
 *
 * @param name the animal's id as the lab writes it, for example {@code 70-3}; any text, unique in the study
 * @param litter empty when not known
 * @param group experimental group, hidden from blind raters; empty when not known
 * @param treatment hidden from blind raters; empty when not known
 */
public record Subject(UUID id, String name, String litter, String group, String treatment) implements Entity {
    public Subject {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An animal needs an id.");
        }
    }

    public static Subject named(String name) {
        return new Subject(UUID.randomUUID(), name, "", "", "");
    }
}
