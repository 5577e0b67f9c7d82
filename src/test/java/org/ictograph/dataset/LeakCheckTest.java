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
