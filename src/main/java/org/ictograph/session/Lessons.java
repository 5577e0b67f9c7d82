package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.localizer.Lesson;
import org.ictograph.measure.Rating;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * What a model can learn from a recording: for each cage whose animal is named the events that count under the study's rule, and
 * the time of which it is known what happens in it. That is time that a rater has looked at, and the events; without time that is
 * in dispute or doubt, that one rating alone holds against the rest, or that was not filmed.
 */
final class Lessons {
    /** Holes between pieces that were watched one after the other count as watched, in microseconds. */
    static final long BRIDGED = 100_000;

    private Lessons() {}

    /**
     * @param filmed the stretches of the recording between its gaps
     * @param taught the labels that the model is to find
     */
    static List<Lesson> of(Study study, Recording recording, Labels labels, SpanSet filmed, List<String> taught) {
        Inclusion inclusion =
                Inclusion.of(study, labels, study.protocol().plan().inclusion());
        List<Lesson> lessons = new ArrayList<>();
        for (Cage cage : study.cagesOf(recording.id())) {
            Optional<Subject> animal = study.subjectIn(cage);
            if (animal.isPresent()) {
                Rating known = known(labels, inclusion, cage, filmed, taught);
                lessons.add(new Lesson(
                        recording,
                        cage,
                        animal.get().name(),
                        known.reviewed(),
                        events(known.marks(), known.reviewed())));
            }
        }
        return lessons;
    }

    /** The time of a cage of which it is known what happens in it, as far as these labels go, and the events that count. */
    static Rating known(Labels labels, Inclusion inclusion, Cage cage, SpanSet filmed, List<String> taught) {
        Set<UUID> settled = labels.settlements().stream()
                .flatMap(settlement -> settlement.sources().stream())
                .collect(Collectors.toSet());
        List<Mark> marks = Stream.concat(labels.marks().stream(), inclusion.marks().stream())
                .filter(mark -> mark.cageId().equals(cage.id()) && taught.contains(mark.label()))
                .toList();
        List<Mark> counting =
                marks.stream().filter(mark -> mark.layer() == Layer.CONSENSUS).toList();
        List<Span> seen = new ArrayList<>();
        labels.coverage().stream()
                .filter(piece -> piece.cageId().equals(cage.id()) && piece.seen() != Coverage.Seen.SKIMMED)
                .forEach(piece ->
                        seen.add(new Span(piece.span().start(), piece.span().end() + BRIDGED)));
        counting.forEach(mark -> seen.add(mark.span()));
        List<Span> unclear = new ArrayList<>();
        inclusion.disputed().stream()
                .filter(finding -> finding.cageId().equals(cage.id()) && taught.contains(finding.label()))
                .forEach(finding -> unclear.add(finding.span()));
        labels.settlements().stream()
                .filter(settlement -> settlement.cageId().equals(cage.id()))
                .flatMap(settlement -> settlement.doubt().stream())
                .filter(doubt -> taught.contains(doubt.label()))
                .forEach(doubt -> unclear.add(doubt.span()));
        marks.stream()
                .filter(mark -> mark.layer() == Layer.RATING && !settled.contains(mark.id()))
                .filter(mark -> counting.stream()
                        .noneMatch(other -> other.label().equals(mark.label())
                                && other.span().overlaps(mark.span())))
                .forEach(mark -> unclear.add(mark.span()));
        return new Rating(new SpanSet(seen).intersection(filmed).minus(new SpanSet(unclear)), counting);
    }

    /** The pieces of the events that are known; a dispute about one label can cut those of another. */
    static List<Lesson.Event> events(List<Mark> counting, SpanSet known) {
        return counting.stream()
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .flatMap(mark -> known.intersection(SpanSet.of(mark.span())).spans().stream()
                        .map(span -> new Lesson.Event(mark.label(), span)))
                .toList();
    }
}
