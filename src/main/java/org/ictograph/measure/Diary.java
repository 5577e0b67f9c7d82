package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * The course of one animal, or of all of them together, over the days of a study. Everything is counted in reviewed time
 * only, and rates refer to it. An event counts where its onset was seen; its duration where all of it was. Where two
 * recordings show an animal at the same time, both count, with their events and their time.
 *
 * @param animals whose reviewed time there is, by name
 * @param reviewed microseconds of animals that were reviewed
 * @param undated the part of it in recordings whose clock time is not known; it belongs to no day and no hour
 * @param events of which some part was seen, by animal and time
 * @param seen by animal when it was reviewed, in {@link LabTime}
 * @param rate events per 24 reviewed hours
 * @param days from the first to the last reviewed day
 * @param hours the 24 hours of zeitgeber time
 * @param counts limits of the expected number of events by how many there were, from 0 to that of {@link #dated()}
 * @param durations of events that were seen whole
 * @param duration the median of them, in seconds
 * @param stages of events whose onset was seen, those without a stage last
 * @param budget share of the reviewed time that each label takes
 * @param doses from each dose to the first event after it
 * @param latency over all doses, in microseconds
 */
public record Diary(
        DiaryQuestion question,
        List<String> animals,
        long reviewed,
        long undated,
        List<Event> events,
        Map<String, SpanSet> seen,
        Statistic rate,
        List<Rate> days,
        List<Rate> hours,
        List<ExactLimits> counts,
        List<Bar> durations,
        Statistic duration,
        List<Bar> stages,
        List<Share> budget,
        List<Dose> doses,
        Survival latency) {
    /** Holes in the reviewed time up to this length do not end the time after a dose, in microseconds. */
    public static final long BRIDGED = 60 * Span.SECOND;

    public Diary {
        animals = List.copyOf(animals);
        events = List.copyOf(events);
        seen = Map.copyOf(seen);
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        counts = List.copyOf(counts);
        durations = List.copyOf(durations);
        stages = List.copyOf(stages);
        budget = List.copyOf(budget);
        doses = List.copyOf(doses);
    }

    /**
     * An event, as far as it was seen.
     *
     * @param span the part from the first to the last reviewed moment of it, in the time of its recording
     * @param begun true when its onset was seen
     * @param whole true when its offset was seen too
     * @param at {@link LabTime} of the beginning of {@code span}
     */
    public record Event(
            Mark mark, String recording, String animal, Span span, boolean begun, boolean whole, OptionalLong at) {}

    /**
     * Events of a day or an hour.
     *
     * @param at the day as {@link LabTime#day} counts, or the hour of zeitgeber time
     * @param reviewed microseconds
     * @param rate events per 24 reviewed hours with exact Poisson limits, see {@link ExactLimits#poisson}
     */
    public record Rate(long at, int count, long reviewed, Statistic rate, Set<UUID> marks) {
        public Rate {
            marks = Set.copyOf(marks);
        }
    }

    /**
     * Events of a kind.
     *
     * @param name of the stage, or from how many seconds on
     * @param share of all, with the limits of {@link ExactLimits#binomial}
     */
    public record Bar(String name, int count, Statistic share, Set<UUID> marks) {
        public Bar {
            marks = Set.copyOf(marks);
        }
    }

    /**
     * Time that a label takes.
     *
     * @param micros reviewed time in which it is marked
     * @param reviewed microseconds in which it is known whether it was there
     * @param share one of the other, with limits from drawing animals
     */
    public record Share(String label, long micros, long reviewed, Statistic share, List<Mark> marks) {
        public Share {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What followed a dose.
     *
     * @param micros until the first event began, or for as long as reviewed time without holes and without another dose
     *     followed
     * @param event the first event, when one was seen to begin in that time
     */
    public record Dose(Mark mark, String recording, String animal, long micros, Optional<Mark> event) {}

    /** @param cages all of the study, in any order */
    public static Diary of(List<ObservedCage> cages, DiaryQuestion question) {
        return new DiaryMaking(cages, question).made();
    }

    /** The events whose onset was seen and whose clock time is known, as they followed each other. */
    public List<Event> dated() {
        return dated(events);
    }

    static List<Event> dated(List<Event> events) {
        return events.stream()
                .filter(event -> event.begun() && event.at().isPresent())
                .sorted(Comparator.comparingLong(event -> event.at().orElse(0)))
                .toList();
    }

    /** From the first to the last reviewed moment in {@link LabTime}; empty without any clock time. */
    public Optional<Span> dates() {
        return new SpanSet(seen.values().stream()
                        .flatMap(set -> set.hull().stream())
                        .toList())
                .hull();
    }

    /** The marks behind ids, of events, of labels in the budget and of doses, as they follow each other. */
    public List<Mark> marks(Set<UUID> ids) {
        List<Mark> found = new ArrayList<>();
        Set<UUID> left = new HashSet<>(ids);
        Stream.of(
                        events.stream()
                                .sorted(Comparator.comparingLong(
                                        event -> event.at().orElse(Long.MAX_VALUE)))
                                .map(Event::mark),
                        budget.stream().flatMap(share -> share.marks().stream()),
                        doses.stream().map(Dose::mark))
                .flatMap(marks -> marks)
                .filter(mark -> left.remove(mark.id()))
                .forEach(found::add);
        return found;
    }
}
