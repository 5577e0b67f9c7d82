package org.ictograph.model;

import java.util.Optional;
import java.util.UUID;

/**
 * A person who works in a study, by a name that is unique in it.
 *
 * @param role as the owner gave it; empty while nobody gave one, see {@link Study#roleOf}
 */
public record Rater(UUID id, String name, Optional<Role> role) implements Entity {
    public Rater {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A rater needs a name.");
        }
    }

    /** A person to whom no role was given. */
    public Rater(UUID id, String name) {
        this(id, name, Optional.empty());
    }

    /** The same person under another name. */
    public Rater named(String other) {
        return new Rater(id, other, role);
    }

    /** The same person with another role. */
    public Rater as(Role other) {
        return new Rater(id, name, Optional.of(other));
    }

    /**
     * What a rater may do here. Without a given role the first rater of a study is its owner and everybody else an
     * adjudicator, so that studies from before there were roles go on as they were.
     *
     * @param first true for the first rater of the study
     */
    public Role role(boolean first) {
        return role.orElse(first ? Role.OWNER : Role.ADJUDICATOR);
    }
}
