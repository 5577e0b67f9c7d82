package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.dataset.format.ForecastLayout;
import org.ictograph.model.Box;
import org.junit.jupiter.api.Test;

/** Windows before seizures, windows to match them, and tasks of few shots. */
class ForecastTest {
    private static String at(PlannedClip clip) {
        return clip.truth().classes().get(0) + " " + clip.source().startMicros() / 1e6 + " to "
                + clip.source().endMicros() / 1e6;
    }

    private static Colony two() {
        return new Colony()
                .recording("R", steady(240), "a", "b")
                .reviewed("R", 1, 0, 240)
                .reviewed("R", 2, 0, 240);
    }

    private static List<String> clips(DatasetPlan plan) {
        return plan.clips().stream().map(ForecastTest::at).toList();
    }

    @Test
    void aSeizureStartsInTheMiddleOfTheTimeAfterAWindowAndFarFromItsMatch() {
        DatasetPlan plan = two().consensus("R", 1, "seizure", 60, 65)
                .consensus("R", 1, "seizure", 80, 85)
                .consensus("R", 1, "seizure", 150, 155)
                .consensus("R", 1, "seizure", 10, 12)
                .plan(Profiles.FORECAST);
        assertEquals(
                List.of(
                        "pre-ictal 2.5 to 7.5",
                        "interictal 115.0 to 120.0",
                        "pre-ictal 52.5 to 57.5",
                        "interictal 185.0 to 190.0",
                        "pre-ictal 142.5 to 147.5",
                        "interictal 190.0 to 195.0"),
                clips(plan));
        assertEquals(Map.of(Reason.TOO_CLOSE, 1, Reason.NO_CLIPS, 1, Reason.INCOMPLETE, 2), plan.refusalCounts());
        ClipTruth truth = plan.clips().get(0).truth();
        assertEquals(List.of(new ClipLabel("onset", 1, 7_500_000, 7_500_000)), truth.labels());
        assertEquals(truth.consensusMarks(), plan.clips().get(1).truth().consensusMarks(), "a pair");
        assertTrue(truth.positive());
        assertFalse(plan.clips().get(1).truth().positive());
    }

    @Test
    void noWindowWithoutRoomWithoutEyesOrWithoutAMatch() {
        Colony colony = new Colony()
                .recording("R", steady(240), "a", "b", "c")
                .reviewed("R", 1, 0, 240)
                .reviewed("R", 2, 0, 58)
                .reviewed("R", 3, 40, 75)
                .consensus("R", 1, "seizure", 6, 8)
                .consensus("R", 2, "seizure", 60, 65)
                .consensus("R", 3, "seizure", 60, 65);
        DatasetPlan plan = colony.plan(Profiles.FORECAST);
        assertEquals(List.of(), clips(plan));
        assertEquals(1, plan.refusalCounts().get(Reason.NO_ROOM));
        assertEquals(1, plan.refusalCounts().get(Reason.NO_MATCH));
        assertTrue(
                plan.refusals().stream()
                        .anyMatch(refusal -> refusal.reason() == Reason.NOT_REVIEWED
                                && refusal.what().startsWith("recording R, cage 2, 0:00:52.5")),
                plan.refusals().toString());
    }

    @Test
    void whatOneRaterOnlyMarkedIsNoInterictalWindow() {
        DatasetPlan plan = two().consensus("R", 1, "seizure", 150, 155)
                .rating("R", 1, "seizure", 2, 3)
                .plan(Profiles.FORECAST);
        assertEquals(List.of("pre-ictal 142.5 to 147.5", "interictal 5.0 to 10.0"), clips(plan));
    }

    @Test
    void windowsLastThreeToTenSeconds() throws Exception {
        for (int seconds = 3; seconds <= 10; seconds++) {
            DatasetPlan plan =
                    two().consensus("R", 1, "seizure", 150, 155).plan(Profiles.FORECAST.withSeconds(seconds));
            assertEquals(
                    "pre-ictal " + (147.5 - seconds) + " to 147.5",
                    at(plan.clips().get(0)));
        }
        assertEquals(
                "A window lasts 3 to 10 seconds, not 11.",
                assertThrows(DatasetException.class, () -> Profiles.FORECAST.withSeconds(11))
                        .getMessage());
        assertEquals(
                "The clips of the profile rodepil last 10 seconds; leave the number of seconds away.",
                assertThrows(DatasetException.class, () -> Profiles.RODEPIL.withSeconds(5))
                        .getMessage());
    }

