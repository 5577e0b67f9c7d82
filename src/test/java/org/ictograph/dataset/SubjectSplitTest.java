package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubjectSplitTest {
    /** Sixteen animals in four recordings of four cages; animal n has n % 4 positive windows of 18. */
    private static Colony sixteen() {
        Colony colony = new Colony();
        for (int r = 0; r < 4; r++) {
            String name = "R" + r;
            colony.recording(name, steady(180), r + "-1", r + "-2", r + "-3", r + "-4");
            for (int cage = 1; cage <= 4; cage++) {
                colony.reviewed(name, cage, 0, 180);
                for (int s = 1; s < cage; s++) {
                    colony.consensus(name, cage, "seizure", 20 * s + 1, 20 * s + 5);
                }
            }
        }
        return colony;
    }

    @Test
    void everyFoldGetsItsShareOfBothClasses() {
        DatasetPlan plan = sixteen().plan(Profiles.RODEPIL);
        assertTrue(plan.obstacle().isEmpty());
        assertEquals(288, plan.clips().size());
        Map<String, Long> positives = plan.clips().stream()
                .filter(clip -> clip.truth().positive())
                .collect(Collectors.groupingBy(PlannedClip::part, Collectors.counting()));
        assertEquals(5, positives.size());
        assertEquals(24, positives.values().stream().mapToLong(n -> n).sum());
        positives.values().forEach(n -> assertTrue(n >= 4 && n <= 6, positives.toString()));
        Map<String, Long> all =
                plan.clips().stream().collect(Collectors.groupingBy(PlannedClip::part, Collectors.counting()));
        all.values().forEach(n -> assertTrue(n == 54 || n == 72, all.toString()));
    }

    @Test
    void noAnimalIsInTwoFoldsWhateverTheSeed() {
        for (long seed = 0; seed < 20; seed++) {
            DatasetPlan plan = sixteen().plan(Profiles.RODEPIL.withSeed(seed));
            Map<String, String> partOf = new HashMap<>();
            for (PlannedClip clip : plan.clips()) {
                String before = partOf.putIfAbsent(clip.place().subject(), clip.part());
                assertTrue(before == null || before.equals(clip.part()));
            }
            assertEquals(16, partOf.size());
        }
    }

    @Test
    void theSeedBreaksTies() {
        Map<String, String> one = parts(sixteen().plan(Profiles.RODEPIL.withSeed(1)));
        assertEquals(one, parts(sixteen().plan(Profiles.RODEPIL.withSeed(1))));
        assertNotEquals(one, parts(sixteen().plan(Profiles.RODEPIL.withSeed(2))));
    }

    private static Map<String, String> parts(DatasetPlan plan) {
        return plan.clips().stream()
                .collect(Collectors.toMap(clip -> clip.place().subject(), PlannedClip::part, (a, b) -> a));
    }

    @Test
    void tooFewAnimalsAreAnObstacle() {
        Colony colony = new Colony().recording("R", steady(20), "a", "b");
        colony.reviewed("R", 1, 0, 20).reviewed("R", 2, 0, 20);
        assertEquals(
                "The clips come from 2 animals, too few for 5 parts without an animal in two of them; review more"
                        + " animals, or take 2 folds.",
                colony.plan(Profiles.RODEPIL).obstacle().orElseThrow());
    }

    @Test
    void theLargerPartOfTheUnitsIsForTraining() {
        Colony colony = new Colony();
        colony.recording("R", steady(60), "a", "b", "c", "d", "e", "f");
        for (int cage = 1; cage <= 6; cage++) {
            colony.reviewed("R", cage, 0, 60).consensus("R", cage, "rearing", 20, 25);
            colony.consensus("R", cage, "mouth clonus", 40, 45);
        }
        Map<String, Long> clips = colony.plan(Profiles.RATSEIZURE).clips().stream()
                .filter(clip -> clip.truth().positive())
                .collect(Collectors.groupingBy(PlannedClip::part, Collectors.counting()));
        assertEquals(Map.of("training", 8L, "testing", 4L), clips);
    }

    /** First outputs for the seed 1234567, as published with the reference code in C. */
    @Test
    void theGeneratorIsSplitMix64() {
        SplitMix generator = new SplitMix(1234567);
        assertEquals("6457827717110365317", Long.toUnsignedString(generator.next()));
        assertEquals("3203168211198807973", Long.toUnsignedString(generator.next()));
        assertEquals("9817491932198370423", Long.toUnsignedString(generator.next()));
    }
}
