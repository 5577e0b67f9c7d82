package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.measure.Diary.Dose;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * What followed each dose. Recordings of an animal with a clock time lie on one axis, so that an event in the next recording
 * counts; one without stands for itself.
 */
final class DiaryDoses {
    /** A mark at its place on the axis. */
    private record Placed(Mark mark, String recording, long at) {}

    /** One animal's time on one axis. */
    private static final class Course {
        private final String animal;
        private final List<Span> reviewed = new ArrayList<>();
        private final List<Placed> doses = new ArrayList<>();
        private final List<Placed> events = new ArrayList<>();

        private Course(String animal) {
            this.animal = animal;
        }

        private void add(ObservedCage cage, DiaryQuestion question, String dose) {
            long start = cage.start().orElse(0);
            Rating rating = cage.rating(question.label());
            rating.reviewed().spans().forEach(span -> {
                Span there = span.shifted(start);
                reviewed.add(new Span(there.start(), there.end() + Diary.BRIDGED));
            });
            new SeenMarks(rating.reviewed(), rating.marks())
                    .events().stream()
                            .filter(SeenMarks.Seen::onsetSeen)
                            .forEach(seen -> events.add(place(cage, seen.mark(), start)));
            cage.rating(dose).marks().forEach(mark -> doses.add(place(cage, mark, start)));
        }

        private static Placed place(ObservedCage cage, Mark mark, long start) {
            return new Placed(mark, cage.recording(), start + mark.span().start());
        }

        private List<Dose> followed() {
            doses.sort(Comparator.comparingLong(Placed::at));
            events.sort(Comparator.comparingLong(Placed::at));
            SpanSet bridged = new SpanSet(reviewed);
            List<Dose> all = new ArrayList<>();
            for (int i = 0; i < doses.size(); i++) {
                Placed dose = doses.get(i);
                long next = i + 1 < doses.size() ? doses.get(i + 1).at() : Long.MAX_VALUE;
                Optional<Span> around = bridged.spans().stream()
                        .filter(span -> span.contains(dose.at()) && dose.at() < span.end() - Diary.BRIDGED)
                        .findFirst();
                if (around.isEmpty() || next <= dose.at()) {
                    continue;
                }
                long end = Math.min(next, around.get().end() - Diary.BRIDGED);
                Optional<Placed> first = events.stream()
                        .filter(event -> event.at() >= dose.at() && event.at() < end)
                        .findFirst();
                all.add(new Dose(
                        dose.mark(),
                        dose.recording(),
                        animal,
                        first.map(Placed::at).orElse(end) - dose.at(),
                        first.map(Placed::mark)));
            }
            return all;
        }
    }

    private final List<Dose> all = new ArrayList<>();

    DiaryDoses(List<ObservedCage> cages, DiaryQuestion question) {
        question.dose().ifPresent(dose -> {
            Map<String, Course> courses = new LinkedHashMap<>();
            for (ObservedCage cage : cages) {
                String axis = cage.start().isPresent() ? cage.animal() : cage.animal() + "\n" + cage.cageId();
                courses.computeIfAbsent(axis, key -> new Course(cage.animal())).add(cage, question, dose);
            }
            courses.values().forEach(course -> all.addAll(course.followed()));
        });
    }

    /** The doses after which something was reviewed. */
    List<Dose> all() {
        return all;
    }

    Survival latency() {
        return Survival.of(all.stream()
                .map(dose -> new Survival.Followed(dose.micros(), dose.event().isPresent()))
                .toList());
    }
}
