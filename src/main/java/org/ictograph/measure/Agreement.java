package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ictograph.model.Label;
import org.ictograph.model.SpanSet;

/**
 * Compares two raters. Only time that both reviewed counts: what one of them never looked at is missing, not "no
 * event". Swapping the raters, reordering marks or cages, renaming labels and shifting times change nothing but the
 * names, signs and times in the report.
 */
public final class Agreement {
    private final AgreementParameters parameters;
    private final List<RatedCage> cages;
    private final List<String> subjects;
    private final Bootstrap bootstrap;

    private Agreement(List<RatedCage> cages, AgreementParameters parameters) {
        this.parameters = parameters;
        this.cages =
                cages.stream().filter(cage -> !cage.jointlyReviewed().isEmpty()).toList();
        this.subjects =
                this.cages.stream().map(RatedCage::subject).distinct().sorted().toList();
        this.bootstrap = new Bootstrap(subjects.size(), parameters.resamples(), parameters.seed());
    }

    /**
     * @param cages each cage of each recording once
     * @param labels what to compare; marks with other labels are left out
     */
    public static AgreementReport compare(List<RatedCage> cages, List<Label> labels, AgreementParameters parameters) {
        Agreement agreement = new Agreement(cages, parameters);
        return new AgreementReport(
                agreement.cages.stream()
                        .map(RatedCage::jointlyReviewed)
                        .mapToLong(SpanSet::total)
                        .sum(),
                agreement.subjects.size(),
                parameters,
                labels.stream().map(agreement::label).toList());
    }

    private LabelAgreement label(Label label) {
        List<CageComparison> comparisons = cages.stream()
                .map(cage -> new CageComparison(cage, label, parameters))
                .toList();
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

    private static <T> List<T> gathered(List<CageComparison> comparisons, Function<CageComparison, List<T>> part) {
        return comparisons.stream()
                .flatMap(comparison -> part.apply(comparison).stream())
                .toList();
    }

    private LabelAgreement.TimeAgreement time(List<CageComparison> comparisons) {
        List<BinTable> perSubject = perSubject(comparisons, CageComparison::bins, BinTable.EMPTY, BinTable::plus);
        BinTable all = perSubject.stream().reduce(BinTable.EMPTY, BinTable::plus);
        List<BinTable> resampled = bootstrap.resampled(perSubject, BinTable.EMPTY, BinTable::plus);
        Map<Coefficient, Statistic> statistics = new EnumMap<>(Coefficient.class);
        for (Coefficient coefficient : Coefficient.values()) {
            String undefined = coefficient.undefined(all);
            statistics.put(
                    coefficient,
                    undefined.isEmpty()
                            ? bootstrap.statistic(
                                    coefficient.of(all).orElseThrow(), all.n(), resampled, coefficient::of)
                            : Statistic.undefined(undefined, all.n()));
        }
        return new LabelAgreement.TimeAgreement(all, statistics);
    }

    private EventAgreement events(List<CageComparison> comparisons, double threshold) {
        List<EventCounts> perSubject = perSubject(
                comparisons, comparison -> comparison.events(threshold), EventCounts.NONE, EventCounts::plus);
        EventCounts all = perSubject.stream().reduce(EventCounts.NONE, EventCounts::plus);
        List<EventCounts> resampled = bootstrap.resampled(perSubject, EventCounts.NONE, EventCounts::plus);
        return new EventAgreement(
                threshold,
                all,
                rate(EventRate.PRECISION, all, resampled),
                rate(EventRate.RECALL, all, resampled),
                rate(EventRate.F1, all, resampled));
    }

    private Statistic rate(EventRate rate, EventCounts all, List<EventCounts> resampled) {
        String undefined = rate.undefined(all);
        return undefined.isEmpty()
                ? bootstrap.statistic(rate.of(all).orElseThrow(), rate.whole(all), resampled, rate::of)
                : Statistic.undefined(undefined, 0);
    }

    /** Adds up the counts of the cages of each animal, in the order of the animals' keys. */
    private <C> List<C> perSubject(
            List<CageComparison> comparisons, Function<CageComparison, C> count, C zero, BinaryOperator<C> plus) {
        Map<String, Integer> position = IntStream.range(0, subjects.size())
                .boxed()
                .collect(Collectors.toMap(subjects::get, Function.identity()));
        List<C> sums = new ArrayList<>(Collections.nCopies(subjects.size(), zero));
        for (int i = 0; i < cages.size(); i++) {
            int subject = position.getOrDefault(cages.get(i).subject(), 0);
            sums.set(subject, plus.apply(sums.get(subject), count.apply(comparisons.get(i))));
        }
        return sums;
    }
}
