package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.video.Codec;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips in several codecs, and what raters agreed on in them. */
class ClipCopiesTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final String SEIZURE = "1/Feb-1-2019_M2U00244_1_70-3_17-32_S_1";

    @TempDir
    Path folder;

    private static Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), List.of(new RodEpilLayout()), "1.2.3");
    }

    /** Both raters look at the first cage; Ada sees the seizure from 12 to 15 s, Bo from 12 to 14.5 s. */
    private Path export(List<Codec> copies) throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
        Colony colony = Footage.colony(VIDEOS, film)
                .rating("M2U00244", 1, "seizure", 12, 15)
                .ratingByOther("M2U00244", 1, "seizure", 12, 14.5)
                .seenByOther("M2U00244", 1, Seen.WATCHED, 0, 25);
        Profile small = Footage.small(Profiles.RODEPIL);
        DatasetPlan plan =
                datasets().plan(colony.request(small.withClip(small.clip().withCopies(copies))));
        return datasets().write(plan, folder.resolve("set"), Progress.NONE).folder();
    }

    /** Codec, size, rate and decoded frames, by a program that is not ours. */
    private static List<String> probed(Path clip) throws Exception {
        Process probe = new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-count_frames",
                        "-show_entries",
                        "stream=codec_name,width,height,r_frame_rate,nb_read_frames",
                        "-of",
                        "csv=p=0",
                        clip.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(probe.waitFor(1, TimeUnit.MINUTES));
        return List.of(said.strip().split(",", -1));
    }

    private static boolean canProbe() {
        try {
            return new ProcessBuilder("ffprobe", "-version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (java.io.IOException | InterruptedException absent) {
            return false;
        }
    }

    @Test
    void ffprobeReadsAviMp4AndLosslessClipsOfTheSameFrames() throws Exception {
        Path data = export(List.of(Codec.FFV1, Codec.H264, Codec.MJPEG)).resolve("data");
        Assumptions.assumeTrue(canProbe(), "There is no ffprobe.");
        assertEquals(List.of("mpeg4", "32", "32", "30/1", "300"), probed(data.resolve(SEIZURE + ".avi")));
        assertEquals(List.of("h264", "32", "32", "30/1", "300"), probed(data.resolve("h264/" + SEIZURE + ".mp4")));
        assertEquals(List.of("mjpeg", "32", "32", "30/1", "300"), probed(data.resolve("mjpeg/" + SEIZURE + ".avi")));
        assertEquals(List.of("ffv1", "32", "32", "30/1", "300"), probed(data.resolve("ffv1/" + SEIZURE + ".avi")));
    }

    @Test
    void copiesStandInTheManifestAndAreVerified() throws Exception {
        Path set = export(List.of(Codec.H264, Codec.FFV1));
        JsonNode manifest =
                new ObjectMapper().readTree(set.resolve("data/manifest.json").toFile());
        assertEquals(4, manifest.at("/clips").size());
        JsonNode clip = manifest.at("/clips/1");
        List<String> codecs = new ArrayList<>();
        for (JsonNode copy : clip.path("copies")) {
            codecs.add(copy.path("codec").asText());
            Path file = set.resolve("data").resolve(copy.path("file").asText());
            assertEquals(Sha256.of(file), copy.path("sha256").asText());
        }
        assertEquals(List.of("H264", "FFV1"), codecs);
        assertEquals(999, clip.at("/copies/1/first_frame_psnr").asDouble());
        assertEquals(List.of(), datasets().verify(set, Progress.NONE));
        Files.write(set.resolve("data/ffv1/" + SEIZURE + ".avi"), new byte[] {1, 2, 3});
        List<String> findings = datasets().verify(set, Progress.NONE).stream()
                .map(Finding::toString)
                .toList();
        assertTrue(
                findings.stream().anyMatch(each -> each.contains("another copy of the clip 1/")), findings.toString());
        assertTrue(findings.stream().anyMatch(each -> each.contains("cannot be decoded")), findings.toString());
    }

    @Test
    void aSetWithoutCopiesSaysNothingOfThem() throws Exception {
        Path set = export(List.of(Codec.MPEG4));
        assertFalse(Files.readString(set.resolve("data/manifest.json")).contains("copies"));
        assertFalse(Files.exists(set.resolve("data/mpeg4")));
    }

    @Test
    void theAgreementOfEachClipIsTold() throws Exception {
        Path set = export(List.of());
        JsonNode clips = new ObjectMapper()
                .readTree(set.resolve("data/manifest.json").toFile())
                .path("clips");
        // 10 to 20 s: both say no seizure or both say seizure but for 14.5 to 15 s, which is 9.5 of 10 seconds.
        assertEquals(0.95, clips.at("/1/truth/agreement").asDouble());
        assertEquals(1.0, clips.at("/0/truth/agreement").asDouble());
        // Only Ada has looked at the second cage.
        assertTrue(clips.at("/2/truth/agreement").isMissingNode());
        List<String> table = Files.readAllLines(set.resolve("data/clips.csv"));
        assertTrue(table.get(0).endsWith(",marked,agreement"), table.get(0));
        assertTrue(table.get(4).endsWith(",2,2,0.95"), table.get(4));
        assertTrue(Files.readString(set.resolve("data/README.md"))
                .contains("In the 2 clips that two or more looked at from end to end they said the same for 97.5 %"));
    }
}
