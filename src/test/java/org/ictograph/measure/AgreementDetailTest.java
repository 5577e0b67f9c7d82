package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.A;
import static org.ictograph.measure.TwoRaters.B;
import static org.ictograph.measure.TwoRaters.REARING;
import static org.ictograph.measure.TwoRaters.SEIZURE;
import static org.ictograph.measure.TwoRaters.cage;
import static org.ictograph.measure.TwoRaters.rating;
import static org.ictograph.measure.TwoRaters.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/** The figures beyond bins and matched events, and what must and must not change them. */
class AgreementDetailTest {
    private static final AgreementParameters STANDARD = AgreementParameters.standard();
    private static final SpanSet HUNDRED = SpanSet.of(span(0, 100));
    private static final List<RatedCage> CAGES = TwoRaters.random(6, 3);

    @Test
    void everyFigureHasADefinitionAndAValueOrASentence() {
        for (List<RatedCage> cages : List.of(CAGES, TwoRaters.random(2, 1), List.<RatedCage>of())) {
            for (LabelDetail detail : compare(cages).details()) {
                for (Figure figure : detail.figures()) {
                    Statistic statistic = figure.statistic();
                    assertTrue(figure.definition().endsWith("."), figure.definition());
                    assertTrue(statistic.value().isPresent()
                            || statistic.undefined().startsWith("Undefined: "));
                    double value = statistic.value().orElse(0);
                    assertTrue(Double.isFinite(value), figure.name());
                    assertTrue(statistic.low().orElse(value) <= value
                            && value <= statistic.high().orElse(value));
                    assertTrue(
                            statistic.value().isEmpty()
                                    || statistic.low().isPresent()
                                    || !statistic.remark().isEmpty(),
                            figure.name());
                }
            }
        }
    }

    @Test
    void swappingTheRatersTurnsSignsAndSides() {
        LabelDetail plain = compare(CAGES).detail("seizure").orElseThrow();
        LabelDetail swapped = compare(CAGES.stream().map(RatedCage::swapped).toList())
                .detail("seizure")
                .orElseThrow();
        for (String name : List.of("any_overlap_f1", "time_f1", "onset_mad", "onset_p95", "onset_within")) {
            assertEquals(value(plain, name), value(swapped, name), 1e-9, name);
        }
        assertEquals(value(plain, "duration_icc_2_1"), value(swapped, "duration_icc_2_1"), 1e-9);
        assertEquals(value(plain, "any_overlap_sensitivity"), value(swapped, "any_overlap_precision"), 1e-12);
        assertEquals(value(plain, "onset_median"), -value(swapped, "onset_median"), 1e-12);
        assertEquals(value(plain, "onset_bias"), -value(swapped, "onset_bias"), 1e-12);
        assertEquals(value(plain, "onset_limit_low"), -value(swapped, "onset_limit_high"), 1e-9);
        assertEquals(value(plain, "drift_f1"), value(swapped, "drift_f1"), 1e-12);
    }

    @Test
    void shiftingTimeAndRelabellingChangeNoFigure() {
        List<RatedCage> shifted = TwoRaters.changed(
                CAGES,
                rating -> new Rating(
                        new SpanSet(rating.reviewed().spans().stream()
                                .map(span -> span.shifted(7_654_321))
                                .toList()),
                        rating.marks().stream()
                                .map(mark -> mark.withSpan(mark.span().shifted(7_654_321)))
                                .toList()));
        assertEquals(compare(CAGES).details(), compare(shifted).details());
        assertEquals(compare(CAGES).overall(), compare(shifted).overall());
        List<RatedCage> renamed = TwoRaters.changedMarks(
                CAGES, mark -> mark.withLabel(mark.label().equals(SEIZURE.name()) ? "Aa" : "BB"));
        AgreementReport other = Agreement.compare(
                renamed,
                List.of(TwoRaters.label("Aa", LabelKind.EVENT), TwoRaters.label("BB", LabelKind.EVENT)),
                STANDARD);
        assertEquals(
                compare(CAGES).detail("seizure").orElseThrow().figures(),
                other.detail("Aa").orElseThrow().figures());
        assertEquals(
                compare(CAGES).overall().confusion().counts(),
                other.overall().confusion().counts());
    }

