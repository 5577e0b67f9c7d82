package org.ictograph.store.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The history of one entity over all copies of the study: versions, each of which follows others. Those that nothing
 * follows are its ends; more than one means that people changed it without knowing of each other. The latest end is
 * shown. All this depends on the versions alone, not on the order in which they became known.
 */
final class Line {
    private final EntityTable<?> table;
    private final Map<String, Version> versions = new HashMap<>();
    private List<Version> ends = new ArrayList<>();

    Line(EntityTable<?> table) {
        this.table = table;
    }

    EntityTable<?> table() {
        return table;
    }

    boolean has(String root) {
        return versions.containsKey(root);
    }

    Collection<Version> versions() {
        return versions.values();
    }

    void add(Version version) {
        versions.put(version.root(), version);
        ends.removeIf(end -> version.strand().follows().contains(end.root()));
        ends.add(version);
    }

    /** Finds the ends anew when decisions were taken back. */
    void without(Predicate<String> takenBack) {
        Set<String> followed = new HashSet<>();
        List<Version> left = versions.values().stream()
                .filter(version -> !takenBack.test(version.root()))
                .toList();
        left.forEach(version -> followed.addAll(version.strand().follows()));
        ends = new ArrayList<>(left.stream()
                .filter(version -> !followed.contains(version.root()))
                .toList());
    }

    /** What nothing follows, the latest first. */
    List<Version> ends() {
        return ends.stream().sorted(Collections.reverseOrder()).toList();
    }

    /** The end that the study shows. */
    Optional<Version> shown() {
        return ends.stream().max(Version::compareTo);
    }

    /** What the entity is, as far as its own history says; empty when it is not there. */
    Optional<Row> value() {
        return shown().flatMap(Version::after);
    }

    /** What it was last, for an entity that was taken away and has to be kept. */
    Optional<Row> lastValue() {
        List<Version> latest =
                versions.values().stream().sorted(Collections.reverseOrder()).toList();
        return latest.stream()
                .map(Version::after)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> latest.stream()
                        .map(Version::before)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Hashes of what an edit replaces whose maker saw {@code before}. */
    List<String> seen(Optional<Row> before) {
        return shown().filter(end -> end.after().equals(before))
                .or(() ->
                        ends.stream().filter(end -> end.after().equals(before)).max(Version::compareTo))
                .or(this::shown)
                .map(end -> List.of(end.root()))
                .orElse(List.of());
    }

    /** Microseconds for a new edit that knows all ends. */
    long stampAfter(long micros) {
        return Math.max(
                micros,
                ends.stream().mapToLong(end -> end.strand().stamp() + 1).max().orElse(Long.MIN_VALUE));
    }
}
