package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.Protocol;
import org.junit.jupiter.api.Test;

/** Segments around the onsets of seizures. */
class OnsetRuleTest {
    private static final Profile ALL = new Profile(
                    "joints",
                    "",
                    "",
                    Profile.Sampling.AROUND_ONSETS,
                    Profiles.JOINTS.clip(),
                    new NegativeRule("none", 0, 0),
                    Profiles.JOINTS.split(),
                    RangeToken.SAMPLED_16)
            .withJoints(JointForm.STANDARD);

    private static final Profile SOFT = ALL.withJoints(JointForm.STANDARD.withRamp(true));

    private static Colony seizure() {
        return new Colony()
                .recording("R", steady(240), "a")
                .reviewed("R", 1, 0, 240)
                .consensus("R", 1, Protocol.SEIZURE, 100, 130);
    }

    private static Colony landmarks() {
        return seizure()
                .consensus("R", 1, Protocol.ELECTROGRAPHIC_ONSET, 95, 95.1)
                .consensus("R", 1, Protocol.CLINICAL_ONSET, 102, 102.1);
    }

    private static List<Double> starts(DatasetPlan plan, String label) {
        return plan.clips().stream()
                .filter(clip -> clip.truth().classes().equals(List.of(label)))
                .map(clip -> clip.source().startMicros() / 1e6)
                .toList();
    }

    @Test
    void interictalEndsBeforeTheFirstOnsetAndIctalBeginsAfterTheSecond() {
        DatasetPlan plan = landmarks().plan(ALL);
        assertEquals(List.of(102.0, 107.0, 112.0, 117.0, 122.0, 127.0), starts(plan, "ictal"), "while it lasts");
        List<Double> interictal = starts(plan, "interictal");
        assertEquals(19 + 16, interictal.size());
        assertTrue(interictal.contains(90.0), "ends at the electrographic onset");
        assertTrue(interictal.contains(160.0), "half a minute after the seizure");
        assertTrue(interictal.stream().noneMatch(start -> start > 90 && start < 160), interictal.toString());
        assertEquals(List.of(), starts(plan, "transition"));
        assertEquals(30, plan.profile().clip().frames());
        Onsets onsets = Objects.requireNonNull(plan.clips().get(0).truth().onsets());
        assertEquals(new Onsets(95_000_000L, 102_000_000, 1), onsets);
        assertNull(plan.clips().get(plan.clips().size() - 1).truth().onsets());
        assertEquals(Map.of(), plan.refusalCounts());
    }

    @Test
    void ictalSegmentsStartWithinFortySeconds() {
        DatasetPlan plan = new Colony()
                .recording("R", steady(240), "a")
                .reviewed("R", 1, 0, 240)
                .consensus("R", 1, Protocol.SEIZURE, 100, 190)
                .plan(ALL);
        assertEquals(List.of(100.0, 105.0, 110.0, 115.0, 120.0, 125.0, 130.0, 135.0), starts(plan, "ictal"));
    }

    @Test
    void betweenTheOnsetsTheProbabilityRises() {
        DatasetPlan plan = landmarks().plan(SOFT);
        assertEquals(List.of(95.0), starts(plan, "transition"));
        Onsets onsets = Objects.requireNonNull(plan.clips().get(0).truth().onsets());
        // (exp(2.5 / 7) - 1) / (e - 1), by hand
        assertEquals(0.249808, onsets.probability(), 1e-6);
        assertEquals(0, Onsets.ramp(5, 15, 5));
        assertEquals(0.377541, Onsets.ramp(5, 15, 10), "(sqrt(e) - 1) / (e - 1)");
        assertEquals(1, Onsets.ramp(5, 15, 15));
    }