    /** Bins half as long: twice as many of them, and with edges on whole bins the same shares. */
    @Test
    void splittingBinsOnWholeEdgesKeepsTheShares() {
        RatedCage cage = cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(10, 20), span(40, 44)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(12, 20), span(60, 62)));
        for (Coefficient coefficient : List.of(Coefficient.COHEN_KAPPA, Coefficient.POSITIVE_AGREEMENT)) {
            List<Double> values = new ArrayList<>();
            for (long bin : List.of(2 * Span.SECOND, Span.SECOND, Span.SECOND / 2)) {
                values.add(Agreement.compare(List.of(cage), List.of(SEIZURE), STANDARD.withBin(bin))
                        .labels()
                        .get(0)
                        .time()
                        .statistic(coefficient)
                        .value()
                        .orElseThrow());
            }
            assertEquals(values.get(0), values.get(1), 1e-12);
            assertEquals(values.get(0), values.get(2), 1e-12);
        }
    }

    @Test
    void theConfusionNamesTheOtherLabelAndNone() {
        List<Mark> first = new ArrayList<>(
                rating(A, "70-1", HUNDRED, SEIZURE, span(0, 10), span(20, 30)).marks());
        first.addAll(rating(A, "70-1", HUNDRED, REARING, span(50, 60)).marks());
        List<Mark> second = new ArrayList<>(
                rating(B, "70-1", HUNDRED, SEIZURE, span(1, 10), span(80, 90)).marks());
        second.addAll(rating(B, "70-1", HUNDRED, REARING, span(21, 30)).marks());
        LabelConfusion confusion = compare(
                        List.of(cage("70-1", new Rating(HUNDRED, first), new Rating(HUNDRED, second))))
                .overall()
                .confusion();
        assertEquals(List.of("seizure", "rearing"), confusion.labels());
        assertEquals(List.of(List.of(1, 1, 0), List.of(0, 0, 1), List.of(1, 0, 0)), confusion.counts());
    }

    /** Issue 228 of BORIS: three points each, 1 to 1.3 s apart, sampled every 2 s: −0.038. */
    @Test
    void borisKappaOfPoints() {
        Label jerk = TwoRaters.label("jerk", LabelKind.POINT);
        SpanSet all = SpanSet.of(span(0, 300));
        RatedCage cage = cage(
                "70-1",
                rating(A, "70-1", all, jerk, point(155.105), point(169.855), point(264.855)),
                rating(B, "70-1", all, jerk, point(156.405), point(170.852), point(264.606)));
        Statistic kappa = boris(List.of(cage), jerk, 2 * Span.SECOND);
        assertEquals(55, kappa.n());
        assertEquals(-0.038, kappa.value().orElseThrow(), 5e-4);
    }

    /** BORIS samples both ends and nothing before the first or after the last event. */
    @Test
    void borisKappaOfStates() {
        RatedCage cage = cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(10, 14), span(18, 20)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(10, 13), span(18, 20)));
        Statistic kappa = boris(List.of(cage), SEIZURE, Span.SECOND);
        assertEquals(11, kappa.n());
        // A has 8 of 11 samples, B 7, 10 agree.
        double chance = (8 * 7 + 3 * 4) / 121.0;
        assertEquals((10 / 11.0 - chance) / (1 - chance), kappa.value().orElseThrow(), 1e-12);
        RatedCage oneSided =
                cage("70-1", rating(A, "70-1", HUNDRED, SEIZURE, span(10, 14)), rating(B, "70-1", HUNDRED, SEIZURE));
        assertTrue(boris(List.of(oneSided), SEIZURE, Span.SECOND).undefined().contains("no cage"));
    }

    @Test
    void theLastQuarterIsComparedWithTheFirst() {
        List<RatedCage> cages = IntStream.range(0, 8)
                .mapToObj(i -> cage(
                        "rat " + i,
                        rating(A, "rat " + i, HUNDRED, SEIZURE, span(10, 20)),
                        i < 6
                                ? rating(B, "rat " + i, HUNDRED, SEIZURE, span(10, 20))
                                : rating(B, "rat " + i, HUNDRED, SEIZURE, span(50, 60))))
                .toList();
        LabelDetail detail = compare(cages).detail("seizure").orElseThrow();
        assertEquals(-1, value(detail, "drift_f1"), 1e-12);
        assertEquals(
                List.of(2, 2, 2, 2),
                detail.drift().stream().map(LabelDetail.Quarter::cages).toList());
        List<RatedCage> backwards = new ArrayList<>(cages);
        Collections.reverse(backwards);
        assertEquals(1, value(compare(backwards).detail("seizure").orElseThrow(), "drift_f1"), 1e-12);
    }

    @Test
    void eachAnimalHasItsCounts() {
        LabelDetail detail = compare(CAGES).detail("seizure").orElseThrow();
        assertEquals(6, detail.animals().size());
        BinTable all =
                detail.animals().stream().map(LabelDetail.OneAnimal::bins).reduce(BinTable.EMPTY, BinTable::plus);
        assertEquals(compare(CAGES).label("seizure").orElseThrow().time().bins(), all);
        assertEquals(3600_000_000L, detail.animals().get(0).reviewedMicros());
    }

    @Test
    void aGroupOfTwoAgreesWithThePair() {
        List<CageRatings> both = CAGES.stream()
                .map(cage ->
                        new CageRatings(cage.recordingId(), cage.cageId(), cage.subject(), List.of(cage.a(), cage.b())))
                .toList();
        GroupReport group =
                GroupAgreement.compare(List.of("A", "B"), both, List.of(SEIZURE, REARING), STANDARD, () -> false);
        LabelAgreement pair = compare(CAGES).label("seizure").orElseThrow();
        GroupReport.OneLabel all = group.label("seizure").orElseThrow();
        assertEquals(
                pair.time().statistic(Coefficient.KRIPPENDORFF_ALPHA).value().orElseThrow(),
                value(all, "krippendorff_alpha"),
                1e-9);
        assertEquals(
                pair.time().statistic(Coefficient.SCOTT_PI).value().orElseThrow(), value(all, "fleiss_kappa"), 1e-9);
        assertEquals(pair.time().statistic(Coefficient.GWET_AC1).value().orElseThrow(), value(all, "gwet_ac1"), 1e-9);
        GroupReport.OneLabel cell = group.pairs().get(0).labels().get(0);
        assertEquals(
                pair.time().statistic(Coefficient.COHEN_KAPPA),
                cell.figure("cohen_kappa").orElseThrow().statistic());
        assertEquals(pair.events().get(1).f1(), cell.figure("f1").orElseThrow().statistic());
        assertEquals(1, group.pairs().size());
    }

    /** A third rater who looked at nothing is missing and changes nothing. */
    @Test
    void aRaterWhoDidNotLookIsMissing() {
        Rating nothing = new Rating(SpanSet.EMPTY, List.of());
        List<CageRatings> two = new ArrayList<>();
        List<CageRatings> three = new ArrayList<>();
        for (RatedCage cage : CAGES) {
            two.add(new CageRatings(cage.recordingId(), cage.cageId(), cage.subject(), List.of(cage.a(), cage.b())));
            three.add(new CageRatings(
                    cage.recordingId(), cage.cageId(), cage.subject(), List.of(cage.a(), nothing, cage.b())));
        }
        GroupReport with =
                GroupAgreement.compare(List.of("A", "C", "B"), three, List.of(SEIZURE), STANDARD, () -> false);
        assertEquals(
                GroupAgreement.compare(List.of("A", "B"), two, List.of(SEIZURE), STANDARD, () -> false)
                        .labels(),
                with.labels());
        assertEquals(3, with.pairs().size());
        assertFalse(with.pairs()
                .get(0)
                .labels()
                .get(0)
                .figures()
                .get(0)
                .statistic()
                .undefined()
                .isEmpty());
    }

    @Test
    void stopsWhenCancelled() {
        assertThrows(
                CancellationException.class, () -> Agreement.compare(CAGES, List.of(SEIZURE), STANDARD, () -> true));
        assertThrows(
                CancellationException.class,
                () -> GroupAgreement.compare(List.of("A"), List.of(), List.of(SEIZURE), STANDARD, () -> true));
    }

    private static Statistic boris(List<RatedCage> cages, Label label, long unit) {
        return Agreement.compare(cages, List.of(label), STANDARD.withBin(unit))
                .overall()
                .figures()
                .get(0)
                .statistic();
    }

    private static Span point(double second) {
        long at = Math.round(second * Span.SECOND);
        return new Span(at, at + 1);
    }

    private static double value(LabelDetail detail, String name) {
        return detail.figure(name).orElseThrow().statistic().value().orElseThrow();
    }

    private static double value(GroupReport.OneLabel label, String name) {
        return label.figure(name).orElseThrow().statistic().value().orElseThrow();
    }

    private static AgreementReport compare(List<RatedCage> cages) {
        return Agreement.compare(cages, List.of(SEIZURE, REARING), STANDARD);
    }
}
