package org.ictograph.model;

import java.util.Optional;
import java.util.UUID;

/** One entity that comes, changes or goes. */
public sealed interface Change {
    /** The entity as it was, empty when it is new. */
    Optional<Entity> before();

    /** The entity as it will be, empty when it goes. */
    Optional<Entity> after();

    /** The change that takes this one back. */
    Change inverse();

    /** Identity of the entity. */
    default UUID entityId() {
        return after().or(this::before).orElseThrow().id();
    }

    /** A new entity. */
    record Added(Entity entity) implements Change {
        @Override
        public Optional<Entity> before() {
            return Optional.empty();
        }

        @Override
        public Optional<Entity> after() {
            return Optional.of(entity);
        }

        @Override
        public Change inverse() {
            return new Removed(entity);
        }
    }

    /** An entity with other values; both have the same identity and the same type. */
    record Changed(Entity from, Entity to) implements Change {
        public Changed {
            if (!from.id().equals(to.id()) || from.getClass() != to.getClass()) {
                throw new IllegalArgumentException("A change keeps the identity and the type of what it changes.");
            }
        }

        @Override
        public Optional<Entity> before() {
            return Optional.of(from);
        }

        @Override
        public Optional<Entity> after() {
            return Optional.of(to);
        }

        @Override
        public Change inverse() {
            return new Changed(to, from);
        }
    }

    /** An entity that is taken away. */
    record Removed(Entity entity) implements Change {
        @Override
        public Optional<Entity> before() {
            return Optional.of(entity);
        }

        @Override
        public Optional<Entity> after() {
            return Optional.empty();
        }

        @Override
        public Change inverse() {
            return new Added(entity);
        }
    }
}
