package org.ictograph.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;

/**
 * Cohen's κ as BORIS 9 computes it, so that numbers can be compared: each cage is sampled at a fixed interval from the
 * first onset to the last offset of either rater; the category of a sample is the set of labels that are going on, both
 * ends included, points within half an interval. Time before the first and after the last event is not sampled, and a
 * cage in which one rater has no event is left out (BORIS reports an error there). Other than BORIS, samples outside the
 * jointly reviewed time are left out, cages are pooled, and κ without variation is undefined instead of 1.
 */
final class BorisKappa {
    private static final String NO_SAMPLES = "Undefined: there is no cage in which both raters marked something.";
    private static final String NO_VARIATION =
            "Undefined: no variation, both raters gave every sample the same labels.";

    /** From one sample on, one rater's label begins or stops going on; the label after the last is time not reviewed. */
    private record Turn(long sample, int side, int label, int by) {}

    private final List<Label> labels;
    private final long unit;
    private final Map<BitSet, Integer> categories = new HashMap<>();

    private BorisKappa(List<Label> labels, long unit) {
        this.labels = labels;
        this.unit = unit;
    }

    static String definition(long unit) {
        return String.format(
                Locale.ROOT,
                "Cohen’s κ as BORIS defines it: samples every %.3f s from the first onset to the last offset in a cage, "
                        + "the category is the set of labels going on; cages without events of both raters left out.",
                unit / 1e6);
    }

    static Statistic of(List<RatedCage> cages, List<Label> labels, long unit, Animals animals) {
        BorisKappa kappa = new BorisKappa(labels, unit);
        List<Map<List<Integer>, Long>> sampled =
                cages.stream().map(kappa::sample).toList();
        int q = kappa.categories.size();
        Resampled<double[]> sums = animals.sum(sampled, 2 + 2 * q, table -> margins(table, q), sum -> sum);
        return sums.statistic(
                BorisKappa::kappa, sum -> sum[0] == 0 ? NO_SAMPLES : NO_VARIATION, sum -> Math.round(sum[0]));
    }

    /** Samples, agreeing samples, then how often each rater used each category. */
    private static double[] margins(Map<List<Integer>, Long> table, int q) {
        double[] sums = new double[2 + 2 * q];
        table.forEach((pair, samples) -> {
            sums[0] += samples;
            sums[1] += pair.get(0).equals(pair.get(1)) ? samples : 0;
            sums[2 + pair.get(0)] += samples;
            sums[2 + q + pair.get(1)] += samples;
        });
        return sums;
    }

    private static OptionalDouble kappa(double[] sums) {
        int q = (sums.length - 2) / 2;
        double chance = 0;
        for (int c = 0; c < q; c++) {
            chance += sums[2 + c] * sums[2 + q + c];
        }
        double n = sums[0];
        return n == 0 || chance == n * n
                ? OptionalDouble.empty()
                : OptionalDouble.of((sums[1] * n - chance) / (n * n - chance));
    }

    /** How often which pair of categories occurred in one cage. */
    private Map<List<Integer>, Long> sample(RatedCage cage) {
        List<List<Mark>> sides = Stream.of(cage.a(), cage.b())
                .map(rating -> rating.marks().stream()
                        .filter(mark -> index(mark.label()) >= 0)
                        .filter(mark -> cage.jointlyReviewed().spans().stream().anyMatch(mark.span()::overlaps))
                        .toList())
                .toList();
        Map<List<Integer>, Long> table = new HashMap<>();
        if (sides.stream().anyMatch(List::isEmpty)) {
            return table;
        }
        List<Span> spans = sides.stream().flatMap(List::stream).map(Mark::span).toList();
        long start = spans.stream().mapToLong(Span::start).min().orElse(0);
        long end = spans.stream().mapToLong(Span::end).max().orElse(0);
        long samples = (end - start) / unit + 1;
        List<BitSet> going = List.of(new BitSet(), new BitSet());
        int[][] active = new int[2][labels.size() + 1];
        long at = 0;
        for (Turn turn : turns(cage, sides, start, samples)) {
            count(table, going, active, turn.sample() - at);
            at = turn.sample();
            active[turn.side()][turn.label()] += turn.by();
            going.get(turn.side()).set(turn.label(), active[turn.side()][turn.label()] > 0);
        }
        count(table, going, active, samples - at);
        return table;
    }

    private void count(Map<List<Integer>, Long> table, List<BitSet> going, int[][] active, long samples) {
        if (samples > 0 && active[0][labels.size()] > 0) {
            table.merge(List.of(category(going.get(0)), category(going.get(1))), samples, Long::sum);
        }
    }

    private List<Turn> turns(RatedCage cage, List<List<Mark>> sides, long start, long samples) {
        List<Turn> turns = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (Mark mark : sides.get(side)) {
                boolean point = labels.get(index(mark.label())).kind() == LabelKind.POINT;
                long reach = point ? unit / 2 : 0;
                Span span = mark.span();
                long first = ceil(span.start() - reach - start);
                long last = Math.floorDiv((point ? span.start() : span.end()) + reach - start, unit);
                add(turns, side, index(mark.label()), first, last + 1, samples);
            }
        }
        for (Span stretch : cage.jointlyReviewed().spans()) {
            add(turns, 0, labels.size(), ceil(stretch.start() - start), ceil(stretch.end() + 1 - start), samples);
        }
        turns.sort(Comparator.comparingLong(Turn::sample));
        return turns;
    }

    private static void add(List<Turn> turns, int side, int label, long first, long end, long samples) {
        long from = Math.max(0, first);
        long to = Math.min(samples, end);
        if (to > from) {
            turns.add(new Turn(from, side, label, 1));
            turns.add(new Turn(to, side, label, -1));
        }
    }

    private long ceil(long micros) {
        return -Math.floorDiv(-micros, unit);
    }

    private int category(BitSet going) {
        BitSet marks = going.get(0, labels.size());
        Integer known = categories.get(marks);
        if (known == null) {
            known = categories.size();
            categories.put(marks, known);
        }
        return known;
    }

    private int index(String label) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).name().equals(label)) {
                return i;
            }
        }
        return -1;
    }
}
