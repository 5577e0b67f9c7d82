package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private final Script script = new Script(List.of(
            act(Behaviour.GROOM, 0, 10),
            act(Behaviour.ARREST, 10, 14),
            act(Behaviour.BOTH_FORELIMBS, 14, 20),
            act(Behaviour.CLONIC_REARING, 20, 25),
            act(Behaviour.WALK, 25, 30)));

    @Test
    void actsOfASeizureAreOneSeizureAndClonusGoesOnWhileRearing() {
        assertEquals(
                List.of(
                        new DemoMark(2, "staring", span(10, 14)),
                        new DemoMark(2, "seizure", span(10, 25)),
                        new DemoMark(2, "bilateral forelimb clonus", span(14, 25)),
                        new DemoMark(2, "rearing", span(20, 25))),
                script.marks(2));
        assertEquals(List.of(span(0, 10)), script.lookAlikes());
    }

    @Test
    void findsTheActOfATime() {
        assertEquals(0, script.indexAt(0));
        assertEquals(0, script.indexAt(9_999_999));
        assertEquals(1, script.indexAt(10_000_000));
        assertEquals(4, script.indexAt(99_000_000));
    }

    @Test
    void refusesGaps() {
        List<Act> gap = List.of(act(Behaviour.REST, 0, 1), act(Behaviour.REST, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> new Script(gap));
    }

    private static Act act(Behaviour behaviour, int from, int to) {
        return new Act(behaviour, span(from, to), 4, 1, true);
    }

    private static Span span(int from, int to) {
        return new Span(from * Span.SECOND, to * Span.SECOND);
    }
}
