package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/** Bounds of M by exact rational arithmetic over all M (Python's math.comb), 26 November 2026. */
class RecallEstimateTest {
    private static void bounds(int windows, int audited, int missed, int low, int high) {
        int found = 30;
        RecallEstimate estimate = RecallEstimate.of(found, windows, audited, missed);
        double all = (double) missed * windows / audited;
        assertEquals(found / (found + all), estimate.recall().value().orElseThrow(), 1e-12);
        assertEquals((double) found / (found + high), estimate.recall().low().orElseThrow(), 1e-12);
        assertEquals((double) found / (found + low), estimate.recall().high().orElseThrow(), 1e-12);
    }

    @Test
    void theIntervalIsExact() {
        bounds(100, 20, 0, 0, 15);
        bounds(100, 20, 1, 1, 22);
        bounds(500, 50, 2, 3, 66);
        bounds(1000, 100, 0, 0, 34);
    }

    @Test
    void whoLookedThroughAllKnows() {
        bounds(40, 40, 3, 3, 3);
        bounds(40, 40, 0, 0, 0);
    }

    @Test
    void whereNothingWasAuditedNothingIsKnown() {
        assertTrue(RecallEstimate.of(12, 300, 0, 0).recall().undefined().startsWith("Not known"));
        assertEquals(1, RecallEstimate.of(12, 0, 0, 0).recall().value().orElseThrow(), "there is no other time");
        assertTrue(RecallEstimate.of(0, 300, 20, 0).recall().value().isEmpty());
        assertEquals(0, RecallEstimate.of(0, 300, 20, 1).recall().value().orElseThrow());
    }

    /** 500 studies with known recall; a fixed seed, and the interval promises at least 95 %. */
    @Test
    void theIntervalCoversTheTruth() {
        Random dice = new Random(6);
        int covered = 0;
        double width = 0;
        for (int study = 0; study < 500; study++) {
            int found = 20 + dice.nextInt(60);
            int windows = 300 + dice.nextInt(700);
            int missed = dice.nextInt(25);
            int audited = windows / 4;
            List<Integer> order = IntStream.range(0, windows).boxed().collect(Collectors.toList());
            java.util.Collections.shuffle(order, dice);
            int hits = (int) order.subList(0, audited).stream()
                    .filter(window -> window < missed)
                    .count();
            Statistic recall = RecallEstimate.of(found, windows, audited, hits).recall();
            double truth = (double) found / (found + missed);
            boolean inside =
                    recall.low().orElseThrow() <= truth + 1e-12 && recall.high().orElseThrow() >= truth - 1e-12;
            covered += inside ? 1 : 0;
            width += recall.high().orElseThrow() - recall.low().orElseThrow();
        }
        assertTrue(covered >= 475, covered + " of 500");
        assertTrue(width / 500 < 0.45, "an interval that tells something: " + width / 500);
    }

    @Test
    void thePlanCutsAllFreeTimeIntoWindowsAndDrawsThemByTheSeed() {
        AuditPlan.Free cage = new AuditPlan.Free(
                UUID.randomUUID(),
                UUID.randomUUID(),
                SpanSet.of(new Span(0, 70 * Span.SECOND), new Span(100 * Span.SECOND, 130 * Span.SECOND)));
        AuditPlan plan = AuditPlan.of(List.of(cage), 1);
        assertEquals(
                Set.of(
                        new Span(0, 30 * Span.SECOND),
                        new Span(30 * Span.SECOND, 60 * Span.SECOND),
                        new Span(60 * Span.SECOND, 70 * Span.SECOND),
                        new Span(100 * Span.SECOND, 130 * Span.SECOND)),
                plan.windows().stream().map(AuditWindow::span).collect(Collectors.toSet()));
        assertEquals(plan, AuditPlan.of(List.of(cage), 1));
        assertTrue(
                IntStream.range(2, 20)
                        .anyMatch(seed -> !AuditPlan.of(List.of(cage), seed).equals(plan)),
                "another seed, another order");
    }

    @Test
    void whatWasLookedThroughAfterAHoleDoesNotCount() {
        AuditPlan.Free cage =
                new AuditPlan.Free(UUID.randomUUID(), UUID.randomUUID(), SpanSet.of(new Span(0, 300 * Span.SECOND)));
        AuditPlan plan = AuditPlan.of(List.of(cage), 1);
        assertEquals(10, plan.windows().size());
        assertEquals(3, plan.audited(window -> plan.windows().indexOf(window) != 3));
        assertEquals(10, plan.audited(window -> true));
    }
}
