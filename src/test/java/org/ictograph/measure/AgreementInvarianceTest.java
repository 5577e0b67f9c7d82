package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.REARING;
import static org.ictograph.measure.TwoRaters.SEIZURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/** What must not change a report, and how what does change it may change it. */
class AgreementInvarianceTest {
    private static final AgreementParameters STANDARD = AgreementParameters.standard();
    private static final List<RatedCage> CAGES = TwoRaters.random(6, 3);
    private static final LabelAgreement PLAIN = first(CAGES, SEIZURE);

    @Test
    void swappingTheRatersOnlySwapsTheSides() {
        LabelAgreement swapped = first(CAGES.stream().map(RatedCage::swapped).toList(), SEIZURE);
        BinTable bins = PLAIN.time().bins();
        assertEquals(
                new BinTable(bins.both(), bins.onlyB(), bins.onlyA(), bins.neither()),
                swapped.time().bins());
        assertEquals(PLAIN.time().statistics(), swapped.time().statistics());
        for (int i = 0; i < PLAIN.events().size(); i++) {
            EventAgreement mine = PLAIN.events().get(i);
            EventAgreement theirs = swapped.events().get(i);
            assertEquals(mine.f1(), theirs.f1());
            assertEquals(mine.precision(), theirs.recall());
        }
        assertEquals(negated(PLAIN.onset().median()), swapped.onset().median());
        assertEquals(PLAIN.onset().mad(), swapped.onset().mad());
        assertEquals(PLAIN.onset().p95(), swapped.onset().p95());
        assertEquals(
                PLAIN.disagreements().stream().map(Finding::span).toList(),
                swapped.disagreements().stream().map(Finding::span).toList());
    }

    @Test
    void shiftingAllTimesChangesNoFigure() {
        long shift = 12_345_678;
        List<RatedCage> shifted = TwoRaters.changed(
                CAGES,
                rating -> new Rating(
                        new SpanSet(rating.reviewed().spans().stream()
                                .map(span -> span.shifted(shift))
                                .toList()),
                        rating.marks().stream()
                                .map(mark -> mark.withSpan(mark.span().shifted(shift)))
                                .toList()));
        assertSameFigures(PLAIN, first(shifted, SEIZURE));
    }

    @Test
    void reorderingMarksAndCagesChangesNoFigure() {
        List<RatedCage> reordered = new ArrayList<>(TwoRaters.changed(CAGES, rating -> {
            List<org.ictograph.model.Mark> marks = new ArrayList<>(rating.marks());
            Collections.shuffle(marks, new Random(1));
            return new Rating(rating.reviewed(), marks);
        }));
        Collections.reverse(reordered);
        assertSameFigures(PLAIN, first(reordered, SEIZURE));
    }

    /** "Aa" and "BB" have the same Java hash code, as have "AaAa", "BBBB" and "AaBB". */
    @Test
    void labelsWithTheSameHashCodeStayApart() {
        assertEquals("Aa".hashCode(), "BB".hashCode());
        for (List<String> names : List.of(List.of("Aa", "BB"), List.of("AaAa", "AaBB"), List.of("ä", "ü"))) {
            List<RatedCage> renamed = TwoRaters.changedMarks(
                    CAGES, mark -> mark.withLabel(mark.label().equals(SEIZURE.name()) ? names.get(0) : names.get(1)));
            assertSameFigures(PLAIN, first(renamed, TwoRaters.label(names.get(0), LabelKind.EVENT)));
            assertSameFigures(first(CAGES, REARING), first(renamed, TwoRaters.label(names.get(1), LabelKind.EVENT)));
        }
    }

    @Test
    void aLabelThatIsNeverUsedChangesNothingElse() {
        AgreementReport with = Agreement.compare(
                CAGES, List.of(SEIZURE, TwoRaters.label("jumping", LabelKind.EVENT), REARING), STANDARD);
        assertEquals(PLAIN, with.label("seizure").orElseThrow());
        assertEquals(first(CAGES, REARING), with.label("rearing").orElseThrow());
        assertEquals(0, with.label("jumping").orElseThrow().findings().size());
    }

    @Test
    void everyAnimalTwiceKeepsTheEstimate() {
        List<RatedCage> twice = new ArrayList<>(CAGES);
        CAGES.forEach(cage -> twice.add(
                new RatedCage(cage.recordingId(), cage.cageId(), cage.subject() + " again", cage.a(), cage.b())));
        Statistic once = PLAIN.time().statistic(Coefficient.COHEN_KAPPA);
        Statistic doubled = first(twice, SEIZURE).time().statistic(Coefficient.COHEN_KAPPA);
        assertEquals(once.value().orElseThrow(), doubled.value().orElseThrow(), 1e-12);
        assertTrue(width(doubled) < width(once), "more animals, narrower interval");
    }

    @Test
    void aRaterAgreesWithThemselves() {
        LabelAgreement self = first(
                CAGES.stream()
                        .map(cage ->
                                new RatedCage(cage.recordingId(), cage.cageId(), cage.subject(), cage.a(), cage.a()))
                        .toList(),
                SEIZURE);
        assertEquals(1.0, self.time().statistic(Coefficient.COHEN_KAPPA).value().orElseThrow(), 1e-12);
        assertEquals(1.0, self.events().get(2).f1().value().orElseThrow());
        assertEquals(List.of(), self.disagreements());
    }

    @Test
    void ratersWhoGuessAgreeOnlyByChance() {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            RatedCage one = TwoRaters.random(1, 100 + seed).get(0);
            RatedCage other = TwoRaters.random(1, 900 + seed).get(0);
            LabelAgreement label =
                    first(List.of(new RatedCage(one.recordingId(), one.cageId(), "rat", one.a(), other.b())), SEIZURE);
            sum += label.time().statistic(Coefficient.COHEN_KAPPA).value().orElseThrow();
        }
        assertEquals(0, sum / 20, 0.05);
    }

    private static void assertSameFigures(LabelAgreement expected, LabelAgreement actual) {
        assertEquals(expected.time(), actual.time());
        assertEquals(expected.events(), actual.events());
        assertEquals(expected.onset(), actual.onset());
        assertEquals(expected.offset(), actual.offset());
        assertEquals(
                expected.findings().stream().map(Finding::kind).sorted().toList(),
                actual.findings().stream().map(Finding::kind).sorted().toList());
    }

    private static LabelAgreement first(List<RatedCage> cages, Label label) {
        return Agreement.compare(cages, List.of(label), STANDARD).labels().get(0);
    }

    private static OptionalLong negated(OptionalLong value) {
        return OptionalLong.of(-value.orElseThrow());
    }

    private static double width(Statistic statistic) {
        return statistic.high().orElseThrow() - statistic.low().orElseThrow();
    }
}
