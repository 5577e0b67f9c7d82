package org.ictograph.model;

import java.util.UUID;

/** A person who works in a study, by a name that is unique in it. */
public record Rater(UUID id, String name) implements Entity {
    public Rater {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A rater needs a name.");
        }
    }

    /** The same person under another name. */
    public Rater named(String other) {
        return new Rater(id, other);
    }
}
