package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.measure.Agreement;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.Figure;
import org.ictograph.measure.RatedCage;
import org.ictograph.measure.Rating;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/**
 * The report finds again what the simulated raters do, within its intervals: how far their edges are off, and what they
 * miss. Each figure is asked for over many demos, since an interval of 95 % may miss now and then.
 */
class RaterRecoveryTest {
    private static final int DEMOS = 12;
    private static final int RECORDINGS = 24;
    private static final int MINUTES = 3;
    private static final String SHAKES = "wet dog shakes";
    private static final List<Label> LABELS = List.of(
            Protocol.standard().label(Protocol.SEIZURE).orElseThrow(),
            Protocol.standard().label(SHAKES).orElseThrow());

    /** Half of the unsigned errors are below the rater's median error, 35 of 100 are negative. */
    private static final double MEDIAN = -Math.log(1 - 0.15 / 0.65) / Math.log(2);

    /** Of the unsigned errors, 95 of 100 are below. */
    private static final double P95 = Math.log(20) / Math.log(2);

    private final int[] hits = new int[5];
    private final int[] trials = new int[5];

    @Test
    void jitterAndMissesAreRecovered() {
        for (int seed = 1; seed <= DEMOS; seed++) {
            DemoPlan plan = DemoPlan.of(seed, RECORDINGS, MINUTES);
            check(plan, SimulatedRater.first(seed), 0.3);
            check(plan, SimulatedRater.second(seed), 0.45);
        }
        List<String> figures = List.of(
                "median of the offsets",
                "95 % of the offsets",
                "median of the onsets",
                "seizures found",
                "shakes found");
        for (int i = 0; i < hits.length; i++) {
            String what = figures.get(i) + ": " + hits[i] + " of " + trials[i] + " intervals hold the true value";
            assertTrue(trials[i] >= DEMOS, what);
            assertTrue(hits[i] >= trials[i] * 8 / 10, what);
        }
    }

    private void check(DemoPlan plan, SimulatedRater rater, double medianError) {
        AgreementReport report = Agreement.compare(cages(plan, rater), LABELS, AgreementParameters.standard());
        count(0, figure(report, "offset_median"), MEDIAN * medianError);
        count(1, figure(report, "offset_p95"), P95 * medianError);
        count(2, figure(report, "onset_median"), 3 * MEDIAN * medianError);
        count(3, recall(report, Protocol.SEIZURE), 0.96);
        count(4, recall(report, SHAKES), expectedShakes(plan));
    }

    private void count(int figure, Statistic statistic, double truth) {
        if (statistic.low().isEmpty()) {
            assertTrue(
                    statistic.remark().contains("all animals gave the same")
                            || statistic.remark().contains("a 95th percentile needs 72"),
                    statistic.remark());
            return;
        }
        trials[figure]++;
        if (statistic.low().orElseThrow() <= truth && truth <= statistic.high().orElseThrow()) {
            hits[figure]++;
        }
    }

    private static Statistic figure(AgreementReport report, String name) {
        return report.details().get(0).figures().stream()
                .filter(figure -> figure.name().equals(name))
                .map(Figure::statistic)
                .findFirst()
                .orElseThrow();
    }

    private static Statistic recall(AgreementReport report, String label) {
        return report.label(label).orElseThrow().events().get(0).recall();
    }

    /** A unit is missed with its seizure, and by itself the more often the shorter it is. */
    private static double expectedShakes(DemoPlan plan) {
        return plan.recordings().stream()
                .flatMap(recording -> recording.truth().stream())
                .filter(mark -> mark.label().equals(SHAKES))
                .mapToDouble(mark ->
                        0.96 * (1 - 0.03 - 0.22 * Math.exp(-(mark.span().length() / 1e6 - 1) / 2.5)))
                .average()
                .orElseThrow();
    }

    private static List<RatedCage> cages(DemoPlan plan, SimulatedRater rater) {
        List<RatedCage> cages = new ArrayList<>();
        for (DemoRecording recording : plan.recordings()) {
            List<DemoMark> seen = rater.rate(recording);
            for (DemoCage cage : recording.cages()) {
                UUID id = id(recording.fileName() + cage.position());
                cages.add(new RatedCage(
                        id(recording.fileName()),
                        id,
                        recording.fileName() + cage.position(),
                        rating(recording.truth(), cage, id),
                        rating(seen, cage, id)));
            }
        }
        assertEquals(RECORDINGS * DemoPlan.CAGES, cages.size());
        return cages;
    }

    private static Rating rating(List<DemoMark> marks, DemoCage cage, UUID id) {
        return new Rating(
                SpanSet.of(new Span(0, MINUTES * 60 * Span.SECOND)),
                marks.stream()
                        .filter(mark -> mark.cage() == cage.position())
                        .map(mark -> Mark.byHand(id, id, id, mark.label(), mark.span()))
                        .toList());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
