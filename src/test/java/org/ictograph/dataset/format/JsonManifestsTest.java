package org.ictograph.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.dataset.ClipLabel;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.ClipTruth;
import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.FrozenSplit;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.Publication;
import org.ictograph.dataset.Sha256;
import org.ictograph.model.Box;
import org.junit.jupiter.api.Test;

class JsonManifestsTest {
    private static Manifest manifest() {
        Manifest.Clip clip = new Manifest.Clip(
                "clips/abc.avi",
                "00ff",
                "training",
                new ClipPlace("Käfig 🐀", "2019-02-01", 3, "70-3"),
                new ClipTruth(
                        true,
                        List.of("jumping"),
                        List.of(new ClipLabel("jumping", 12, 0, 1_500_000)),
                        List.of("m1"),
                        List.of("Ada"),
                        List.of("Ada"),
                        null,
                        null),
                new ClipSource("a.avi", "f1", 0, 10_000_000, 0, 299, 0, 9_966_667),
                new Manifest.Cut(new Box(0, 2, 4, 6), null, 224, 224, 300, 30, Manifest.Cut.EQUAL, 41.25),
                List.of(),
                null);
        return new Manifest(
                Manifest.FORMAT,
                new Manifest.Maker("Ictograph", "1", "FFmpeg 8"),
                new Manifest.StudyFacts(
                        "s",
                        "Study",
                        "Units",
                        1,
                        "racine-1972",
                        List.of("Ada"),
                        "both:0.5",
                        "0f",
                        new TreeMap<>(Map.of("jumping", "All paws leave the floor"))),
                new Publication("T", List.of("Lab"), "P", "2026", "CC-BY-4.0"),
                Profiles.RATSEIZURE,
                List.of(new Manifest.Part("training", List.of("70-3"), 1)),
                List.of(new FrozenSplit.Animal("70-3", "L1", "training")),
                List.of(new Manifest.Seen("70-3", 20_000_000, 10_000_000)),
                null,
                List.of(new Manifest.Source("Käfig 🐀", "a.avi", 5, "f1", 600, 20_000_000, 0, 0)),
                new TreeMap<>(),
                List.of(),
                List.of(clip));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        JsonManifests json = new JsonManifests();
        String text = json.write(manifest());
        assertEquals(manifest(), json.read(text));
        assertTrue(text.contains("\"first_pts_micros\" : 0"));
        assertTrue(text.contains("Käfig 🐀"));
        assertFalse(text.contains("\r"));
        assertFalse(text.contains("null"));
        assertTrue(text.endsWith("}\n"));
    }

    @Test
    void manifestsFromBeforeRecordingsOfSeveralFilesAreRead() throws Exception {
        JsonManifests json = new JsonManifests();
        String old = json.write(manifest())
                .replaceFirst(",\\s+\"first_frame\" : 0,\\s+\"start_micros\" : 0(\\s+\\}\\s+\\])", "$1");
        assertFalse(old.contains("\"start_micros\" : 0\n    }"), old);
        assertEquals(manifest(), json.read(old));
    }

    @Test
    void whereNoLabelHasADefinitionNothingIsSaidOfThemAsBefore() throws Exception {
        JsonManifests json = new JsonManifests();
        Manifest with = manifest();
        Manifest.StudyFacts bare =
                new Manifest.StudyFacts("s", "Study", "Units", 1, "racine-1972", List.of("Ada"), "both:0.5", "0f");
        String old = json.write(with).replaceFirst(",\\s+\"definitions\" : \\{[^}]*\\}", "");
        assertFalse(old.contains("definitions"), old);
        assertEquals(bare, json.read(old).study());
        assertEquals(old, json.write(json.read(old)));
    }

    /** What lies beside names the hash of the manifest's own bytes, so data sets of earlier versions stay sound. */
    @Test
    void aManifestOfAnotherVersionIsNamedByItsOwnBytes() throws Exception {
        JsonManifests json = new JsonManifests();
        String old = json.write(manifest()).replaceFirst("\\{", "{\"earlier\": 1,");
        Manifest read = json.read(old);
        assertFalse(json.beside(read, old).isEmpty());
        assertTrue(json.beside(read, old).stream()
                .anyMatch(file ->
                        file.path().equals("croissant.json") && file.text().contains(Sha256.of(old))));
    }

    @Test
    void unknownKeysAreOverlooked() throws Exception {
        JsonManifests json = new JsonManifests();
        String text = json.write(manifest()).replaceFirst("\\{", "{\"later\": 1,");
        assertEquals(manifest(), json.read(text));
    }

    @Test
    void whatIsNoManifestIsRefusedInASentence() {
        String newer = new JsonManifests().write(manifest()).replaceFirst("\"format\" : 1", "\"format\" : 99");
        assertEquals(
                "The manifest has format 99, written by a newer version of this program; verify it with that version.",
                sentence(newer));
        String whole = new JsonManifests().write(manifest());
        for (String key : List.of("place", "profile", "crop", "split", "codec", "subject", "refusals", "label")) {
            assertTrue(
                    sentence(whole.replaceAll("\"" + key + "\" : ", "\"gone\" : "))
                            .startsWith("The manifest "),
                    key);
        }
        assertTrue(sentence(whole.replace("2019-02-01", "yesterday")).startsWith("The manifest "));
        for (String broken : List.of("", "{", "[]", "{\"format\": 1}", "{\"format\": 1, \"clips\": 7}")) {
            assertTrue(sentence(broken).startsWith("The manifest "), broken);
        }
    }

    private static String sentence(String text) {
        DatasetException e = assertThrows(DatasetException.class, () -> new JsonManifests().read(text));
        return String.valueOf(e.getMessage());
    }
}
