package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;

/** Makes the further figures of one label, each with its definition. The first rater is the reference. */
final class LabelFigures {
    private static final String FEW_PAIRS = "Undefined: fewer than two events of both raters show it whole.";

    private final List<CageComparison> cages;
    private final Animals animals;
    private final AgreementParameters parameters;
    private final List<Figure> figures = new ArrayList<>();

    private LabelFigures(List<CageComparison> cages, Animals animals, AgreementParameters parameters) {
        this.cages = cages;
        this.animals = animals;
        this.parameters = parameters;
    }

    static List<Figure> of(Label label, List<CageComparison> cages, Animals animals, AgreementParameters parameters) {
        LabelFigures made = new LabelFigures(cages, animals, parameters);
        made.kappaError();
        made.time();
        made.detections();
        made.edges("onset", CageComparison::onsetDifferences);
        made.edges("offset", CageComparison::offsetDifferences);
        if (label.kind() != LabelKind.POINT) {
            made.durations();
        }
        made.drift();
        return made.figures;
    }

    private void add(String name, String definition, Statistic statistic) {
        figures.add(new Figure(name, definition, statistic));
    }

    /** Stands beside the interval over animals to show what that costs; it has none of its own. */
    private void kappaError() {
        BinTable bins = cages.stream().map(CageComparison::bins).reduce(BinTable.EMPTY, BinTable::plus);
        OptionalDouble error = bins.cohenKappaError();
        add(
                "cohen_kappa_error",
                "Standard error of Cohen’s κ as if all time bins were independent (Fleiss, Cohen and Everitt 1969).",
                error.isPresent()
                        ? Statistic.of(
                                error.getAsDouble(),
                                bins.n(),
                                "Bins of one animal are alike, so this is too small; cite the interval over animals.")
                        : Statistic.undefined(Coefficient.COHEN_KAPPA.undefined(bins), bins.n()));
    }

    private void time() {
        detection(
                "time",
                "marked time (no bins)",
                cage -> {
                    BinTable time = cage.bins(1);
                    return new DetectionCounts(
                            time.both() + time.onlyA(), time.both(), time.both(), time.onlyB(), time.n());
                },
                List.of(DetectionRate.SENSITIVITY, DetectionRate.PRECISION, DetectionRate.F1));
    }

    private void detections() {
        List<DetectionRate> all = List.of(DetectionRate.values());
        detection(
                "any_overlap",
                "events that anything of the other rater overlaps (Wilson et al. 2003)",
                CageComparison::anyOverlap,
                all);
        for (double threshold : parameters.likenesses()) {
            detection(
                    "matched_" + threshold,
                    "events paired one to one, optimally, at IoU (points: closeness) " + threshold + " or better",
                    cage -> cage.detections(threshold),
                    List.of(DetectionRate.FALSE_PER_HOUR, DetectionRate.FALSE_PER_DAY));
        }
        scored("szcore", EventScoring.SZCORE, all);
        scored("rodent", EventScoring.RODENT, all);
        scored("rodent_as_marked", EventScoring.RODENT_AS_MARKED, all);
        detection("szcore_samples", "samples of 1 s as SzCORE counts them", CageComparison::samples, all);
    }

    private void scored(String name, EventScoring scoring, List<DetectionRate> rates) {
        detection(name, "events as SzCORE scores them: " + scoring.inWords(), cage -> cage.scored(scoring), rates);
    }

    private void detection(
            String name, String what, Function<CageComparison, DetectionCounts> counts, List<DetectionRate> rates) {
        Resampled<DetectionCounts> sums =
                animals.sum(cages, 5, cage -> counts.apply(cage).sums(), DetectionCounts::read);
        for (DetectionRate rate : rates) {
            add(
                    name + "_" + rate.name().toLowerCase(Locale.ROOT),
                    rate.inWords() + "; " + what + ".",
                    sums.statistic(rate::of, rate::undefined, rate::n));
        }
    }

