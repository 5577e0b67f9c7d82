package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Coverage;
import org.ictograph.video.FrameIndex;
import org.junit.jupiter.api.Test;

class WindowRuleTest {
    private static List<String> windows(DatasetPlan plan) {
        return plan.clips().stream()
                .map(clip -> clip.source().startMicros() / 1_000_000 + " "
                        + clip.truth().classes().get(0))
                .toList();
    }

    @Test
    void aSeizureThatTouchesAWindowMakesItPositive() {
        Colony colony = new Colony()
                .recording("R", steady(60), "a")
                .consensus("R", 1, "seizure", 19.5, 30)
                .consensus("R", 1, "rearing", 45, 50)
                .reviewed("R", 1, 0, 60);
        assertEquals(
                List.of("0 normal", "10 seizure", "20 seizure", "30 normal", "40 normal", "50 normal"),
                windows(colony.plan(Profiles.RODEPIL)));
    }

    @Test
    void negativesNeedEverySecondToBeSeen() {
        Colony colony = new Colony()
                .recording("R", steady(50), "a")
                .reviewed("R", 1, 0, 9.5)
                .seen("R", 1, Coverage.Seen.WATCHED, 10, 15)
                .seen("R", 1, Coverage.Seen.WATCHED, 15.05, 20)
                .seen("R", 1, Coverage.Seen.SKIMMED, 20, 40)
                .reviewed("R", 1, 40, 50);
        DatasetPlan plan = colony.plan(Profiles.RODEPIL);
        assertEquals(List.of("10 normal", "40 normal"), windows(plan));
        assertEquals(Map.of(Reason.NOT_REVIEWED, 3), plan.refusalCounts());
        assertEquals(
                "recording R, cage 1, 0:00:00.0 to 0:00:10.0",
                plan.refusals().get(0).what());
    }

    @Test
    void negativesKeepTheirDistanceFromAnySeizure() {
        Colony colony = new Colony()
                .recording("R", steady(60), "a")
                .consensus("R", 1, "seizure", 31, 33)
                .reviewed("R", 1, 0, 60);
        Profile near = Profiles.RODEPIL;
        assertEquals(6, colony.plan(near).clips().size());
        Profile far = near.withNegatives(near.negatives().withDistance(11));
        DatasetPlan plan = colony.plan(far);
        assertEquals(List.of("0 normal", "10 normal", "30 seizure", "50 normal"), windows(plan));
        assertEquals(Map.of(Reason.TOO_CLOSE, 2), plan.refusalCounts());
        assertEquals(
                "It lies less than 11 seconds from a seizure.",
                plan.refusals().get(0).why());
    }

    @Test
    void hardNegativesGoFirstWhereNotAllAreTaken() {
        Profile some = Profiles.RODEPIL.withNegatives(
                Profiles.RODEPIL.negatives().withPerHundred(200).withHard(true));
        for (int hard = 0; hard < 9; hard++) {
            Colony colony = new Colony()
                    .recording("R", steady(110), "a")
                    .consensus("R", 1, "seizure", 100, 110)
                    .reviewed("R", 1, 0, 110)
                    .rejected("R", 1, 10 * hard + 9, 10 * hard + 11);
            assertEquals(
                    List.of(10 * hard + " normal", 10 * hard + 10 + " normal", "100 seizure"),
                    windows(colony.plan(some)));
        }
    }

    @Test
    void oneRaterMustHaveSeenAllOfANegative() {
        Colony colony = new Colony()
                .recording("R", steady(20), "a")
                .reviewed("R", 1, 0, 15)
                .seenByOther("R", 1, Coverage.Seen.WATCHED, 15, 20);
        assertEquals(List.of("0 normal"), windows(colony.plan(Profiles.RODEPIL)), "two halves are no whole");
    }

    @Test
    void whatNobodyCanTellIsNeitherPositiveNorNegative() {
        Colony colony = new Colony()
                .recording("R", steady(40), "a")
                .reviewed("R", 1, 0, 40)
                .consensus("R", 1, "seizure", 2, 4)
                .rating("R", 1, "seizure", 8, 12)
                .settledAsUnclear()
                .rating("R", 1, "rearing", 22, 24)
                .settledAsUnclear();
        DatasetPlan plan = colony.plan(Profiles.RODEPIL);
        assertEquals(List.of("20 normal", "30 normal"), windows(plan), "a doubt about a unit is none about a seizure");
        assertEquals(Map.of(Reason.UNCLEAR, 2), plan.refusalCounts());
    }

    @Test
    void aPositiveWindowNeedsNoReview() {
        Colony colony = new Colony().recording("R", steady(10), "a").consensus("R", 1, "seizure", 2, 3);
        assertEquals(List.of("0 seizure"), windows(colony.plan(Profiles.RODEPIL)));
    }

    @Test
    void stillAnimalsAreNoNegatives() {
        Colony colony = new Colony()
                .recording("R", steady(10), "a")
                .reviewed("R", 1, 0, 10)
                .motion(Profiles.MOTION_THRESHOLD);
        assertEquals(
                Map.of(Reason.STILL, 1, Reason.NO_CLIPS, 1),
                colony.plan(Profiles.RODEPIL).refusalCounts());
    }

