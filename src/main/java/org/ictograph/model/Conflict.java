package org.ictograph.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Work of several people that does not fit together and waits for somebody to decide. Until then the study holds one of
 * the versions and keeps the others.
 *
 * @param entityId what it is about
 * @param versions at least one; the one that the study holds first, then the newest first
 */
public record Conflict(Kind kind, UUID entityId, List<Version> versions) {
    /** What does not fit. */
    public enum Kind {
        /** Several people changed the same thing and did not know of each other. */
        FORK,
        /** Two things have the same name or number; the later one got another until somebody decides. */
        CLASH,
        /** Somebody took away what others' work refers to, or labels that it carries from the protocol; it was kept. */
        KEPT
    }

    /**
     * What one person made of it.
     *
     * @param value how it would be, empty for taken away
     * @param raterId whose version
     * @param at when it was made, by the clock of the machine where it was made
     * @param hash identity of the edit, or of the version
     */
    public record Version(Optional<Entity> value, UUID raterId, Instant at, String hash) {}

    public Conflict {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A conflict is between versions.");
        }
    }

    /** What the study holds now. */
    public Version held() {
        return versions.get(0);
    }

    /**
     * The edit by which a person decides.
     *
     * @param version what shall be: for {@link Kind#CLASH} the first to leave the names as they are, the second to swap
     *     them
     */
    public Edit decide(Version version) {
        if (kind == Kind.CLASH && !version.equals(held())) {
            Entity renamed = held().value().orElseThrow();
            Entity holder = version.value().orElseThrow();
            return new Edit(
                    Verb.DECIDE_CONFLICT,
                    List.of(
                            new Change.Changed(renamed, named(renamed, holder)),
                            new Change.Changed(holder, named(holder, renamed))));
        }
        return new Edit(Verb.DECIDE_CONFLICT, change(held().value(), version.value()));
    }

    /** Also says when nothing changes: that somebody decided so is a fact of its own. */
    private List<Change> change(Optional<Entity> held, Optional<Entity> chosen) {
        if (held.isPresent()) {
            return List.of(
                    chosen.isPresent() ? new Change.Changed(held.get(), chosen.get()) : new Change.Removed(held.get()));
        }
        if (chosen.isPresent()) {
            return List.of(new Change.Added(chosen.get()));
        }
        Entity gone = versions.stream()
                .flatMap(version -> version.value().stream())
                .findFirst()
                .orElseThrow();
        return List.of(new Change.Added(gone), new Change.Removed(gone));
    }

    private static Entity named(Entity entity, Entity like) {
        if (entity instanceof Rater rater && like instanceof Rater other) {
            return rater.named(other.name());
        }
        if (entity instanceof Subject subject && like instanceof Subject other) {
            return new Subject(subject.id(), other.name(), subject.litter(), subject.group(), subject.treatment());
        }
        if (entity instanceof Recording recording && like instanceof Recording other) {
            return recording.described(other.name(), recording.startedAt(), recording.zone());
        }
        if (entity instanceof Cage cage && like instanceof Cage other) {
            return cage.withPosition(other.position());
        }
        throw new IllegalArgumentException("Only things with names can swap them.");
    }
}
