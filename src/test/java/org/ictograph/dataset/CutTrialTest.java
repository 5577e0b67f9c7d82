package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ictograph.dataset.ExportCourse.Kind;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before an export: its size and time from clips cut for trial, and its course. After it: clips drawn by chance. */
class CutTrialTest {
    private static final FfmpegVideos VIDEOS = new FfmpegVideos();
    private static final int SECONDS = 125;

    @TempDir
    private Path folder;

    private Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), List.of(new RodEpilLayout()), "1");
    }

    private DatasetPlan plan() throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        if (Files.notExists(film)) {
            Footage.write(VIDEOS, film, SECONDS);
        }
        return datasets().plan(Footage.colony(VIDEOS, film, SECONDS).request(Footage.small(Profiles.RODEPIL)));
    }

    @Test
    void theTrialTellsTheSizeOfTheDataSet() throws Exception {
        DatasetPlan plan = plan();
        Estimate estimate = datasets().estimate(plan, Progress.NONE).orElseThrow();
        assertEquals(plan.clips().size(), estimate.clips());
        assertTrue(estimate.tried() > 0 && estimate.tried() < estimate.clips(), estimate.toString());
        assertTrue(estimate.least() <= estimate.seconds() && estimate.seconds() <= estimate.most());
        Path set = datasets().write(plan, folder.resolve("set"), Progress.NONE).folder();
        long bytes = 0;
        try (Stream<Path> files = Files.walk(set)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        // all clips show the same moving block, so the guess is close
        assertEquals(1, (double) estimate.bytes() / bytes, 0.25);
    }

    @Test
    void theRoomAskedForHoldsSmallClipsToo() throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film, SECONDS);
        Profile profile = Footage.small(Profiles.RODEPIL);
        DatasetPlan plan = datasets()
                .plan(Footage.colony(VIDEOS, film, SECONDS)
                        .request(profile.withClip(profile.clip().withRate(6))));
        Path data = datasets()
                .write(plan, folder.resolve("set"), Progress.NONE)
                .folder()
                .resolve("data");
        long bytes = Files.size(data.resolve("manifest.json"));
        for (PlannedClip clip : plan.clips()) {
            bytes += Files.size(data.resolve(clip.file()));
        }
        DatasetPlan none =
                new DatasetPlan(plan.request(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
        assertTrue(bytes < plan.bytes() - none.bytes(), bytes + " of " + (plan.bytes() - none.bytes()));
    }

    /** A clock that stands still but for a second at each look: each piece takes one second. */
    @Test
    void timeIsTheClocksForAllClipsAndTheProof() throws Exception {
        DatasetPlan plan = plan();
        AtomicLong now = new AtomicLong();
        Estimate estimate = new CutTrial(VIDEOS, () -> now.addAndGet(1_000_000_000))
                .of(plan, Progress.NONE)
                .orElseThrow();
        int pieces = CutTrial.pieces(plan).size();
        assertEquals(3, pieces);
        double cutting = (double) pieces / estimate.tried() * plan.clips().size();
        ExportCourse course = ExportCourse.of(plan, false);
        assertEquals(cutting / course.cutting(1), estimate.seconds(), 1e-9);
        Estimate twice = estimate.forClips(2 * estimate.clips());
        assertEquals(2 * estimate.seconds(), twice.seconds(), 1e-9);
        assertEquals(2.0, (double) twice.bytes() / estimate.bytes(), 1e-6);
    }

    /** Of a few small clips, opening the source takes most of the time, which a real export does once for a stretch. */
    @Test
    void smallClipsAreTriedInStretches() throws Exception {
        DatasetPlan plan = plan();
        List<PlannedClip> many = new ArrayList<>();
        for (int time = 0; time < 10_000; time++) {
            PlannedClip clip = plan.clips().get(0);
            ClipSource at = clip.source();
            many.add(new PlannedClip(
                    time + ".avi",
                    clip.part(),
                    clip.place(),
                    clip.truth(),
                    new ClipSource(at.file(), at.fingerprint(), time, time + 1, time, time, time, time),
                    clip.cage()));
        }
        DatasetPlan small = new DatasetPlan(plan.request(), many, List.of(), List.of(), List.of(), Optional.empty());
        assertEquals(
                List.of(ClipCutter.STRETCH, ClipCutter.STRETCH, ClipCutter.STRETCH),
                CutTrial.pieces(small).stream().map(List::size).toList());
        Profile whole = plan.profile().withClip(plan.profile().clip().withSide(1000));
        DatasetPlan large = new DatasetPlan(
                plan.request().withProfile(whole), many, List.of(), List.of(), List.of(), Optional.empty());
        assertEquals(
                List.of(2, 2, 2),
                CutTrial.pieces(large).stream().map(List::size).toList());
        assertEquals(
                6,
                CutTrial.pieces(plan).stream()
                        .flatMap(List::stream)
                        .map(clip -> clip.source().startMicros())
                        .distinct()
                        .count());
    }

    @Test
    void aPlanWithoutClipsHasNoEstimate() throws Exception {
        DatasetPlan plan = plan();
        DatasetPlan none =
                new DatasetPlan(plan.request(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
        assertEquals(Optional.empty(), datasets().estimate(none, Progress.NONE));
    }

    @Test
    void theCourseHasAStageForEachRecordingAndTheProof() throws Exception {
        DatasetPlan plan = plan();
        ExportCourse course = ExportCourse.of(plan, false);
        assertEquals(
                List.of(Kind.CUT, Kind.PROOF, Kind.COMPARE, Kind.SECURE),
                course.stages().stream().map(ExportCourse.Stage::kind).toList());
        ExportCourse.Stage cut = course.stages().get(0);
        assertEquals("M2U00244", cut.recording());
        assertEquals(plan.clips().size(), cut.clips());
        assertEquals(0, cut.from());
        assertEquals(cut.to(), course.cutting(1));
        assertEquals(0.5, cut.done(course.cutting(0.5)), 1e-12);
        assertEquals(1, cut.done(course.from(Kind.PROOF)));
        assertEquals(course.from(Kind.COMPARE), course.stages().get(1).to());
        assertEquals(1, course.stages().get(3).to(), 1e-12);
        ExportCourse measured = ExportCourse.of(plan, true);
        assertEquals(5, measured.stages().size());
        assertEquals(Kind.FEATURES, measured.stages().get(1).kind());
        assertTrue(measured.cutting(1) < course.cutting(1));
    }

    /** Comparing grows with seconds, the rest with pixels too. */
    @Test
    void comparingHasItsShareOfTheTime() {
        ClipForm small = ClipForm.BENCHMARK.withSide(32).withRate(6);
        double large = share(Effort.of(ClipForm.BENCHMARK, 50_000, 224 * 224));
        double tiny = share(Effort.of(small, 50_000, 32 * 32));
        assertTrue(large < 0.25 && tiny > 2 * large, large + " and " + tiny);
        assertEquals(0, Effort.of(small.withRate(3), 50_000, 32 * 32).comparing());
    }

    private static double share(Effort effort) {
        return effort.comparing() / (effort.cutting() + effort.proving() + effort.comparing());
    }

    @Test
    void clipsAreDrawnFromEachClassInTurnAndTheSameForTheSameSeed() throws Exception {
        DatasetPlan plan = plan();
        Path set = datasets().write(plan, folder.resolve("set"), Progress.NONE).folder();
        List<SampledClip> drawn = datasets().sample(set, 4, 1);
        assertEquals(4, drawn.size());
        assertEquals(List.of("normal"), drawn.get(0).classes());
        assertEquals(List.of("seizure"), drawn.get(1).classes());
        assertEquals(drawn, datasets().sample(set, 4, 1));
        assertTrue(drawn.stream().allMatch(clip -> Files.isRegularFile(clip.file())));
        List<SampledClip> all = datasets().sample(set, 10_000, 2);
        assertEquals(plan.clips().size(), all.stream().distinct().count());
    }
}