    @Test
    void aRatingWithoutConsensusKeepsAWindowOut() {
        Colony colony = new Colony()
                .recording("R", steady(40), "a")
                .reviewed("R", 1, 0, 40)
                .rating("R", 1, "seizure", 2, 4)
                .rating("R", 1, "seizure", 12, 14)
                .settledAsNothing()
                .consensus("R", 1, "seizure", 22, 30)
                .rating("R", 1, "seizure", 22, 31);
        DatasetPlan plan = colony.plan(Profiles.RODEPIL);
        assertEquals(List.of("10 normal", "20 seizure", "30 normal"), windows(plan));
        assertEquals(Map.of(Reason.DISPUTED, 1), plan.refusalCounts());
    }

    @Test
    void anUnsettledDisagreementKeepsEvenAPositiveWindowOut() {
        Colony colony = new Colony()
                .recording("R", steady(20), "a")
                .reviewed("R", 1, 0, 20)
                .consensus("R", 1, "seizure", 2, 4)
                .dispute("R", 1, 9, 9.5);
        assertEquals(List.of("10 normal"), windows(colony.plan(Profiles.RODEPIL)));
    }

    @Test
    void theLastWindowMustBeComplete() {
        Colony whole = new Colony().recording("R", steady(20), "a").reviewed("R", 1, 0, 20);
        assertEquals(2, whole.plan(Profiles.RODEPIL).clips().size());
        Colony frameShort =
                new Colony().recording("R", steady(20 - 1 / 30.0), "a").reviewed("R", 1, 0, 20);
        DatasetPlan plan = frameShort.plan(Profiles.RODEPIL);
        assertEquals(1, plan.clips().size());
        assertEquals(Map.of(Reason.INCOMPLETE, 1), plan.refusalCounts());
    }

    @Test
    void aClipTakesTheFramesThatWereOnScreen() {
        long[] micros = new long[500];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = i * 40_000L;
        }
        FrameIndex slow = new FrameIndex(micros, new boolean[500], 20_000_000);
        PlannedClip clip = new Colony()
                .recording("R", slow, "a")
                .reviewed("R", 1, 0, 20)
                .plan(Profiles.RODEPIL)
                .clips()
                .get(1);
        List<Integer> frames =
                Profiles.RODEPIL.clip().frames(slow, clip.source().startMicros());
        assertEquals(300, frames.size());
        assertEquals(List.of(250, 250, 251, 252, 253, 254, 255), frames.subList(0, 7));
        assertEquals(250, clip.source().firstFrame());
        assertEquals(10_000_000, clip.source().firstPtsMicros());
        assertEquals(499, clip.source().lastFrame());
        assertEquals(19_960_000, clip.source().lastPtsMicros());
    }

    @Test
    void aGapInTheRecordingGivesNoClip() {
        long[] micros = new long[400];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = i * 40_000L + (i > 100 ? 5_000_000 : 0);
        }
        FrameIndex gap = new FrameIndex(micros, new boolean[400], 21_000_000);
        DatasetPlan plan =
                new Colony().recording("R", gap, "a").reviewed("R", 1, 0, 21).plan(Profiles.RODEPIL);
        assertEquals(List.of("10 normal"), windows(plan));
        assertEquals(Map.of(Reason.GAP, 1, Reason.INCOMPLETE, 1), plan.refusalCounts());
    }

    @Test
    void windowsStartAnewAfterAGapAndNoneSpansIt() {
        DatasetPlan plan = new Colony()
                .recording("R", Colony.broken(25, 3.5, 21), "a")
                .reviewed("R", 1, 0, 49.5)
                .consensus("R", 1, "seizure", 24, 29)
                .plan(Profiles.RODEPIL);
        assertEquals(List.of("0 normal", "10 normal", "28 seizure", "38 normal"), windows(plan));
        assertEquals(28_500_000, plan.clips().get(2).source().startMicros());
        assertEquals(750, plan.clips().get(2).source().firstFrame());
        assertEquals(Map.of(Reason.INCOMPLETE, 2), plan.refusalCounts());
    }

    @Test
    void cagesWithoutAnimalsAndTwinVideosAreRefused() {
        Colony colony = new Colony()
                .recording("R", steady(10), "a")
                .emptyCage("R", 2)
                .recording("twin", java.nio.file.Path.of("x.avi"), "print of R", steady(10), "b")
                .recording("bare", steady(10))
                .reviewed("R", 1, 0, 10);
        DatasetPlan plan = colony.plan(Profiles.RODEPIL);
        assertEquals(1, plan.clips().size());
        assertEquals(
                Map.of(Reason.NO_SUBJECT, 1, Reason.SAME_VIDEO, 1, Reason.NO_CAGE, 1, Reason.NO_CLIPS, 1),
                plan.refusalCounts());
        assertTrue(plan.refusals().stream().anyMatch(refusal -> refusal.what().equals("animal b")));
    }
}
