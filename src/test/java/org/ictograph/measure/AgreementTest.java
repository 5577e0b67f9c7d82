package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.A;
import static org.ictograph.measure.TwoRaters.B;
import static org.ictograph.measure.TwoRaters.SEIZURE;
import static org.ictograph.measure.TwoRaters.cage;
import static org.ictograph.measure.TwoRaters.rating;
import static org.ictograph.measure.TwoRaters.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final SpanSet HUNDRED = SpanSet.of(span(0, 100));
    private static final AgreementParameters STANDARD = AgreementParameters.standard();

    /** sed_eval's segments of 1 s over 10 s: TP 4, FP 0, FN 5, TN 1. */
    @Test
    void countsBinsAsSedEvalDoes() {
        SpanSet ten = SpanSet.of(span(0, 10));
        LabelAgreement label = compare(cage(
                "70-1",
                rating(A, "70-1", ten, SEIZURE, span(0, 2.5), span(2.8, 4.5), span(6, 10)),
                rating(B, "70-1", ten, SEIZURE, span(1, 3.5), span(7, 8))));
        assertEquals(new BinTable(4, 5, 0, 1), label.time().bins());
    }

    @Test
    void onlyJointlyReviewedTimeCounts() {
        AgreementReport report = Agreement.compare(
                List.of(cage(
                        "70-1",
                        rating(A, "70-1", SpanSet.of(span(0, 60)), SEIZURE, span(10, 20), span(55, 59)),
                        rating(
                                B,
                                "70-1",
                                SpanSet.of(span(5, 50), span(80, 100)),
                                SEIZURE,
                                span(10, 20),
                                span(81, 90)))),
                List.of(SEIZURE),
                STANDARD);
        assertEquals(45, report.reviewedSeconds());
        LabelAgreement label = report.label("seizure").orElseThrow();
        assertEquals(new BinTable(10, 0, 0, 35), label.time().bins());
        assertEquals(new EventCounts(1, 1, 1), label.events().get(0).counts());
        assertEquals(List.of(), label.disagreements());
    }

    @Test
    void aCutEdgeGivesNoDifference() {
        LabelAgreement label = compare(cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(44, 60)),
                rating(B, "70-1", SpanSet.of(span(0, 50)), SEIZURE, span(45, 50))));
        assertEquals(1, label.onset().n());
        assertEquals(OptionalLong.of(Span.SECOND), label.onset().median());
        assertEquals(0, label.offset().n());
        assertEquals(OptionalLong.empty(), label.offset().median());
    }

    @Test
    void oneMarkStaysOneEventAcrossAHole() {
        SpanSet holed = SpanSet.of(span(0, 40), span(50, 100));
        LabelAgreement label = compare(cage(
                "70-1",
                rating(A, "70-1", holed, SEIZURE, span(30, 60)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(30, 60))));
        assertEquals(new EventCounts(1, 1, 1), label.events().get(0).counts());
        assertEquals(new BinTable(20, 0, 0, 70), label.time().bins());
    }

    @Test
    void tellsWhatToTalkAbout() {
        LabelAgreement label = compare(cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(0, 10), span(20, 30), span(40, 50)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(0.5, 10), span(20, 33), span(70, 75))));
        assertEquals(
                List.of(Finding.Kind.AGREED, Finding.Kind.EDGES_DIFFER, Finding.Kind.ONLY_A, Finding.Kind.ONLY_B),
                label.findings().stream().map(Finding::kind).toList());
        Finding differing = label.disagreements().get(0);
        assertEquals(span(20, 33), differing.span());
        assertEquals(TwoRaters.RECORDING, differing.recordingId());
        assertEquals(TwoRaters.id("cage of 70-1"), differing.cageId());
        assertEquals(10 / 13.0, differing.likeness(), 1e-12);
        assertEquals(2, label.pairs().size());
    }

    @Test
    void eventRatesTakeTheFirstRaterAsReference() {
        LabelAgreement label = compare(cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(0, 10), span(20, 30), span(40, 50), span(60, 70)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(0, 10), span(20, 26))));
        EventAgreement loosest = label.events().get(0);
        assertEquals(0.3, loosest.likeness());
        assertEquals(1.0, loosest.precision().value().orElseThrow());
        assertEquals(0.5, loosest.recall().value().orElseThrow());
        assertEquals(2 / 3.0, loosest.f1().value().orElseThrow(), 1e-12);
        EventAgreement strictest = label.events().get(2);
        assertEquals(0.7, strictest.likeness());
        assertEquals(new EventCounts(4, 2, 1), strictest.counts());
    }

    @Test
    void nothingMarkedIsUndefinedAndSaysWhy() {
        LabelAgreement label =
                compare(cage("70-1", rating(A, "70-1", HUNDRED, SEIZURE), rating(B, "70-1", HUNDRED, SEIZURE)));
        Statistic kappa = label.time().statistic(Coefficient.COHEN_KAPPA);
        assertTrue(kappa.value().isEmpty());
        assertTrue(kappa.undefined().contains("no variation"));
        assertEquals(100, kappa.n());
        assertEquals(
                1.0, label.time().statistic(Coefficient.RAW_AGREEMENT).value().orElseThrow());
        assertTrue(label.time()
                .statistic(Coefficient.POSITIVE_AGREEMENT)
                .undefined()
                .contains("neither rater marked it"));
        assertTrue(label.events().get(0).f1().undefined().contains("neither side has events"));
    }

    @Test
    void withoutCommonTimeTheReportSaysSo() {
        AgreementReport report = Agreement.compare(
                List.of(cage(
                        "70-1",
                        rating(A, "70-1", SpanSet.of(span(0, 10)), SEIZURE, span(1, 2)),
                        rating(B, "70-1", SpanSet.of(span(10, 20)), SEIZURE, span(11, 12)))),
                List.of(SEIZURE),
                STANDARD);
        assertEquals(0, report.reviewedMicros());
        assertEquals(0, report.subjects());
        assertTrue(report.labels()
                .get(0)
                .time()
                .statistic(Coefficient.RAW_AGREEMENT)
                .undefined()
                .contains("no jointly reviewed time"));
        assertEquals(List.of(), report.findings());
    }

    @Test
    void fewerThanFiveAnimalsGiveNoInterval() {
        LabelAgreement four = Agreement.compare(TwoRaters.random(4, 1), List.of(SEIZURE), STANDARD)
                .labels()
                .get(0);
        Statistic kappa = four.time().statistic(Coefficient.COHEN_KAPPA);
        assertTrue(kappa.value().isPresent());
        assertTrue(kappa.low().isEmpty() && kappa.high().isEmpty());
        assertEquals("No interval: 4 animals are too few, 5 are needed.", kappa.remark());
    }

    @Test
    void intervalsContainTheEstimateAndRepeat() {
        List<RatedCage> cages = TwoRaters.random(8, 2);
        LabelAgreement label =
                Agreement.compare(cages, List.of(SEIZURE), STANDARD).labels().get(0);
        for (Coefficient coefficient : Coefficient.values()) {
            Statistic statistic = label.time().statistic(coefficient);
            double value = statistic.value().orElseThrow();
            assertTrue(statistic.low().orElseThrow() <= value, coefficient.name());
            assertTrue(statistic.high().orElseThrow() >= value, coefficient.name());
        }
        Statistic kappa = label.time().statistic(Coefficient.COHEN_KAPPA);
        assertTrue(kappa.high().orElseThrow() - kappa.low().orElseThrow() > 0.01);
        assertEquals(
                Agreement.compare(cages, List.of(SEIZURE), STANDARD).labels().get(0), label);
    }

    /** Two cages of one animal are one draw of the bootstrap: the animals are counted, not the cages. */
    @Test
    void animalsAreCountedNotCages() {
        List<RatedCage> sameAnimal = IntStream.range(0, 6)
                .mapToObj(i -> TwoRaters.random(1, i).get(0))
                .toList();
        AgreementReport report = Agreement.compare(sameAnimal, List.of(SEIZURE), STANDARD);
        assertEquals(1, report.subjects());
        assertEquals(6 * 3600, report.reviewedSeconds());
        assertTrue(report.labels()
                .get(0)
                .time()
                .statistic(Coefficient.COHEN_KAPPA)
                .remark()
                .contains("1 animal is too few"));
    }

    @Test
    void pointsMatchByDistance() {
        Label jerk = TwoRaters.label("jerk", LabelKind.POINT);
        Span at = new Span(10_000_000, 10_000_001);
        LabelAgreement label = Agreement.compare(
                        List.of(cage(
                                "70-1",
                                rating(A, "70-1", HUNDRED, jerk, at, at.shifted(40_000_000)),
                                rating(B, "70-1", HUNDRED, jerk, at.shifted(900_000), at.shifted(42_000_000)))),
                        List.of(jerk),
                        STANDARD)
                .labels()
                .get(0);
        assertEquals(new EventCounts(2, 2, 1), label.events().get(1).counts());
        assertEquals(0, label.events().get(2).counts().matched());
        assertEquals(OptionalLong.of(900_000), label.onset().median());
    }

    private static LabelAgreement compare(RatedCage cage) {
        return Agreement.compare(List.of(cage), List.of(SEIZURE), STANDARD)
                .labels()
                .get(0);
    }
}
