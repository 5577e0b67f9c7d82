package org.ictograph.dataset;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;

/** Agreement of raters about one piece of film: plain, since in a piece this short chance cannot be told. */
final class RaterPairs {
    private static final double DIGITS = 10_000;

    private RaterPairs() {}

    /**
     * Share of the time for which both of a pair gave the same labels, none among them, as the mean of all pairs. Rounded to
     * four digits.
     *
     * @param raters who have looked at all of it
     * @param ratings that overlap it, of anybody
     * @return empty with fewer than two raters
     */
    static OptionalDouble agreement(List<UUID> raters, List<Mark> ratings, Span span) {
        if (raters.size() < 2) {
            return OptionalDouble.empty();
        }
        TreeSet<Long> edges = new TreeSet<>(List.of(span.start(), span.end()));
        for (Mark mark : ratings) {
            edges.add(Math.max(span.start(), mark.span().start()));
            edges.add(Math.min(span.end(), mark.span().end()));
        }
        long same = 0;
        long pairs = 0;
        for (int a = 0; a < raters.size(); a++) {
            for (int b = a + 1; b < raters.size(); b++) {
                pairs++;
                for (long from : edges.headSet(edges.last())) {
                    if (at(from, raters.get(a), ratings).equals(at(from, raters.get(b), ratings))) {
                        same += edges.tailSet(from, false).first() - from;
                    }
                }
            }
        }
        return OptionalDouble.of(Math.round(DIGITS * same / ((double) pairs * span.length())) / DIGITS);
    }

    private static Set<String> at(long micros, UUID rater, List<Mark> ratings) {
        return ratings.stream()
                .filter(mark -> mark.raterId().equals(rater) && mark.span().contains(micros))
                .map(Mark::label)
                .collect(Collectors.toSet());
    }
}
