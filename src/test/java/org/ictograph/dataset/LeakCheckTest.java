package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
    private static List<PlannedClip> sound() {
        Colony colony = new Colony().recording("R", steady(20), "a", "b");
        colony.reviewed("R", 1, 0, 20).reviewed("R", 2, 0, 20);
        return colony.plan(Profiles.RODEPIL).clips();
    }

    @Test
    void neighboursInTimeAndSpaceAreNoLeak() {
        assertEquals(List.of(), LeakCheck.ofPlan(sound()));
    }

    @Test
    void anAnimalInTwoPartsIsALeak() {
        List<PlannedClip> clips = new ArrayList<>(sound());
        clips.set(0, clips.get(0).inPart("elsewhere"));
        List<Finding> findings = LeakCheck.ofPlan(clips);
        assertEquals(1, findings.size());
        assertTrue(findings.get(0).sentence().startsWith("The animal a is in the parts elsewhere and "));
    }

    @Test
    void theSamePieceIsALeakAlsoWhereTheOneClipBeginsInTheFileBefore() {
        List<PlannedClip> clips = new ArrayList<>(sound());
        PlannedClip first = clips.get(0);
        ClipSource where = first.source();
        ClipSource next = new ClipSource(
                "next.avi",
                "print of the next file",
                where.startMicros() + 5_000_000,
                where.endMicros() + 5_000_000,
                where.firstFrame() + 150,
                where.lastFrame() + 150,
                where.firstPtsMicros() + 5_000_000,
                where.lastPtsMicros() + 5_000_000);
        clips.add(new PlannedClip("0/other.avi", first.part(), first.place(), first.truth(), next, first.cage()));
        assertTrue(LeakCheck.ofPlan(clips).stream()
                .anyMatch(finding -> finding.sentence().startsWith("It shows the same piece of video")));
    }

    @Test
    void theSamePieceTwiceIsALeak() {
        List<PlannedClip> clips = new ArrayList<>(sound());
        PlannedClip first = clips.get(0);
        clips.add(new PlannedClip(
                "0/other.avi", first.part(), first.place(), first.truth(), first.source(), first.cage()));
        assertEquals(
                List.of(new Finding("0/other.avi", "It shows the same piece of video as " + first.file() + ".")),
                LeakCheck.ofPlan(clips));
    }
}