    /** Six animals with two pairs each: four train, two test. */
    private static Manifest manifest() {
        List<Manifest.Clip> clips = new ArrayList<>();
        Map<String, Integer> inPart = new TreeMap<>();
        for (int animal = 0; animal < 6; animal++) {
            String part = animal < 4 ? "training" : "testing";
            for (int n = 0; n < 4; n++) {
                boolean positive = n % 2 == 0;
                ClipPlace place = new ClipPlace("R" + animal, "2026-01-02", 1, "rat " + animal);
                ClipSource source =
                        new ClipSource("a.avi", "f" + animal, n * 5_000_000L, (n + 1) * 5_000_000L, 0, 149, 0, 1);
                ClipTruth truth = new ClipTruth(
                        positive,
                        List.of(positive ? "pre-ictal" : "interictal"),
                        positive ? List.of(new ClipLabel("onset", 1, 7_500_000, 7_500_000)) : List.of(),
                        List.of("mark " + animal + " " + n / 2),
                        List.of(),
                        List.of(),
                        null,
                        null);
                String file = new ForecastLayout().clipFile(place, source, positive, Profiles.FORECAST);
                clips.add(new Manifest.Clip(
                        file,
                        "00",
                        part,
                        place,
                        truth,
                        source,
                        new Manifest.Cut(new Box(0, 0, 2, 2), null, 224, 224, 150, 30, 40, 40),
                        List.of(),
                        null));
                inPart.merge(part, 1, Integer::sum);
            }
        }
        List<Manifest.Part> parts = inPart.entrySet().stream()
                .map(entry -> new Manifest.Part(entry.getKey(), List.of(), entry.getValue()))
                .toList();
        return new Manifest(
                1,
                new Manifest.Maker("", "", ""),
                new Manifest.StudyFacts("", "", "", 1, "", List.of(), "any", ""),
                Publication.NONE,
                Profiles.FORECAST,
                parts,
                List.of(),
                List.of(),
                null,
                List.of(),
                new TreeMap<>(),
                List.of(),
                clips);
    }

    @Test
    void tasksHaveTheirShotsAndNoAnimalInSupportAndQuery() throws Exception {
        Map<String, String> texts = new ForecastLayout()
                .labelFiles(manifest()).stream().collect(Collectors.toMap(TextFile::path, TextFile::text));
        Map<String, String> animalOf = new TreeMap<>();
        Map<String, TreeSet<String>> labelsOfPair = new TreeMap<>();
        for (String line :
                Objects.requireNonNull(texts.get("windows.csv")).lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            assertEquals(7, cells.length);
            assertEquals(cells[1].equals("1") ? "2.5" : "", cells[3]);
            animalOf.put(cells[0], cells[4]);
            labelsOfPair.computeIfAbsent(cells[2], pair -> new TreeSet<>()).add(cells[1]);
        }
        assertEquals(24, animalOf.size());
        assertEquals(12, labelsOfPair.size());
        labelsOfPair.values().forEach(labels -> assertEquals(2, labels.size()));
        JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(texts.get("tasks.json")));
        assertEquals(5, root.path("horizon_seconds").asInt());
        assertEquals(15, root.path("tasks").size());
        TreeSet<String> supports = new TreeSet<>();
        for (JsonNode task : root.path("tasks")) {
            TreeSet<String> support = new TreeSet<>();
            int positives = 0;
            for (JsonNode each : task.path("support")) {
                support.add(animalOf.get(each.path("clip").asText()));
                positives += each.path("label").asInt();
            }
            int shots = task.path("shots").asInt();
            assertEquals(2 * shots, task.path("support").size());
            assertEquals(shots, positives);
            assertEquals(8, task.path("query").size());
            for (JsonNode each : task.path("query")) {
                assertFalse(support.contains(animalOf.get(each.path("clip").asText())));
            }
            supports.add(task.path("support").toString());
        }
        assertTrue(supports.size() > 10, "draws differ");
    }
}
