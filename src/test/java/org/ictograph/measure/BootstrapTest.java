package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/** Intervals against plain sorting, and pairs of many raters against the same two alone. */
class BootstrapTest {
    @Test
    void intervalsRunBetweenTheRanksOfTheSortedResamples() {
        Random random = new Random(8);
        Bootstrap bootstrap = new Bootstrap(6, 200, 1);
        for (int trial = 0; trial < 300; trial++) {
            double[] values = new double[180 + random.nextInt(21)];
            int kinds = 1 + random.nextInt(trial % 3 == 0 ? 4 : 1000);
            Arrays.setAll(values, i -> random.nextInt(kinds) / 7.0 - 3);
            double[] given = values.clone();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            double low = sorted[(int) Math.floor(0.025 * last)];
            double high = sorted[(int) Math.ceil(0.975 * last)];
            double value = values[0];
            Statistic made = bootstrap.statistic(value, 5, values);
            assertEquals(Arrays.toString(given), Arrays.toString(values), "what was given is left as it was");
            if (sorted[0] == sorted[last]) {
                assertTrue(made.remark().contains("all animals gave the same"));
            } else {
                assertEquals(Statistic.of(value, Math.min(low, value), Math.max(high, value), 5), made);
            }
        }
    }

    /** Six raters, of whom three reviewed all, one half of it, one with holes and one nothing. */
    @Test
    void everyPairOfManyRatersHasTheFiguresOfTheTwoAlone() {
        List<Label> labels = List.of(TwoRaters.SEIZURE, TwoRaters.REARING);
        List<SpanSet> reviewed = List.of(
                SpanSet.of(TwoRaters.span(0, 600)),
                SpanSet.of(TwoRaters.span(0, 600)),
                SpanSet.of(TwoRaters.span(0, 300)),
                SpanSet.of(TwoRaters.span(0, 600)),
                SpanSet.of(TwoRaters.span(20, 250), TwoRaters.span(260.5, 580)),
                SpanSet.EMPTY);
        List<CageRatings> cages = cages(reviewed);
        AgreementParameters parameters = AgreementParameters.standard();
        GroupReport group =
                GroupAgreement.compare(List.of("a", "b", "c", "d", "e", "f"), cages, labels, parameters, () -> false);
        assertEquals(15, group.pairs().size());
        for (GroupReport.Pair pair : group.pairs()) {
            AgreementReport alone = Agreement.compare(
                    cages.stream()
                            .map(cage -> cage.pair(pair.first(), pair.second()))
                            .toList(),
                    labels,
                    parameters);
            for (GroupReport.OneLabel label : pair.labels()) {
                LabelAgreement of = alone.label(label.label()).orElseThrow();
                assertEquals(Optional.of(of.time().statistic(Coefficient.COHEN_KAPPA)), figure(label, "cohen_kappa"));
                assertEquals(Optional.of(of.time().statistic(Coefficient.PREVALENCE)), figure(label, "prevalence"));
                assertEquals(Optional.of(of.events().get(1).f1()), figure(label, "f1"));
            }
        }
    }

    private static Optional<Statistic> figure(GroupReport.OneLabel label, String name) {
        return label.figure(name).map(Figure::statistic);
    }

    private static List<CageRatings> cages(List<SpanSet> reviewed) {
        Random random = new Random(3);
        List<CageRatings> cages = new ArrayList<>();
        for (int animal = 0; animal < 7; animal++) {
            List<List<Mark>> marks = new ArrayList<>();
            reviewed.forEach(time -> marks.add(new ArrayList<>()));
            for (int event = 0; event < 9; event++) {
                String label = random.nextInt(3) == 0 ? "rearing" : "seizure";
                for (int rater = 0; rater < reviewed.size(); rater++) {
                    long start = (event * 60 + 5) * Span.SECOND + random.nextInt(4_000_000);
                    if (random.nextInt(5) > 0) {
                        marks.get(rater)
                                .add(Mark.byHand(
                                        TwoRaters.RECORDING,
                                        TwoRaters.id("cage " + animal),
                                        TwoRaters.id("rater " + rater),
                                        label,
                                        new Span(start, start + 2_000_000 + random.nextInt(20_000_000))));
                    }
                }
            }
            List<Rating> ratings = new ArrayList<>();
            for (int rater = 0; rater < reviewed.size(); rater++) {
                ratings.add(new Rating(reviewed.get(rater), marks.get(rater)));
            }
            cages.add(new CageRatings(TwoRaters.RECORDING, TwoRaters.id("cage " + animal), "rat " + animal, ratings));
        }
        return cages;
    }
}
