package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof reads what lies on the disk, each clip from its first frame to its last, and nothing more. */
class ClipProofTest {
    private static final Videos VIDEOS = new FfmpegVideos();

    @TempDir
    static Path films;

    @TempDir
    Path out;

    private static Path film;

    @BeforeAll
    static void film() throws Exception {
        film = films.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
    }

    private static Datasets datasets(Videos videos) {
        return new Datasets(videos, new JsonManifests(), List.of(new RodEpilLayout()), "1.2.3");
    }

    private static DatasetPlan plan() throws Exception {
        return datasets(VIDEOS).plan(Footage.colony(VIDEOS, film).request(Footage.small(Profiles.RODEPIL)));
    }

    /** Where frames of a clip are reached by seeking plays no part in it, and finding that out means decoding it again and again. */
    @Test
    void noClipIsSurveyed() throws Exception {
        Path set = out.resolve("set");
        datasets(VIDEOS).write(plan(), set, Progress.NONE);
        Videos plain = new PassingVideos(VIDEOS) {
            @Override
            public FrameIndex index(Path file, Optional<Path> cache, Progress progress) {
                throw new AssertionError("A survey of " + file);
            }
        };
        assertEquals(List.of(), datasets(plain).verify(set, Progress.NONE));
    }

    /** The list of hashes tells what was cut, not what a disk made of it. */
    @Test
    void aClipThatTheDiskChangedAfterItWasCutIsFound() throws Exception {
        Path set = out.resolve("set");
        Progress damaging = new Progress() {
            private boolean done;

            @Override
            public void report(double fraction, String what) {
                if (!done && what.startsWith("hashing file")) {
                    done = true;
                    damage();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        DatasetException told =
                assertThrows(DatasetException.class, () -> datasets(VIDEOS).write(plan(), set, damaging));
        assertTrue(
                String.valueOf(told.getMessage())
                        .contains("did not read back well and was thrown away: 0/Feb-1-2019_M2U00244_1_70-3"),
                told.getMessage());
    }

    /** Turns the last bit of the first clip, which is in its table of contents. */
    private void damage() {
        try (var all = Files.walk(out)) {
            Path clip = all.filter(each -> each.toString().endsWith(".avi"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(clip);
            bytes[bytes.length - 1] ^= 1;
            Files.write(clip, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
