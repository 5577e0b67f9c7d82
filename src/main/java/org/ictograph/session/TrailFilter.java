package org.ictograph.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ictograph.model.Verb;

/**
 * Which entries of the edit log are wanted; what is empty does not matter.
 *
 * @param rater name of who did it
 * @param animal name of an animal that it concerns
 * @param recording name of a recording that it concerns
 * @param verbs what was done
 * @param from not before
 * @param to before
 */
public record TrailFilter(
        Optional<String> rater,
        Optional<String> animal,
        Optional<String> recording,
        Set<Verb> verbs,
        Optional<Instant> from,
        Optional<Instant> to) {
    /** Everything. */
    public static final TrailFilter ALL = new TrailFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

    public TrailFilter {
        verbs = Set.copyOf(verbs);
    }

    /** True for an entry that is wanted. */
    public boolean wants(TrailLine line) {
        Instant at = line.logged().entry().at();
        return rater.filter(name -> !name.equals(line.rater())).isEmpty()
                && (verbs.isEmpty()
                        || verbs.contains(line.logged().entry().edit().verb()))
                && from.filter(at::isBefore).isEmpty()
                && to.filter(end -> !at.isBefore(end)).isEmpty()
                && (animal.isEmpty()
                        || line.touched().stream()
                                .anyMatch(touched -> touched.animal().equals(animal.get())))
                && (recording.isEmpty()
                        || line.touched().stream()
                                .anyMatch(touched -> touched.recording().equals(recording.get())));
    }
}
