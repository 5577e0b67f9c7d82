package org.ictograph.dataset;

import static org.ictograph.dataset.Colony.steady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.LoaderLayout;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaving one animal out, keeping animals together, and carrying a split on. */
class SplitKindsTest {
    private static final Profile EACH = Profiles.RODEPIL.withSplit(SplitRule.eachAnimal(42));
    private static final Profile THREE = Profiles.RODEPIL.withSplit(SplitRule.trainValTest(42));

    /** One recording of these animals, each with three clips and a seizure in the first. */
    private static Colony film(Colony colony, String name, String... animals) {
        colony.recording(name, steady(30), animals);
        for (int cage = 1; cage <= animals.length; cage++) {
            colony.reviewed(name, cage, 0, 30).consensus(name, cage, "seizure", 1, 5);
        }
        return colony;
    }

    private static Map<String, String> parts(DatasetPlan plan) {
        return new TreeMap<>(plan.clips().stream()
                .collect(Collectors.toMap(clip -> clip.place().subject(), PlannedClip::part, (a, b) -> a)));
    }

    private static FrozenSplit frozen(DatasetPlan plan) {
        assertEquals("", plan.obstacle().orElse(""));
        return new FrozenSplit(FrozenSplit.FORMAT, plan.profile().split(), plan.animals());
    }

    @Test
    void eachAnimalIsAFoldOfItsOwn() {
        DatasetPlan plan = film(new Colony(), "R", "b", "a", "c").plan(EACH);
        assertEquals(Map.of("a", "1", "b", "2", "c", "3"), parts(plan));
        assertEquals(List.of("1", "2", "3"), plan.profile().split().partNames());
        assertEquals("", plan.obstacle().orElse(""));
    }

