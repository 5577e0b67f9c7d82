package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ictograph.measure.Diary.Bar;
import org.ictograph.measure.Diary.Event;
import org.ictograph.measure.Diary.Rate;
import org.ictograph.measure.Diary.Share;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/** Counts what a diary tells. */
final class DiaryMaking {
    private static final String UNSEEN = "Undefined: no time of this was reviewed.";
    private static final String NONE = "Undefined: there are no such events.";
    private static final int MOST_BARS = 12;
    private static final long[] WIDTHS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600};

    /** More days than this between two recordings are a wrong clock rather than a study, and are not filled in. */
    private static final long MOST_DAYS = 400;

    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_250_101;

    private final DiaryQuestion question;
    private final List<ObservedCage> cages;
    private final List<Event> events;

    DiaryMaking(List<ObservedCage> all, DiaryQuestion question) {
        this.question = question;
        this.cages = all.stream()
                .filter(cage ->
                        question.animal().isEmpty() || question.animal().get().equals(cage.animal()))
                .toList();
        this.events = cages.stream()
                .flatMap(cage -> new SeenMarks(
                                reviewed(cage), cage.rating(question.label()).marks())
                        .events().stream().map(seen -> event(cage, seen)))
                .sorted(Comparator.comparing(Event::animal)
                        .thenComparingLong(event -> event.at().orElse(Long.MIN_VALUE))
                        .thenComparing(Event::recording)
                        .thenComparing(Event::span))
                .toList();
    }

    private SpanSet reviewed(ObservedCage cage) {
        return cage.rating(question.label()).reviewed();
    }

    private static Event event(ObservedCage cage, SeenMarks.Seen seen) {
        OptionalLong at = cage.start().isPresent()
                ? OptionalLong.of(cage.start().getAsLong() + seen.span().start())
                : OptionalLong.empty();
        return new Event(seen.mark(), cage.recording(), cage.animal(), seen.span(), seen.onsetSeen(), seen.whole(), at);
    }

    Diary made() {
        long reviewed = total(cages);
        List<Event> begun = events.stream().filter(Event::begun).toList();
        List<Event> whole = events.stream().filter(Event::whole).toList();
        DiaryDoses doses = new DiaryDoses(cages, question);
        return new Diary(
                question,
                cages.stream()
                        .filter(cage -> !reviewed(cage).isEmpty())
                        .map(ObservedCage::animal)
                        .distinct()
                        .sorted()
                        .toList(),
                reviewed,
                total(cages.stream().filter(cage -> cage.start().isEmpty()).toList()),
                events,
                seen(),
                rate(begun.size(), reviewed),
                days(),
                hours(),
                IntStream.rangeClosed(0, Diary.dated(events).size())
                        .mapToObj(ExactLimits::poisson)
                        .toList(),
                durations(whole),
                median(whole),
                stages(begun),
                question.labels().stream().map(this::share).toList(),
                doses.all(),
                doses.latency());
    }

    private long total(List<ObservedCage> some) {
        return some.stream().mapToLong(cage -> reviewed(cage).total()).sum();
    }

    private Map<String, SpanSet> seen() {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        cages.stream()
                .filter(cage -> cage.start().isPresent())
                .forEach(cage -> spans.computeIfAbsent(cage.animal(), animal -> new ArrayList<>())
                        .addAll(dated(cage)));
        spans.values().removeIf(List::isEmpty);
        return spans.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new SpanSet(entry.getValue())));
    }

    private List<Span> dated(ObservedCage cage) {
        long start = cage.start().orElseThrow();
        return reviewed(cage).spans().stream().map(span -> span.shifted(start)).toList();
    }

    /** Exact for independent events; seizures that come in clusters make it too narrow. */
    private static Statistic rate(int count, long reviewed) {
        if (reviewed == 0) {
            return Statistic.undefined(UNSEEN, count);
        }
        ExactLimits limits = ExactLimits.poisson(count);
        double days = (double) reviewed / LabTime.DAY;
        return Statistic.of(count / days, limits.low() / days, limits.high() / days, count);
    }

    private List<Rate> days() {
        Map<Long, Long> time = new TreeMap<>();
        cages.stream()
                .filter(cage -> cage.start().isPresent())
                .flatMap(cage -> dated(cage).stream())
                .flatMap(span -> LabTime.days(span).stream())
                .forEach(piece -> time.merge(LabTime.day(piece.start()), piece.length(), Long::sum));
        TreeSet<Long> days = new TreeSet<>(time.keySet());
        if (!days.isEmpty() && days.last() - days.first() <= MOST_DAYS) {
            for (long day = days.first(); day <= days.last(); day++) {
                time.putIfAbsent(day, 0L);
            }
        }
        return rates(time, LabTime::day);
    }

    private List<Rate> hours() {
        Map<Long, Long> time = new TreeMap<>();
        for (long hour = 0; hour < 24; hour++) {
            time.put(hour, 0L);
        }
        cages.stream()
                .filter(cage -> cage.start().isPresent())
                .flatMap(cage -> dated(cage).stream())
                .flatMap(span -> LabTime.hours(span, question.lights()).stream())
                .forEach(piece -> time.merge(hour(piece.start()), piece.length(), Long::sum));
        return rates(time, this::hour);
    }

    private long hour(long at) {
        return LabTime.zeitgeber(at, question.lights());
    }

    private List<Rate> rates(Map<Long, Long> time, ToLongFunction<Long> place) {
        Map<Long, Set<UUID>> marks = new HashMap<>();
        events.stream()
                .filter(event -> event.begun() && event.at().isPresent())
                .forEach(event -> marks.computeIfAbsent(
                                place.applyAsLong(event.at().getAsLong()), at -> new HashSet<>())
                        .add(event.mark().id()));
        List<Rate> rates = new ArrayList<>();
        time.forEach((at, reviewed) -> {
            Set<UUID> there = marks.getOrDefault(at, Set.of());
            rates.add(new Rate(at, there.size(), reviewed, rate(there.size(), reviewed), there));
        });
        return rates;
    }

    /** Bars of equal width, at most {@value #MOST_BARS}, from 0 to the longest. */
    private static List<Bar> durations(List<Event> whole) {
        long longest =
                whole.stream().mapToLong(event -> event.span().length()).max().orElse(0);
        long width = WIDTHS[WIDTHS.length - 1] * Span.SECOND;
        for (int i = WIDTHS.length - 1; i >= 0 && WIDTHS[i] * Span.SECOND * MOST_BARS > longest; i--) {
            width = WIDTHS[i] * Span.SECOND;
        }
        List<Bar> bars = new ArrayList<>();
        for (long from = 0; from <= longest && !whole.isEmpty(); from += width) {
            Span bin = new Span(from, from + width);
            bars.add(bar(
                    String.valueOf(from / Span.SECOND),
                    whole.stream()
                            .filter(event -> bin.contains(event.span().length()))
                            .toList(),
                    whole.size()));
        }
        return bars;
    }

    private static Statistic median(List<Event> whole) {
        double[] seconds = whole.stream()
                .mapToDouble(event -> event.span().length() / 1e6)
                .sorted()
                .toArray();
        int n = seconds.length;
        if (n == 0) {
            return Statistic.undefined(NONE, 0);
        }
        double middle = (seconds[(n - 1) / 2] + seconds[n / 2]) / 2;
        return RankLimits.of(n, 0.5)
                .map(limits -> Statistic.of(middle, seconds[limits.low() - 1], seconds[limits.high() - 1], n))
                .orElse(Statistic.of(middle, n, "No interval: fewer than 6 events."));
    }

    private List<Bar> stages(List<Event> begun) {
        List<String> names = new ArrayList<>(question.stages());
        begun.stream()
                .map(event -> event.mark().stage())
                .filter(stage -> !stage.isEmpty() && !names.contains(stage))
                .forEach(names::add);
        names.add("");
        return names.stream()
                .map(name -> bar(
                        name,
                        begun.stream()
                                .filter(event -> event.mark().stage().equals(name))
                                .toList(),
                        begun.size()))
                .toList();
    }

    private static Bar bar(String name, List<Event> some, int all) {
        Set<UUID> marks = some.stream().map(event -> event.mark().id()).collect(Collectors.toSet());
        if (all == 0) {
            return new Bar(name, 0, Statistic.undefined(NONE, 0), marks);
        }
        ExactLimits limits = ExactLimits.binomial(some.size(), all);
        return new Bar(
                name, some.size(), Statistic.of((double) some.size() / all, limits.low(), limits.high(), all), marks);
    }

    private Share share(String label) {
        Map<String, double[]> perAnimal = new TreeMap<>();
        List<Mark> marks = new ArrayList<>();
        for (ObservedCage cage : cages) {
            Rating rating = cage.rating(label);
            SpanSet marked = new SpanSet(rating.marks().stream().map(Mark::span).toList());
            double[] sums = perAnimal.computeIfAbsent(cage.animal(), animal -> new double[2]);
            sums[0] += (double) marked.common(rating.reviewed());
            sums[1] += (double) rating.reviewed().total();
            rating.marks().stream()
                    .filter(mark -> rating.reviewed().spans().stream().anyMatch(mark.span()::overlaps))
                    .forEach(marks::add);
        }
        perAnimal.values().removeIf(sums -> sums[1] == 0);
        double micros = sum(perAnimal.values(), 0);
        double reviewed = sum(perAnimal.values(), 1);
        Statistic share = new Bootstrap(perAnimal.size(), RESAMPLES, SEED)
                .resampled(List.copyOf(perAnimal.values()), 2, sums -> sums)
                .statistic(DiaryMaking::part, sums -> UNSEEN, sums -> perAnimal.size());
        return new Share(label, Math.round(micros), Math.round(reviewed), share, marks);
    }

    private static OptionalDouble part(double[] sums) {
        return sums[1] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[0] / sums[1]);
    }

    private static double sum(Collection<double[]> perAnimal, int which) {
        return perAnimal.stream().mapToDouble(sums -> sums[which]).sum();
    }
}
