package org.ictograph.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ictograph.model.Label;
import org.ictograph.model.SpanSet;

/**
 * Compares two raters. Only time that both reviewed counts: what one of them never looked at is missing, not "no
 * event". Swapping the raters, reordering marks or cages, renaming labels and shifting times change nothing but the
 * names, signs and times in the report, the reference of one-sided figures, and the quarters of the drift.
 */
public final class Agreement {
    private final AgreementParameters parameters;
    private final List<RatedCage> cages;
    private final List<PairedCage> paired;
    private final Animals animals;

    private Agreement(List<RatedCage> cages, AgreementParameters parameters) {
        this.parameters = parameters;
        this.cages = reviewed(cages);
        this.paired = this.cages.stream().map(PairedCage::of).toList();
        this.animals = new Animals(this.cages.stream().map(RatedCage::subject).toList(), parameters);
    }

    private static List<RatedCage> reviewed(List<RatedCage> cages) {
        return cages.stream().filter(cage -> !cage.jointlyReviewed().isEmpty()).toList();
    }

    /** As below, for a comparison that nobody cancels. */
    public static AgreementReport compare(List<RatedCage> cages, List<Label> labels, AgreementParameters parameters) {
        return compare(cages, labels, parameters, () -> false);
    }

    /**
     * @param cages each cage of each recording once, in the order in which they were rated
     * @param labels what to compare; marks with other labels are left out
     * @param cancelled asked before each label
     * @throws CancellationException once that is true
     */
    public static AgreementReport compare(
            List<RatedCage> cages, List<Label> labels, AgreementParameters parameters, BooleanSupplier cancelled) {
        Agreement agreement = new Agreement(cages, parameters);
        List<LabelAgreement> agreements = new ArrayList<>();
        List<LabelDetail> details = new ArrayList<>();
        for (Label label : labels) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("Cancelled.");
            }
            List<CageComparison> comparisons = agreement.comparisons(label);
            agreements.add(agreement.label(label, comparisons));
            details.add(agreement.detail(label, comparisons));
        }
        return new AgreementReport(
                agreement.paired.stream()
                        .map(PairedCage::jointlyReviewed)
                        .mapToLong(SpanSet::total)
                        .sum(),
                agreement.animals.size(),
                parameters,
                agreements,
                details,
                agreement.overall(labels, agreements));
    }

    /** Only the events, without figures. */
    public static List<Finding> findings(List<RatedCage> cages, List<Label> labels, AgreementParameters parameters) {
        List<PairedCage> paired = reviewed(cages).stream().map(PairedCage::of).toList();
        return labels.stream()
                .flatMap(label -> paired.stream().flatMap(cage -> cage.on(label, parameters).findings().stream()))
                .toList();
    }

    private List<CageComparison> comparisons(Label label) {
        return paired.stream().map(cage -> cage.on(label, parameters)).toList();
    }

    private LabelAgreement label(Label label, List<CageComparison> comparisons) {
        return new LabelAgreement(
                label.name(),
                time(comparisons),
                parameters.likenesses().stream()
                        .map(threshold -> events(comparisons, threshold))
                        .toList(),
                EdgeDifferences.of(gathered(comparisons, CageComparison::onsetDifferences)),
                EdgeDifferences.of(gathered(comparisons, CageComparison::offsetDifferences)),
                gathered(comparisons, CageComparison::findings));
    }

    private LabelDetail detail(Label label, List<CageComparison> comparisons) {
        List<double[]> bins = animals.each(comparisons, 4, cage -> cage.bins().sums());
        List<double[]> events = animals.each(
                comparisons, 3, cage -> cage.events(parameters.loosest()).sums());
        List<double[]> time = animals.each(
                paired, 1, cage -> new double[] {cage.jointlyReviewed().total()});
        return new LabelDetail(
                label.name(),
                LabelFigures.of(label, comparisons, animals, parameters),
                IntStream.range(0, animals.size())
                        .mapToObj(animal -> new LabelDetail.OneAnimal(
                                animals.key(animal),
                                Math.round(time.get(animal)[0]),
                                BinTable.read(bins.get(animal), 0),
                                EventCounts.read(events.get(animal), 0)))
                        .toList(),
                Quarters.counted(comparisons, parameters));
    }

    private Overall overall(List<Label> labels, List<LabelAgreement> agreements) {
        List<Finding> findings =
                agreements.stream().flatMap(label -> label.findings().stream()).toList();
        return new Overall(
                LabelConfusion.of(findings, labels, parameters),
                List.of(new Figure(
                        "boris_kappa",
                        BorisKappa.definition(parameters.bin()),
                        BorisKappa.of(cages, labels, parameters.bin(), animals))));
    }

    private static <T> List<T> gathered(List<CageComparison> comparisons, Function<CageComparison, List<T>> part) {
        return comparisons.stream()
                .flatMap(comparison -> part.apply(comparison).stream())
                .toList();
    }

    private LabelAgreement.TimeAgreement time(List<CageComparison> comparisons) {
        Resampled<BinTable> bins =
                animals.sum(comparisons, 4, cage -> cage.bins().sums(), sums -> BinTable.read(sums, 0));
        Map<Coefficient, Statistic> statistics = new EnumMap<>(Coefficient.class);
        for (Coefficient coefficient : Coefficient.values()) {
            statistics.put(coefficient, bins.statistic(coefficient::of, coefficient::undefined, BinTable::n));
        }
        return new LabelAgreement.TimeAgreement(bins.all(), statistics);
    }

    private EventAgreement events(List<CageComparison> comparisons, double threshold) {
        Resampled<EventCounts> counts =
                animals.sum(comparisons, 3, cage -> cage.events(threshold).sums(), sums -> EventCounts.read(sums, 0));
        return new EventAgreement(
                threshold,
                counts.all(),
                rate(EventRate.PRECISION, counts),
                rate(EventRate.RECALL, counts),
                rate(EventRate.F1, counts));
    }

    private static Statistic rate(EventRate rate, Resampled<EventCounts> counts) {
        return counts.statistic(rate::of, rate::undefined, rate::whole);
    }
}