    @Test
    void partsAreCountedInTheirOrder() {
        String[] animals = java.util.stream.IntStream.rangeClosed(10, 21)
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
                film(new Colony(), "R", animals).plan(EACH).counts().stream()
                        .map(PlanCount::part)
                        .distinct()
                        .toList());
    }

    @Test
    void littersNeighboursAndDaysStayTogether() {
        Colony colony = film(film(new Colony(), "R", "a", "b"), "S", "c", "d")
                .litter("a", "L1")
                .litter("c", "L1");
        Profile litters = EACH.withSplit(EACH.split().withTogether(List.of(Together.LITTER)));
        assertEquals(Map.of("a", "1", "b", "2", "c", "1", "d", "3"), parts(colony.plan(litters)));
        Profile neighbours = EACH.withSplit(EACH.split().withTogether(List.of(Together.RECORDING)));
        assertEquals(Map.of("a", "1", "b", "1", "c", "2", "d", "2"), parts(colony.plan(neighbours)));
        Profile both = EACH.withSplit(EACH.split().withTogether(List.of(Together.RECORDING, Together.LITTER)));
        assertEquals(
                "The clips come from 4 animals, all of the same litter or recording, too few for 2 parts without an"
                        + " animal in two of them; keep fewer things together or review more animals.",
                colony.plan(both).obstacle().orElse(""),
                "a chain of ties joins all four");
        Profile days = THREE.withSplit(THREE.split().withTogether(List.of(Together.DAY)));
        assertTrue(colony.plan(days).obstacle().orElse("").contains("all of the same day"));
    }

    @Test
    void theSentenceAdvisesOnlyWhatHelps() {
        assertEquals(
                "The clips come from 2 animals, too few for 3 parts without an animal in two of them; review more"
                        + " animals, or take 2 folds.",
                film(new Colony(), "R", "a", "b").plan(THREE).obstacle().orElse(""));
        assertEquals("", twoFolds(film(new Colony(), "R", "a", "b")), "as advised");
        assertEquals(
                "The clips come from 1 animal, too few for 5 parts without an animal in two of them; review more"
                        + " animals.",
                film(new Colony(), "R", "a").plan(Profiles.RODEPIL).obstacle().orElse(""));
    }

    private static String twoFolds(Colony colony) {
        return colony.plan(THREE.withSplit(SplitRule.folds(2, 42))).obstacle().orElse("");
    }

    @Test
    void noAnimalChangesItsPartWhenDataGrow() {
        Random dice = new Random(7);
        for (int trial = 0; trial < 40; trial++) {
            Profile profile = List.of(Profiles.RODEPIL, EACH, THREE).get(trial % 3);
            Colony colony = new Colony();
            film(colony, "R0", "0-1", "0-2", "0-3", "0-4", "0-5");
            FrozenSplit before = frozen(colony.plan(profile));
            for (int r = 1; r < 4; r++) {
                String[] animals =
                        dice.ints(3, 0, 12).distinct().mapToObj(n -> "n" + n).toArray(String[]::new);
                film(colony, "R" + r, animals);
                DatasetPlan plan = colony.plan(ExportOrder.of(profile).keeping(before));
                FrozenSplit now = frozen(plan);
                before.animals().forEach(animal -> assertTrue(now.animals().contains(animal), animal.toString()));
                assertEquals(List.of(), LeakCheck.ofPlan(plan.clips()));
                before = now;
            }
        }
    }

    @Test
    void aFrozenAnimalWithoutClipsKeepsItsPlaceAndPullsItsLitterMate() {
        Colony first = film(new Colony(), "R", "a", "b", "c").litter("b", "L1");
        FrozenSplit before = frozen(first.plan(THREE.withSplit(THREE.split().withTogether(List.of(Together.LITTER)))));
        String part = before.parts().get("b");
        Colony second = film(new Colony(), "S", "a", "c", "d").litter("d", "L1");
        DatasetPlan plan = second.plan(ExportOrder.of(THREE).keeping(before));
        assertEquals(part, parts(plan).get("d"));
        assertEquals(part, frozen(plan).parts().get("b"), "kept for the next time");
    }

    @Test
    void whatTheKeptSplitPartedCannotBeKeptTogether() {
        FrozenSplit before = frozen(film(new Colony(), "R", "a", "b", "c").plan(THREE));
        Colony mates = film(new Colony(), "R", "a", "b", "c").litter("a", "L").litter("b", "L");
        Profile litters = THREE.withSplit(THREE.split().withTogether(List.of(Together.LITTER)));
        String sentence =
                mates.plan(ExportOrder.of(litters).keeping(before)).obstacle().orElse("");
        assertTrue(
                sentence.startsWith("The animals a, b belong together (same litter) but lie in the parts "), sentence);
        assertTrue(sentence.endsWith("keep fewer things together or start a new split."), sentence);
    }

    @Test
    void aPartWithoutClipsIsTold() {
        FrozenSplit before = frozen(film(new Colony(), "R", "a", "b", "c").plan(THREE));
        String test = before.animals().stream()
                .filter(animal -> animal.part().equals("test"))
                .map(FrozenSplit.Animal::name)
                .findFirst()
                .orElseThrow();
        String[] others = List.of("a", "b", "c").stream()
                .filter(name -> !name.equals(test))
                .toArray(String[]::new);
        assertEquals(
                "No animal with clips is in the part test of the split that is to be kept; review more animals or start"
                        + " a new split.",
                film(new Colony(), "S", others)
                        .plan(ExportOrder.of(THREE).keeping(before))
                        .obstacle()
                        .orElse(""));
    }

    @Test
    void partedLitterMatesAreALeak() {
        DatasetPlan plan = film(new Colony(), "R", "a", "b", "c").plan(THREE);
        SplitRule promise = plan.profile().split().withTogether(List.of(Together.LITTER));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                new Manifest.Maker("", "", ""),
                new Manifest.StudyFacts("", "", "", 1, "", List.of(), "any", ""),
                Publication.NONE,
                plan.profile().withSplit(promise),
                List.of(),
                List.of(
                        new FrozenSplit.Animal("a", "L", "train"),
                        new FrozenSplit.Animal("b", "L", "val"),
                        new FrozenSplit.Animal("c", "", "test")),
                List.of(),
                null,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of());
        assertEquals(
                List.of(new Finding(Manifest.FILE, "The animals a, b belong together but are in different parts.")),
                LeakCheck.ofManifest(manifest));
    }

    @Test
    void aSplitIsReadFromADataSetOrItsFile(@TempDir Path folder) throws Exception {
        Datasets datasets = new Datasets(new FfmpegVideos(), new JsonManifests(), LoaderLayout.all(), "1");
        FrozenSplit split =
                new FrozenSplit(1, SplitRule.trainValTest(7), List.of(new FrozenSplit.Animal("Mü/1", "L 1", "val")));
        Path file = folder.resolve(FrozenSplit.FILE);
        Files.writeString(file, """
                {"format": 1, "rule": {"kind": "TRAINING_TESTING", "parts": [{"name": "train", "share": 0.7},
                {"name": "val", "share": 0.15}, {"name": "test", "share": 0.15}], "together": [], "seed": 7},
                "animals": [{"name": "Mü/1", "litter": "L 1", "part": "val"}]}
                """);
        assertEquals(split, datasets.split(file));
        assertEquals(split, datasets.split(folder));
        Files.writeString(file, Files.readString(file).replace("\"part\": \"val\"", "\"part\": \"dev\""));
        assertTrue(sentence(datasets, file).startsWith("The split cannot be read"));
        assertTrue(sentence(datasets, folder.resolve("no")).startsWith("There is no split to keep in "));
    }

    private static String sentence(Datasets datasets, Path file) {
        return String.valueOf(
                assertThrows(DatasetException.class, () -> datasets.split(file)).getMessage());
    }
}