    @Test
    void whereNobodyMarkedTheFirstOnsetTheTimeBeforeIsNeither() {
        DatasetPlan plan = seizure().plan(SOFT);
        assertEquals(100.0, starts(plan, "ictal").get(0), "the mark is the clinical onset");
        assertTrue(starts(plan, "interictal").stream().noneMatch(start -> start > 65 && start < 160));
        assertEquals(List.of(), starts(plan, "transition"));
        assertEquals(Map.of(Reason.ONSET_UNKNOWN, 1), plan.refusalCounts());
        assertEquals(
                "recording R, cage 1, 0:01:10.0 to 0:01:40.0",
                plan.refusals().get(0).what());
    }

    @Test
    void ratingsOfAnOnsetCountWhenTheyAgree() {
        DatasetPlan near = seizure()
                .rating("R", 1, Protocol.ELECTROGRAPHIC_ONSET, 95, 95.1)
                .ratingByOther("R", 1, Protocol.ELECTROGRAPHIC_ONSET, 95.9, 96)
                .plan(ALL);
        assertEquals(Map.of(), near.refusalCounts());
        assertTrue(starts(near, "interictal").contains(90.0));
        DatasetPlan far = seizure()
                .rating("R", 1, Protocol.ELECTROGRAPHIC_ONSET, 95, 95.1)
                .ratingByOther("R", 1, Protocol.ELECTROGRAPHIC_ONSET, 97, 97.1)
                .plan(ALL);
        assertEquals(Map.of(Reason.ONSET_UNKNOWN, 1), far.refusalCounts());
    }

    @Test
    void noTwoSegmentsShareTime() {
        DatasetPlan plan =
                seizure().consensus("R", 1, Protocol.SEIZURE, 131, 150).plan(ALL);
        assertEquals(
                List.of(100.0, 105.0, 110.0, 115.0, 120.0, 125.0, 131.0, 136.0, 141.0, 146.0), starts(plan, "ictal"));
        DatasetPlan close = new Colony()
                .recording("R", steady(240), "a")
                .reviewed("R", 1, 0, 240)
                .consensus("R", 1, Protocol.SEIZURE, 100, 111)
                .consensus("R", 1, Protocol.SEIZURE, 113, 120)
                .plan(ALL);
        assertEquals(List.of(100.0, 105.0, 110.0, 118.0), starts(close, "ictal"));
        assertEquals(1, close.refusalCounts().get(Reason.TOO_CLOSE));
        assertEquals(List.of(), LeakCheck.ofPlan(close.clips()));
    }

    private static KeyPoints points(String... names) {
        return new KeyPoints("", List.of(names), new float[7200 * names.length * KeyPoints.NUMBERS]);
    }

    @Test
    void theJointsAreThoseThatAllAnimalsHave() {
        Colony colony = landmarks()
                .recording("S", steady(240), "b")
                .pose("R", 1, points("nose", "tail"))
                .pose("S", 1, points("ear", "nose"));
        Profile small = ALL.withJoints(JointForm.STANDARD.withSide(16));
        DatasetPlan plan = colony.plan(small);
        assertEquals(
                List.of("nose"), Objects.requireNonNull(plan.profile().joints()).points());
        Colony neighbours = new Colony()
                .recording("T", steady(240), "a", "b", "c")
                .pose("T", 3, points("ear", "tail", "nose"))
                .pose("T", 2, points("tail", "nose", "ear"))
                .pose("T", 1, points("nose", "ear", "tail"));
        assertEquals(
                List.of("nose", "ear", "tail"),
                Objects.requireNonNull(neighbours.plan(small).profile().joints())
                        .points(),
                "as the first cage has them");
        assertEquals(
                "The key points in poses/S.h5 have no “tail”, only ear, nose.",
                colony.plan(small.withJoints(JointForm.STANDARD.withPoints(List.of("tail"))))
                        .obstacle()
                        .orElseThrow());
        assertEquals(
                "A square of 64 pixels around a joint is larger than cage 1 of recording R; make the squares smaller.",
                colony.plan(ALL).obstacle().orElseThrow());
        assertEquals(
                "No key points are attached to any cage; attach them, or name no joints.",
                landmarks()
                        .plan(small.withJoints(JointForm.STANDARD.withPoints(List.of("tail"))))
                        .obstacle()
                        .orElseThrow());
    }
}
