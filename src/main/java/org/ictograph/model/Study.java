package org.ictograph.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The frame of a study as it stands after the latest edit: everything that is small and that every screen needs. Marks,
 * coverage and proposals are asked for by recording.
 *
 * @param id given at creation, never changes
 * @param recordings in the order in which they were added
 * @param cages of all recordings, by position
 */
public record Study(
        UUID id,
        String name,
        Protocol protocol,
        List<Rater> raters,
        List<Subject> subjects,
        List<Recording> recordings,
        List<Cage> cages) {
    public Study {
        raters = List.copyOf(raters);
        subjects = List.copyOf(subjects);
        recordings = List.copyOf(recordings);
        cages = List.copyOf(cages);
    }

    /** The same study under another protocol. */
    public Study with(Protocol changed) {
        return new Study(id, name, changed, raters, subjects, recordings, cages);
    }

    public Optional<Recording> recording(UUID recordingId) {
        return recordings.stream().filter(r -> r.id().equals(recordingId)).findFirst();
    }

    public Optional<Rater> rater(UUID raterId) {
        return raters.stream().filter(r -> r.id().equals(raterId)).findFirst();
    }

    /** What a rater may change here; an operator's part for somebody whom the study does not know. */
    public Role roleOf(UUID raterId) {
        return rater(raterId)
                .map(rater -> rater.role(rater.equals(raters.get(0))))
                .orElse(Role.OPERATOR);
    }

    public Optional<Rater> raterNamed(String raterName) {
        return raters.stream().filter(r -> r.name().equals(raterName)).findFirst();
    }

    public Optional<Subject> subject(UUID subjectId) {
        return subjects.stream().filter(s -> s.id().equals(subjectId)).findFirst();
    }

    public Optional<Subject> subjectNamed(String subjectName) {
        return subjects.stream().filter(s -> s.name().equals(subjectName)).findFirst();
    }

    public Optional<Cage> cage(UUID cageId) {
        return cages.stream().filter(c -> c.id().equals(cageId)).findFirst();
    }

    /** The animal that lives in a cage, when one is named. */
    public Optional<Subject> subjectIn(Cage cage) {
        return cage.subjectId().flatMap(this::subject);
    }

    /** The cages of one recording, by position. */
    public List<Cage> cagesOf(UUID recordingId) {
        return cages.stream()
                .filter(cage -> cage.recordingId().equals(recordingId))
                .sorted(Comparator.comparingInt(Cage::position))
                .toList();
    }
}
