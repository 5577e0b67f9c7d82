package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ictograph.dataset.Refusal.Reason;
import org.junit.jupiter.api.Test;

class UnitRuleTest {
    private static List<String> labels(PlannedClip clip) {
        return clip.truth().labels().stream()
                .map(label -> label.id() + " " + label.label() + " " + label.start() / 1e6 + "-" + label.end() / 1e6)
                .toList();
    }

    private static List<Long> positives(DatasetPlan plan) {
        return plan.clips().stream()
                .filter(clip -> clip.truth().positive())
                .map(clip -> clip.source().startMicros() / 1_000_000)
                .toList();
    }

    @Test
    void aUnitOverAGapIsShownOnEitherSideAndNoClipSpansTheGap() {
        DatasetPlan plan = new Colony()
                .recording("R", Colony.broken(20.5, 3, 20.5), "a")
                .reviewed("R", 1, 0, 44)
                .consensus("R", 1, "falling", 18, 26)
                .plan(Profiles.RATSEIZURE);
        assertEquals(List.of(10L, 24L), positives(plan));
        for (PlannedClip clip : plan.clips()) {
            boolean before = clip.source().lastPtsMicros() < 20_500_000;
            assertTrue(before || clip.source().startMicros() >= 23_500_000, clip.toString());
        }
    }

    @Test
    void overlappingUnitsStayOverlappingAndOthersFillsTheRest() {
        DatasetPlan plan = new Colony()
                .recording("R", steady(60), "a")
                .reviewed("R", 1, 0, 60)
                .consensus("R", 1, "seizure", 20, 26)
                .consensus("R", 1, "bilateral forelimb clonus", 20, 24.5)
                .consensus("R", 1, "falling", 23, 26)
                .plan(Profiles.RATSEIZURE);
        assertEquals(List.of(18L), positives(plan));
        PlannedClip clip = plan.clips().stream()
                .filter(each -> each.truth().positive())
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        "0 others 0.0-2.0",
                        "7 bilateral forelimb clonus 2.0-6.5",
                        "10 falling 5.0-8.0",
                        "0 others 8.0-10.0"),
                labels(clip));
        assertEquals(
                List.of("bilateral forelimb clonus", "falling"), clip.truth().classes());
        assertEquals(2, clip.truth().consensusMarks().size());
    }

    @Test
    void aSeizureWithoutUnitIsNotCalledOthers() {
        PlannedClip clip = new Colony()
                .recording("R", steady(60), "a")
                .reviewed("R", 1, 0, 60)
                .consensus("R", 1, "seizure", 18, 26)
                .consensus("R", 1, "jumping", 20, 22)
                .plan(Profiles.RATSEIZURE)
                .clips()
                .get(0);
        assertEquals(16_000_000, clip.source().startMicros());
        assertEquals(List.of("0 others 0.0-2.0", "12 jumping 4.0-6.0"), labels(clip));
    }

    @Test
    void aLongStretchIsCutIntoClipsAndKeepsInsideTheRecording() {
        DatasetPlan plan = new Colony()
                .recording("R", steady(60), "a")
                .reviewed("R", 1, 0, 60)
                .consensus("R", 1, "wild running", 5.4, 30.6)
                .consensus("R", 1, "tonic extension", 57, 60)
                .plan(Profiles.RATSEIZURE);
        assertEquals(List.of(5L, 15L, 25L, 50L), positives(plan));
    }

    @Test
    void aRestUnderASecondGetsNoClip() {
        DatasetPlan plan = new Colony()
                .recording("R", steady(60), "a")
                .reviewed("R", 1, 0, 60)
                .consensus("R", 1, "wild running", 5.4, 15.9)
                .plan(Profiles.RATSEIZURE);
        assertEquals(List.of(5L), positives(plan));
    }

    @Test
    void unseenTimeIsNotFilled() {
        DatasetPlan plan = new Colony()
                .recording("R", steady(60), "a")
                .reviewed("R", 1, 0, 20)
                .consensus("R", 1, "staring", 20, 22)
                .consensus("R", 1, "staring", 40, 50)
                .plan(Profiles.RATSEIZURE);
        assertEquals(List.of(40L), positives(plan));
        assertTrue(plan.refusals().stream()
                .anyMatch(refusal -> refusal.reason() == Reason.NOT_REVIEWED
                        && refusal.what().contains("0:00:16.0")));
    }

    @Test
    void clipsAwayFromUnitsKeepTheirDistanceAndAreFew() {
        Colony colony = new Colony()
                .recording("R", steady(200), "a")
                .reviewed("R", 1, 0, 200)
                .consensus("R", 1, "seizure", 22, 23);
        for (int i = 0; i < 5; i++) {
            colony.consensus("R", 1, "rearing", 100 + 20 * i, 110 + 20 * i);
        }
        DatasetPlan plan = colony.plan(Profiles.RATSEIZURE);
        List<PlannedClip> away =
                plan.clips().stream().filter(clip -> !clip.truth().positive()).toList();
        assertEquals(1, away.size(), "20 for each hundred of 5");
        assertEquals(List.of("0 others 0.0-10.0"), labels(away.get(0)));
        assertTrue(List.of(0L, 30L, 40L, 50L, 60L, 70L, 80L)
                .contains(away.get(0).source().startMicros() / 1_000_000));
        assertEquals(Map.of(Reason.NOT_NEEDED, 6), plan.refusalCounts());
    }
}
