package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * A row of a table of results for events, scored as SzCORE does, each rate with a 95 % interval over animals.
 *
 * @param counts of all animals
 */
public record EventRow(String name, DetectionCounts counts, int animals, Map<DetectionRate, Statistic> rates) {
    /**
     * One cage of one recording, or one clip.
     *
     * @param known the time in which the truth is known
     */
    public record Film(String subject, SpanSet known, List<Span> truth, List<Span> said) {
        public Film {
            truth = List.copyOf(truth);
            said = List.copyOf(said);
        }
    }

    public EventRow {
        rates = new EnumMap<>(rates);
    }

    public static EventRow of(String name, List<Film> films, EventScoring scoring, long seed) {
        Map<String, DetectionCounts> bySubject = new TreeMap<>();
        for (Film film : films) {
            bySubject.merge(
                    film.subject(), scoring.score(film.truth(), film.said(), film.known()), DetectionCounts::plus);
        }
        List<double[]> sums = new ArrayList<>();
        bySubject.values().forEach(counts -> sums.add(counts.sums()));
        Resampled<DetectionCounts> resampled = new Bootstrap(sums.size(), ClipRow.RESAMPLES, seed)
                .resampled(sums, DetectionCounts.NONE.sums().length, DetectionCounts::read);
        Map<DetectionRate, Statistic> rates = new EnumMap<>(DetectionRate.class);
        Arrays.stream(DetectionRate.values())
                .forEach(rate -> rates.put(rate, resampled.statistic(rate::of, rate::undefined, rate::n)));
        return new EventRow(name, resampled.all(), bySubject.size(), rates);
    }
}
