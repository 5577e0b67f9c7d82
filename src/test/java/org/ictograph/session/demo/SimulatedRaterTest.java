package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ictograph.model.Label;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class SimulatedRaterTest {
    private static final DemoPlan PLAN = DemoPlan.of(3, 12, 3);

    private final List<DemoMark> first = rated(SimulatedRater.first(3));
    private final List<DemoMark> second = rated(SimulatedRater.second(3));
    private final List<DemoMark> truth = PLAN.recordings().stream()
            .flatMap(recording -> recording.truth().stream())
            .toList();

    @Test
    void theSameSeedGivesTheSameMarksAndRatersDiffer() {
        assertEquals(first, rated(SimulatedRater.first(3)));
        assertNotEquals(first, second);
    }

    @Test
    void edgesAreOffByRealisticTimes() {
        double careful = medianOffsetError(SimulatedRater.first(3));
        double lessCareful = medianOffsetError(SimulatedRater.second(3));
        assertEquals(0.3, careful, 0.1);
        assertEquals(0.45, lessCareful, 0.12);
    }

    @Test
    void someUnitsAreMissedAndFewSeizures() {
        long units = units(truth);
        long missed = units - units(first);
        assertTrue(missed > units / 50 && missed < units / 4, missed + " of " + units + " missed");
        long seizures = truth.size() - units;
        long seen = first.size() - units(first);
        assertTrue(seen > seizures * 8 / 10 && seen < seizures * 11 / 10, seen + " of " + seizures);
    }

    @Test
    void neighboursOfTheEthogramAreConfused() {
        assertNotEquals(count(truth, "head nodding"), count(first, "head nodding"));
        assertNotEquals(count(truth, "alternating forelimb clonus"), count(second, "alternating forelimb clonus"));
    }

    @Test
    void groomingIsNowAndThenTakenForASeizure() {
        long falseSeizures = PLAN.recordings().stream()
                .flatMap(recording -> SimulatedRater.second(3).rate(recording).stream()
                        .filter(mark -> mark.label().equals(Protocol.SEIZURE))
                        .filter(mark -> recording.cages().get(mark.cage() - 1).script().seizures().stream()
                                .noneMatch(mark.span()::overlaps)))
                .count();
        assertTrue(falseSeizures >= 1 && falseSeizures <= 15, falseSeizures + " false seizures in 48 cages");
    }

    @Test
    void marksAreWordsOfTheProtocolInsideTheRecording() {
        Set<String> words =
                Protocol.standard().labels().stream().map(Label::name).collect(Collectors.toSet());
        for (DemoMark mark : second) {
            assertTrue(words.contains(mark.label()));
            assertTrue(mark.span().start() >= 0 && mark.span().end() <= 180 * Span.SECOND, mark.toString());
        }
    }

    private static double medianOffsetError(SimulatedRater rater) {
        List<Double> errors = new ArrayList<>();
        for (DemoRecording recording : PLAN.recordings()) {
            List<DemoMark> seen = rater.rate(recording);
            for (DemoMark mark : recording.truth()) {
                seen.stream()
                        .filter(other ->
                                other.cage() == mark.cage() && other.label().equals(mark.label()))
                        .filter(other -> other.span().overlaps(mark.span()))
                        .forEach(other -> errors.add(
                                Math.abs(other.span().end() - mark.span().end()) / 1e6));
            }
        }
        Collections.sort(errors);
        return errors.get(errors.size() / 2);
    }

    private static List<DemoMark> rated(SimulatedRater rater) {
        return PLAN.recordings().stream()
                .flatMap(recording -> rater.rate(recording).stream())
                .toList();
    }

    private static long units(List<DemoMark> marks) {
        return marks.size() - count(marks, Protocol.SEIZURE);
    }

    private static long count(List<DemoMark> marks, String label) {
        return marks.stream().filter(mark -> mark.label().equals(label)).count();
    }
}
