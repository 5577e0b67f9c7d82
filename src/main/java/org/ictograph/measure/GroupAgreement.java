package org.ictograph.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ictograph.model.Label;

/**
 * Compares any number of raters: figures for all of them, and a few for each pair. Time that only one of them reviewed
 * does not count; a rater who did not look is missing, not "no event".
 */
public final class GroupAgreement {
    /** The counts of one label of two raters: four of bins, three of events. */
    private static final int WIDTH = 7;

    private static final List<Coefficient> OF_PAIRS =
            List.of(Coefficient.COHEN_KAPPA, Coefficient.POSITIVE_AGREEMENT, Coefficient.PREVALENCE);

    private final List<SortedCage> cages;
    private final List<Label> labels;
    private final AgreementParameters parameters;
    private final BooleanSupplier cancelled;
    private final Map<Integer, Bootstrap> draws = new HashMap<>();

    private GroupAgreement(
            List<CageRatings> cages, List<Label> labels, AgreementParameters parameters, BooleanSupplier cancelled) {
        this.cages = cages.stream().map(cage -> SortedCage.of(cage, labels)).toList();
        this.labels = labels;
        this.parameters = parameters;
        this.cancelled = cancelled;
    }

    /**
     * @param raters names, in the order of the ratings of the cages
     * @param cancelled asked now and then
     * @throws CancellationException once that is true
     */
    public static GroupReport compare(
            List<String> raters,
            List<CageRatings> cages,
            List<Label> labels,
            AgreementParameters parameters,
            BooleanSupplier cancelled) {
        GroupAgreement group = new GroupAgreement(cages, labels, parameters, cancelled);
        return new GroupReport(raters, parameters, group.together(), group.pairs(raters.size()));
    }

    /** Pairs that rated the same number of animals share their draws. */
    private Bootstrap draws(int subjects) {
        return draws.computeIfAbsent(
                subjects, count -> new Bootstrap(count, parameters.resamples(), parameters.seed()));
    }

    private void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Cancelled.");
        }
    }

    private List<GroupReport.OneLabel> together() {
        Animals animals = new Animals(cages.stream().map(SortedCage::subject).toList(), this::draws);
        List<SharedBins> bins = cages.stream()
                .map(cage -> new SharedBins(cage, parameters.bin()))
                .toList();
        List<GroupReport.OneLabel> made = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            check();
            int label = i;
            Resampled<RatingTally> tallies = animals.sum(
                    bins,
                    RatingTally.empty(2).sums().length,
                    cage -> cage.tally(label).sums(),
                    sums -> RatingTally.read(2, sums));
            List<Figure> figures = new ArrayList<>();
            for (GroupCoefficient coefficient : GroupCoefficient.values()) {
                figures.add(new Figure(
                        coefficient.name().toLowerCase(Locale.ROOT),
                        coefficient.definition() + inBins(),
                        tallies.statistic(coefficient::of, coefficient::undefined, RatingTally::shared)));
            }
            made.add(new GroupReport.OneLabel(labels.get(label).name(), figures));
        }
        return made;
    }

    private String inBins() {
        return String.format(Locale.ROOT, " Bins of %.3f s that two raters or more reviewed.", parameters.bin() / 1e6);
    }

    private List<GroupReport.Pair> pairs(int raters) {
        List<GroupReport.Pair> pairs = new ArrayList<>();
        for (int first = 0; first < raters; first++) {
            for (int second = first + 1; second < raters; second++) {
                pairs.add(pair(first, second));
            }
        }
        return pairs;
    }

    private GroupReport.Pair pair(int first, int second) {
        List<SortedCage.Two> both = cages.stream()
                .map(cage -> cage.two(first, second))
                .filter(cage -> !cage.jointlyReviewed().isEmpty())
                .toList();
        Animals animals = new Animals(both.stream().map(SortedCage.Two::subject).toList(), this::draws);
        Resampled<double[]> sums = animals.sum(both, WIDTH * labels.size(), this::counts, sum -> sum);
        return new GroupReport.Pair(
                first,
                second,
                IntStream.range(0, labels.size())
                        .mapToObj(label -> figures(labels.get(label), sums, WIDTH * label))
                        .toList());
    }

    /** Bins and events of all labels behind each other. A label that neither marked costs nothing. */
    private double[] counts(SortedCage.Two cage) {
        check();
        double[] counts = new double[WIDTH * labels.size()];
        double free = Bins.in(cage.jointlyReviewed(), parameters.bin());
        for (int label = 0; label < labels.size(); label++) {
            int at = WIDTH * label;
            if (!cage.marked(label)) {
                counts[at + 3] = free;
                continue;
            }
            CageComparison comparison = cage.on(label, labels.get(label), parameters);
            System.arraycopy(comparison.bins().sums(), 0, counts, at, 4);
            System.arraycopy(comparison.counted(middle()).sums(), 0, counts, at + 4, 3);
        }
        return counts;
    }

    /** The threshold in the middle, 0.5 as a rule. */
    private double middle() {
        return parameters.likenesses().get(parameters.likenesses().size() / 2);
    }

    private GroupReport.OneLabel figures(Label label, Resampled<double[]> sums, int from) {
        List<Figure> figures = new ArrayList<>();
        Resampled<BinTable> bins = sums.map(sum -> BinTable.read(sum, from));
        for (Coefficient coefficient : OF_PAIRS) {
            figures.add(new Figure(
                    coefficient.name().toLowerCase(Locale.ROOT),
                    coefficient.definition(),
                    bins.statistic(coefficient::of, coefficient::undefined, BinTable::n)));
        }
        Resampled<EventCounts> events = sums.map(sum -> EventCounts.read(sum, from + 4));
        figures.add(new Figure(
                "f1",
                "F1 of events paired one to one at IoU (points: closeness) " + middle() + " or better.",
                events.statistic(EventRate.F1::of, EventRate.F1::undefined, EventRate.F1::whole)));
        return new GroupReport.OneLabel(label.name(), figures);
    }
}
