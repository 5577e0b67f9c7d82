package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.SpanSet;

/**
 * Compares any number of raters: figures for all of them, and a few for each pair. Time that only one of them reviewed
 * does not count; a rater who did not look is missing, not "no event".
 */
public final class GroupAgreement {
    /** The counts of one label of two raters: four of bins, three of events. */
    private static final int WIDTH = 7;

    private static final List<Coefficient> OF_PAIRS =
            List.of(Coefficient.COHEN_KAPPA, Coefficient.POSITIVE_AGREEMENT, Coefficient.PREVALENCE);

    /** The marks of every rater of one cage, by label. */
    private record SortedCage(CageRatings cage, List<Map<String, List<Mark>>> marks) {
        static SortedCage of(CageRatings cage) {
            return new SortedCage(
                    cage,
                    cage.ratings().stream()
                            .map(rating -> rating.marks().stream().collect(Collectors.groupingBy(Mark::label)))
                            .toList());
        }

        PairedCage pair(int first, int second) {
            return new PairedCage(
                    cage.subject(),
                    cage.ratings()
                            .get(first)
                            .reviewed()
                            .intersection(cage.ratings().get(second).reviewed()),
                    marks.get(first),
                    marks.get(second));
        }
    }

    private record PairedCage(
            String subject, SpanSet jointlyReviewed, Map<String, List<Mark>> first, Map<String, List<Mark>> second) {}

    private final List<CageRatings> cages;
    private final List<SortedCage> sorted;
    private final List<Label> labels;
    private final AgreementParameters parameters;
    private final BooleanSupplier cancelled;

    private GroupAgreement(
            List<CageRatings> cages, List<Label> labels, AgreementParameters parameters, BooleanSupplier cancelled) {
        this.cages = cages;
        this.sorted = cages.stream().map(SortedCage::of).toList();
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

    private void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Cancelled.");
        }
    }

    private List<GroupReport.OneLabel> together() {
        Animals animals = new Animals(cages.stream().map(CageRatings::subject).toList(), parameters);
        List<SharedBins> bins = cages.stream()
                .map(cage -> new SharedBins(cage, parameters.bin()))
                .toList();
        List<GroupReport.OneLabel> made = new ArrayList<>();
        for (Label label : labels) {
            check();
            Resampled<RatingTally> tallies = animals.sum(
                    bins,
                    RatingTally.empty(2).sums().length,
                    cage -> cage.tally(label.name()).sums(),
                    sums -> RatingTally.read(2, sums));
            List<Figure> figures = new ArrayList<>();
            for (GroupCoefficient coefficient : GroupCoefficient.values()) {
                figures.add(new Figure(
                        coefficient.name().toLowerCase(Locale.ROOT),
                        coefficient.definition() + inBins(),
                        tallies.statistic(coefficient::of, coefficient::undefined, RatingTally::shared)));
            }
            made.add(new GroupReport.OneLabel(label.name(), figures));
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
        List<PairedCage> both = sorted.stream()
                .map(cage -> cage.pair(first, second))
                .filter(cage -> !cage.jointlyReviewed().isEmpty())
                .toList();
        Animals animals = new Animals(both.stream().map(PairedCage::subject).toList(), parameters);
        Resampled<double[]> sums = animals.sum(both, WIDTH * labels.size(), this::counts, sum -> sum);
        return new GroupReport.Pair(
                first,
                second,
                IntStream.range(0, labels.size())
                        .mapToObj(label -> figures(labels.get(label), sums, WIDTH * label))
                        .toList());
    }

    /** Bins and events of all labels behind each other. A label that neither marked costs nothing. */
    private double[] counts(PairedCage cage) {
        check();
        double[] counts = new double[WIDTH * labels.size()];
        double[] free = Bins.count(cage.jointlyReviewed(), List.of(), List.of(), parameters.bin())
                .sums();
        for (int label = 0; label < labels.size(); label++) {
            List<Mark> first = cage.first().getOrDefault(labels.get(label).name(), List.of());
            List<Mark> second = cage.second().getOrDefault(labels.get(label).name(), List.of());
            if (first.isEmpty() && second.isEmpty()) {
                System.arraycopy(free, 0, counts, WIDTH * label, 4);
                continue;
            }
            CageComparison comparison =
                    new CageComparison(cage.jointlyReviewed(), first, second, labels.get(label), parameters);
            System.arraycopy(comparison.bins().sums(), 0, counts, WIDTH * label, 4);
            System.arraycopy(comparison.events(middle()).sums(), 0, counts, WIDTH * label + 4, 3);
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
