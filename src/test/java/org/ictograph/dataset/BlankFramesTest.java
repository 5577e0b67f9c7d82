package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips that would show black or grey for a moment are left out by themselves, told of, and nothing else changes. */
class BlankFramesTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final Refusal BLACK = new Refusal(
            "recording dark, cage 1, 0:00:10.0 to 0:00:20.0",
            Refusal.Reason.BLANK,
            "Frame 390 of the recording, at 0:00:13.0, shows nothing but black or grey there.");
    private static final Refusal GREY = new Refusal(
            "recording dark, cage 1, 0:00:30.0 to 0:00:40.0",
            Refusal.Reason.BLANK,
            "Frame 1199 of the recording, at 0:00:39.9, shows nothing but black or grey there.");

    @TempDir
    static Path films;

    @TempDir
    Path out;

    /** In the first cage one second is black, and the last frame of a clip and the one after it are grey. */
    @BeforeAll
    static void film() throws Exception {
        Footage.write(
                VIDEOS,
                films.resolve("dark.avi"),
                45,
                frame -> frame >= 390 && frame < 420 ? 16 : frame == 1199 || frame == 1200 ? 128 : -1);
    }

    private static DatasetPlan plan() throws Exception {
        Path file = films.resolve("dark.avi");
        FrameIndex index = VIDEOS.index(file, Optional.empty(), Progress.NONE);
        Colony colony = new Colony()
                .recording("dark", file, VIDEOS.fingerprint(file), index, "A", "B")
                .reviewed("dark", 1, 0, 45)
                .reviewed("dark", 2, 0, 45)
                .consensus("dark", 2, "seizure", 12, 15);
        return datasets().plan(colony.request(Footage.small(Profiles.RODEPIL)));
    }

    private static Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), List.of(new RodEpilLayout()), "1.2.3");
    }

    @Test
    void clipsThatShowBlackOrGreyAreLeftOutAndToldOf() throws Exception {
        DatasetPlan plan = plan();
        assertEquals(8, plan.clips().size());
        ExportOutcome outcome = datasets().write(plan, out.resolve("set"), Progress.NONE);
        assertEquals(List.of(BLACK, GREY), outcome.leftOut());
        assertEquals(6, outcome.clips());
        assertEquals(List.of(), datasets().verify(out.resolve("set"), Progress.NONE));
        Manifest manifest = new JsonManifests().read(Files.readString(out.resolve("set/data/manifest.json")));
        assertEquals(outcome.leftOut(), manifest.leftOut());
        assertEquals(2, manifest.refusals().get("a frame shows nothing"));
        String card = Files.readString(out.resolve("set/data/README.md"));
        assertTrue(card.contains("- a frame shows nothing: 2\n"), card);
        assertTrue(card.contains("- " + BLACK.what() + ": " + BLACK.why() + "\n"), card);
    }

    @Test
    void anExportThatWasCutOffEndsWithTheSameBytes() throws Exception {
        datasets().write(plan(), out.resolve("first"), Progress.NONE);
        Path folder = out.resolve("second");
        Progress impatient = new Progress() {
            private boolean enough;

            @Override
            public void report(double fraction, String what) {
                enough |= what.startsWith("checking clip");
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
        assertThrows(CancellationException.class, () -> datasets().write(plan(), folder, impatient));
        assertTrue(datasets().unfinished(folder).isPresent());
        List<Double> looked = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        Progress resumed = new Progress() {
            @Override
            public void report(double fraction, String what) {
                told.add(fraction);
            }

            @Override
            public void kept(double fraction, String what) {
                looked.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        datasets().write(plan(), folder, resumed);
        double cut = ExportCourse.of(plan(), false).cutting(1);
        assertTrue(looked.size() > 6 && looked.stream().allMatch(fraction -> fraction < cut), looked.toString());
        assertTrue(told.stream().allMatch(fraction -> fraction >= cut * 5 / 8 - 0.001), told.toString());
        assertEquals(HashList.of(out.resolve("first"), Progress.NONE), HashList.of(folder, Progress.NONE));
    }

    @Test
    void whereNothingIsLeftThatIsSaid() throws Exception {
        Footage.write(VIDEOS, films.resolve("off.avi"), 12, frame -> 16);
        Path file = films.resolve("off.avi");
        FrameIndex index = VIDEOS.index(file, Optional.empty(), Progress.NONE);
        Colony colony = new Colony()
                .recording("off", file, VIDEOS.fingerprint(file), index, "A", "B")
                .reviewed("off", 1, 0, 12)
                .reviewed("off", 2, 0, 12);
        DatasetPlan plan = datasets().plan(colony.request(Footage.small(Profiles.RODEPIL)));
        DatasetException nothing =
                assertThrows(DatasetException.class, () -> datasets().write(plan, out.resolve("set"), Progress.NONE));
        assertTrue(
                String.valueOf(nothing.getMessage())
                        .startsWith("Without what the pictures tell against there is no data set: "),
                nothing.getMessage());
    }
}