    private void edges(String edge, Function<CageComparison, List<Long>> differences) {
        EdgeSample sample = new EdgeSample(cages.stream().map(differences).toList(), animals);
        String of =
                edge + " differences of the events matched at the loosest threshold, second rater minus first, in s";
        add(edge + "_median", "Median of the " + of + ".", sample.median());
        add(edge + "_mad", "Median absolute deviation from the median of the " + of + ".", sample.mad());
        add(edge + "_p95", "What 95 % of the absolute " + of + " do not exceed.", sample.p95());
        add(
                edge + "_within",
                String.format(
                        Locale.ROOT, "Part of the %s, that are at most %.3f s.", of, parameters.edgeTolerance() / 1e6),
                sample.within(parameters.edgeTolerance()));
        limits(edge, of, cage -> {
            PairSums sums = PairSums.NONE;
            for (long micros : differences.apply(cage)) {
                sums = sums.plus(0, micros / 1e6);
            }
            return sums;
        });
    }

    private void durations() {
        Resampled<PairSums> sums = limits(
                "duration",
                "differences of duration of the matched events, second rater minus first, in s",
                CageComparison::durations);
        for (IntraclassCorrelation form :
                List.of(IntraclassCorrelation.ICC_1_1, IntraclassCorrelation.ICC_2_1, IntraclassCorrelation.ICC_3_1)) {
            add(
                    "duration_" + form.name().toLowerCase(Locale.ROOT),
                    form.form() + " of Shrout and Fleiss (1979) for the duration of the matched events: "
                            + form.meaning() + ".",
                    sums.statistic(
                            pairs -> pairs.correlation(form),
                            pairs -> pairs.n() < 2 ? FEW_PAIRS : "Undefined: all durations are alike.",
                            PairSums::n));
        }
    }

    private Resampled<PairSums> limits(String name, String of, Function<CageComparison, PairSums> pairs) {
        Resampled<PairSums> sums =
                animals.sum(cages, 6, cage -> pairs.apply(cage).sums(), PairSums::read);
        limit(sums, name + "_bias", "Bland–Altman: mean of the " + of + ".", PairSums::bias);
        limit(sums, name + "_limit_low", "Bland–Altman: mean − 1.96 SD of the " + of + ".", PairSums::lowerLimit);
        limit(sums, name + "_limit_high", "Bland–Altman: mean + 1.96 SD of the " + of + ".", PairSums::upperLimit);
        return sums;
    }

    private void limit(
            Resampled<PairSums> sums, String name, String definition, Function<PairSums, OptionalDouble> formula) {
        add(name, definition, sums.statistic(formula, pairs -> FEW_PAIRS, PairSums::n));
    }

    /** How the F1 of the last quarter of the cages differs from that of the first. */
    private void drift() {
        List<CageComparison> first = Quarters.of(cages, 0);
        List<CageComparison> last = Quarters.of(cages, Quarters.COUNT - 1);
        Resampled<double[]> sums = animals.sum(
                cages,
                6,
                cage -> {
                    double[] counts = cage.events(parameters.loosest()).sums();
                    double[] both = new double[6];
                    System.arraycopy(counts, 0, both, 0, first.contains(cage) ? 3 : 0);
                    System.arraycopy(counts, 0, both, 3, last.contains(cage) ? 3 : 0);
                    return both;
                },
                sum -> sum);
        add(
                "drift_f1",
                "F1 at the loosest threshold in the last quarter of the cages, in order of time, minus that in the"
                        + " first.",
                sums.statistic(
                        LabelFigures::change,
                        sum -> "Undefined: the first or the last quarter of the cages has no events.",
                        sum -> Math.round(sum[0] + sum[1] + sum[3] + sum[4])));
    }

    private static OptionalDouble change(double[] sum) {
        double before = sum[0] + sum[1];
        double after = sum[3] + sum[4];
        return before == 0 || after == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(2 * sum[5] / after - 2 * sum[2] / before);
    }
}
