package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ictograph.dataset.format.AnnotationLayout;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.LoaderLayout;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.Modality;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data sets of what changes, and of few frames. */
class ModalitiesTest {
    private static final Videos VIDEOS = new FfmpegVideos();

    @TempDir
    Path folder;

    private static Datasets datasets() {
        List<Layout> layouts = new ArrayList<>(List.of(new RodEpilLayout()));
        layouts.addAll(LoaderLayout.all());
        layouts.addAll(AnnotationLayout.all());
        return new Datasets(VIDEOS, new JsonManifests(), layouts, "1.2.3");
    }

    private Path export(Profile profile, int sampled, Modality modality, String name) throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        if (Files.notExists(film)) {
            Footage.write(VIDEOS, film);
        }
        Profile small = Footage.small(profile);
        Profile asked = small.withClip(small.clip().withSampled(sampled).withModality(modality));
        DatasetPlan plan = datasets().plan(Footage.colony(VIDEOS, film).request(asked));
        return datasets().write(plan, folder.resolve(name), Progress.NONE).folder();
    }

    private static JsonNode manifest(Path set) throws Exception {
        return new ObjectMapper().readTree(set.resolve("data/manifest.json").toFile());
    }

    @ParameterizedTest
    @EnumSource(names = {"DIFFERENCE", "FLOW_FARNEBACK", "FLOW_DIS"})
    void aSetOfChangesNamesThemIsVerifiedAndComesOutTheSameAgain(Modality modality) throws Exception {
        Path set = export(Profiles.RODEPIL, 16, modality, "one");
        JsonNode manifest = manifest(set);
        assertEquals(modality.name(), manifest.at("/profile/clip/modality").asText());
        assertEquals(modality.pixels(), manifest.at("/profile/clip/pixels").asText());
        assertEquals(16, manifest.at("/profile/clip/sampled").asInt());
        assertEquals(
                modality.flow(), manifest.at("/maker/video_library").asText().contains(", OpenCV 4."));
        assertEquals(16, manifest.at("/clips/0/cut/frames").asInt());
        assertEquals(1.6, manifest.at("/clips/0/cut/rate").asDouble());
        String card = Files.readString(set.resolve("data/README.md"));
        assertTrue(card.contains("clips of 10 seconds at 1.6 frames per second (16 frames)"), card);
        assertTrue(card.contains("(modality `" + modality.name().toLowerCase(Locale.ROOT) + "`)"), card);
        assertTrue(card.contains(modality.pixels()), card);
        assertEquals(List.of(), datasets().verify(set, Progress.NONE));
        Path again = export(Profiles.RODEPIL, 16, modality, "two");
        try (Stream<Path> files = Files.walk(set)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path twin = again.resolve(set.relativize(file).toString());
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), file.toString());
            }
        }
    }

    /** A clip that was exchanged for one of another rate is found. */
    @Test
    void verifyCountsFramesAndRate() throws Exception {
        Path few = export(Profiles.RODEPIL, 8, Modality.PICTURE, "few");
        Path some = export(Profiles.RODEPIL, 16, Modality.PICTURE, "some");
        String clip = manifest(few).at("/clips/0/file").asText();
        Files.copy(
                some.resolve("data").resolve(clip),
                few.resolve("data").resolve(clip),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        List<String> findings = datasets().verify(few, Progress.NONE).stream()
                .map(Finding::toString)
                .toList();
        assertTrue(
                findings.stream().anyMatch(each -> each.contains("It has 16 frames instead of 8.")),
                findings.toString());
    }

    private static Profile twoParts(Profile profile) {
        return profile.withSplit(SplitRule.trainingTesting(1));
    }

    @Test
    void listsCountTheFramesThatAreThere() throws Exception {
        Path lists = export(twoParts(Profiles.VIDEOMAE), 32, Modality.PICTURE, "lists");
        try (Stream<Path> files = Files.walk(lists.resolve("data"))) {
            for (Path list : files.filter(file -> file.endsWith("pretrain.csv")).toList()) {
                for (String line : Files.readAllLines(list)) {
                    assertTrue(line.endsWith(" 32 -1"), line);
                }
            }
        }
        Path units = export(twoParts(Profiles.ACTIONFORMER), 8, Modality.DIFFERENCE, "units");
        JsonNode database = new ObjectMapper()
                .readTree(units.resolve("data/actionformer.json").toFile())
                .path("database");
        assertFalse(database.isEmpty());
        database.forEach(clip -> {
            assertEquals(0.8, clip.path("fps").asDouble());
            assertEquals(10.0, clip.path("duration").asDouble());
        });
    }

    @Test
    void aSetOfAllPicturesSaysNothingOfSampling() throws Exception {
        String text = Files.readString(
                export(Profiles.RODEPIL, 0, Modality.PICTURE, "all").resolve("data/manifest.json"));
        assertFalse(text.contains("\"sampled\""), text);
        assertFalse(text.contains("\"pixels\""), text);
        String old = text.replaceFirst(",\\s*\"modality\" : \"PICTURE\"", "");
        assertFalse(old.contains("modality"), old);
        assertEquals(new JsonManifests().read(text), new JsonManifests().read(old), "sets from before are read");
    }

    @Test
    void moreFramesThanThereAreCannotBeSampled() {
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> ClipForm.BENCHMARK.withSampled(301));
        assertEquals("Of a clip of 10 seconds 2 to 300 frames can be sampled, not 301.", told.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ClipForm.BENCHMARK.withSampled(1));
        assertEquals("2.667", ClipForm.BENCHMARK.withSeconds(3).withSampled(8).frameRateText());
    }
}
