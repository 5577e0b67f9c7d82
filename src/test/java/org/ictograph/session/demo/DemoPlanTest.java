package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ictograph.model.Box;
import org.ictograph.model.Label;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.junit.jupiter.api.Test;

class DemoPlanTest {
    private static final long THREE_MINUTES = 180 * Span.SECOND;

    private final DemoPlan plan = DemoPlan.standard();

    @Test
    void fourRecordingsOfFourCagesShowSixteenAnimals() {
        assertEquals(
                List.of("M2U00244.mp4", "M2U00245.mp4", "M2U00246.avi", "M2U00247.mkv"),
                plan.recordings().stream().map(DemoRecording::fileName).toList());
        assertEquals(Codec.MPEG4, plan.recordings().get(2).codec());
        Set<String> animals = cages().stream().map(cage -> cage.animal().name()).collect(Collectors.toSet());
        assertEquals(16, animals.size());
        assertTrue(animals.contains("70-3"));
    }

    @Test
    void everyAnimalHasSeizureAndOtherTime() {
        for (DemoCage cage : cages()) {
            long ictal =
                    cage.script().seizures().stream().mapToLong(Span::length).sum();
            assertTrue(ictal >= 25 * Span.SECOND, "a seizure of 25 s or more: " + cage.animal());
            assertTrue(ictal < THREE_MINUTES * 3 / 4, "time without seizure: " + cage.animal());
            assertFalse(cage.script().lookAlikes().isEmpty(), "normal rhythmic behaviour: " + cage.animal());
        }
    }

    @Test
    void seizuresLastFrom25To60Seconds() {
        for (DemoCage cage : cages()) {
            for (Span seizure : cage.script().seizures()) {
                assertEquals(42.5, seizure.length() / 1e6, 17.6, cage.animal().name());
            }
        }
    }

    @Test
    void truthUsesTheWordsOfTheProtocolWithinTheRecording() {
        Set<String> words =
                Protocol.standard().labels().stream().map(Label::name).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        for (DemoRecording recording : plan.recordings()) {
            for (DemoMark mark : recording.truth()) {
                assertTrue(words.contains(mark.label()), mark.label());
                assertTrue(mark.span().start() >= 0 && mark.span().end() <= THREE_MINUTES, mark.toString());
                used.add(mark.label());
            }
        }
        words.remove(Protocol.OTHERS);
        assertEquals(words, used, "every label occurs somewhere");
    }

    @Test
    void unitsFollowEachOtherInPlausibleOrderInsideTheirSeizure() {
        List<String> order = List.of("staring", "mouth clonus", "rearing", "falling");
        for (DemoCage cage : cages()) {
            List<DemoMark> marks = cage.script().marks(cage.position());
            for (Span seizure : cage.script().seizures()) {
                List<DemoMark> inside = marks.stream()
                        .filter(mark -> mark.span().overlaps(seizure))
                        .toList();
                assertTrue(inside.stream()
                        .allMatch(
                                mark -> seizure.intersection(mark.span()).equals(java.util.Optional.of(mark.span()))));
                List<String> known = inside.stream()
                        .map(DemoMark::label)
                        .filter(order::contains)
                        .toList();
                assertEquals(
                        order.subList(0, known.size()), known, cage.animal().name());
            }
        }
    }

    @Test
    void someLabelsOverlap() {
        assertTrue(cages().stream().anyMatch(cage -> {
            List<DemoMark> marks = cage.script().marks(1);
            return marks.stream()
                    .filter(mark -> mark.label().equals("rearing"))
                    .anyMatch(rearing -> marks.stream()
                            .filter(mark -> mark.label().equals("bilateral forelimb clonus"))
                            .anyMatch(clonus -> clonus.span().overlaps(rearing.span())));
        }));
    }

    @Test
    void cagesFitThePictureAndTagsAreInOrBelowThem() {
        for (DemoRecording recording : plan.recordings()) {
            for (DemoCage cage : recording.cages()) {
                Box above = new Box(0, 0, FramePainter.WIDTH, FramePainter.HEIGHT - FrameBarCode.STRIP);
                assertTrue(cage.box().fits(above.width(), above.height()), "clear of the bar code");
                assertTrue(cage.tag().fits(above.width(), above.height()));
                for (DemoCage other : recording.cages()) {
                    assertEquals(other.equals(cage), cage.box().overlaps(other.box()));
                    assertTrue(other.equals(cage) || !cage.tag().overlaps(other.box()), "a tag names one cage only");
                }
            }
            assertEquals(
                    2,
                    recording.cages().stream()
                            .filter(cage -> cage.tagMask().isPresent())
                            .count());
        }
    }

    @Test
    void theSameSeedGivesTheSameTruthAndAnotherOneAnother() {
        assertEquals(truth(plan), truth(DemoPlan.standard()));
        assertNotEquals(truth(plan), truth(DemoPlan.of(5, 4, 3)));
    }

    @Test
    void theFourthRecordingHasAVariableRate() {
        DemoRecording steady = plan.recordings().get(0);
        DemoRecording variable = plan.recordings().get(3);
        assertEquals(5400, steady.frames());
        assertEquals(33_333, steady.microsOf(1));
        assertTrue(variable.variableRate());
        assertTrue(variable.frames() < 5200, "some frames are lost: " + variable.frames());
        long longest = 0;
        for (int frame = 1; frame < variable.frames(); frame++) {
            long distance = variable.microsOf(frame) - variable.microsOf(frame - 1);
            assertTrue(distance > 0);
            longest = Math.max(longest, distance);
        }
        assertTrue(longest > 100_000, "sometimes several in a row: " + longest);
    }

    @Test
    void aShortOrManyRecordingDemoKeepsItsPromises() {
        DemoPlan small = DemoPlan.of(1, 6, 1);
        assertEquals("M2U00249.mp4", small.recordings().get(5).fileName());
        for (DemoRecording recording : small.recordings()) {
            for (DemoCage cage : recording.cages()) {
                assertEquals(1, cage.script().seizures().size());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> DemoPlan.of(1, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> DemoPlan.of(1, 1, 0));
    }

    private List<DemoCage> cages() {
        return plan.recordings().stream()
                .flatMap(recording -> recording.cages().stream())
                .toList();
    }

    private static List<DemoMark> truth(DemoPlan plan) {
        return plan.recordings().stream()
                .flatMap(recording -> recording.truth().stream())
                .toList();
    }
}
