package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What rivals learn is learned once for each part, however many clips are tested in it. */
class ClipRivalsTest {
    private static ClipRivals.Known clip(String part, boolean truth, double motion) {
        return new ClipRivals.Known("rat " + part, part, truth, OptionalDouble.of(motion));
    }

    @Test
    void thereIsOneLookAtTheClipsOfAPart() {
        List<ClipRivals.Known> tested = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            tested.add(clip(i % 2 == 0 ? "1" : "2", i % 10 == 0, i % 10 / 10.0));
        }
        List<String> looks = new ArrayList<>();
        Function<String, List<ClipRivals.Known>> learned = part -> {
            looks.add(part);
            return part.equals("1")
                    ? List.of(clip("2", true, 0.8), clip("2", false, 0.2), clip("2", false, 0.1), clip("2", false, 0))
                    : List.of(clip("1", true, 0.6), clip("1", false, 0.3));
        };
        List<TestedClip> prior = ClipRivals.prior(tested, learned);
        assertEquals(List.of("1", "2"), looks);
        assertEquals(0.25, prior.get(998).score(), 1e-12);
        assertEquals(0.5, prior.get(999).score(), 1e-12);
        looks.clear();
        List<TestedClip> motion = ClipRivals.motion(tested, learned, 0.5);
        assertEquals(List.of("1", "2"), looks);
        assertEquals(0.8 - 0.8 + 0.5, motion.get(998).score(), 1e-12);
        assertEquals(0.9 - 0.6 + 0.5, motion.get(999).score(), 1e-12);
    }
}
