package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.localizer.ActivityLocalizer;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Films that were encoded again with another codec, size, frame rate, margin and start are found, and no others. {@code
 * -Dcopies=40} makes more of them, {@code -Dcopies.seed=1000} others.
 */
class CopiedFilmsTest {
    private static final int COPIES = Integer.getInteger("copies", 3);
    private static final int SEED = Integer.getInteger("copies.seed", 0);
    private static final int SECONDS = 150;
    private static final int RATE = 15;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final Videos VIDEOS = new FfmpegVideos();

    @TempDir
    Path folder;

    private final Colony colony = new Colony();
    private final List<ExportSource> sources = new ArrayList<>();

    /** Under whichever rule they are planned. */
    @Test
    void whenAnimalsMoveIsAskedOnce() throws Exception {
        Colony pair = new Colony().recording("one", Colony.steady(60), "a").recording("two", Colony.steady(60), "b");
        int[] asked = new int[1];
        Random random = new Random(1);
        MotionMeter meter = (cage, span) -> {
            asked[0] += span.length() < Span.SECOND ? 1 : 0;
            return OptionalDouble.of(random.nextDouble());
        };
        ExportRequest plain = pair.request(Profiles.RODEPIL);
        ExportRequest request = new ExportRequest(
                plain.study(),
                plain.sources().stream()
                        .map(source -> new ExportSource(source.recording(), source.reel(), source.evidence(), meter))
                        .toList(),
                plain.order(),
                plain.head());
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), List.of(new RodEpilLayout()), "1.2.3");
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String what) {
                told.add(String.format(Locale.ROOT, "%.2f %s", fraction, what));
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        List<DatasetPlan> plans = datasets.plans(List.of(request, request, request), progress);
        assertEquals(3, plans.size());
        assertEquals(List.of("0.00 counting clips", "0.33 counting clips", "0.67 counting clips"), told);
        assertEquals(2 * 120, asked[0]);
    }

    /** An animal that rests, walks and shakes in bouts. */
    private static final class Life {
        private final Random random;
        private double x = 32;
        private double y = 24;
        private int left;
        private int act;
        private double strength;

        Life(long seed) {
            random = new Random(seed);
        }

        void step(int frame, YuvPicture into) {
            if (left-- <= 0) {
                left = RATE + random.nextInt(8 * RATE);
                act = random.nextInt(3);
                strength = 0.3 + random.nextDouble();
            }
            if (act == 1) {
                x = Math.max(12, Math.min(WIDTH - 12, x + strength * 2 * random.nextGaussian()));
                y = Math.max(10, Math.min(HEIGHT - 10, y + strength * 2 * random.nextGaussian()));
            }
            double shaken = act == 2 ? x + 2 * strength * Math.sin(frame * 2 * Math.PI * 3 / RATE) : x;
            for (int row = 0; row < HEIGHT; row++) {
                for (int column = 0; column < WIDTH; column++) {
                    double distance = Math.hypot((column - shaken) / 9, (row - y) / 6);
                    double light = distance < 1 ? 190 : 60 + (column * 7 + row * 13) % 20;
                    into.y()[row * WIDTH + column] = (byte) (light + 3 * random.nextGaussian());
                }
            }
        }
    }

    private static YuvPicture grey(int width, int height) {
        YuvPicture picture = new YuvPicture(width, height);
        java.util.Arrays.fill(picture.u(), (byte) 128);
        java.util.Arrays.fill(picture.v(), (byte) 128);
        return picture;
    }

    private Path film(long seed) throws Exception {
        Path file = folder.resolve("film-" + seed + ".avi");
        YuvPicture picture = grey(WIDTH, HEIGHT);
        Life life = new Life(seed);
        try (VideoWriter writer = VIDEOS.create(file, new VideoSpec(WIDTH, HEIGHT, RATE, RATE, Codec.MPEG4))) {
            for (int frame = 0; frame < SECONDS * RATE; frame++) {
                life.step(frame, picture);
                writer.write(picture, Math.round(frame * 1e6 / RATE));
            }
            writer.finish();
        }
        return file;
    }

    /** Another codec, size, margin and frame rate, begun some seconds later. */
    private Path again(Path original, int number) throws Exception {
        Random random = new Random(number);
        int width = 2 * (24 + random.nextInt(40));
        int height = 2 * (18 + random.nextInt(30));
        int margin = random.nextInt(3);
        int rate = List.of(10, 12, 15).get(random.nextInt(3));
        double late = 7 * random.nextDouble();
        Codec codec = List.of(Codec.MPEG4, Codec.FFV1, Codec.H264).get(number % 3);
        Path file = folder.resolve("copy-" + number + (codec == Codec.H264 ? ".mp4" : ".avi"));
        FrameIndex index = VIDEOS.index(original, Optional.empty(), Progress.NONE);
        Picture large = new Picture(width + 2 * margin, height + 2 * margin);
        YuvPicture picture = grey(width, height);
        try (FrameReader reader = VIDEOS.open(original, index);
                VideoWriter writer = VIDEOS.create(file, new VideoSpec(width, height, rate, rate, codec))) {
            for (int frame = 0; late + frame / (double) rate < SECONDS - 1; frame++) {
                reader.read((int) ((late + frame / (double) rate) * RATE), large);
                for (int i = 0; i < width * height; i++) {
                    int at = (i / width + margin) * large.width() + i % width + margin;
                    picture.y()[i] = (byte) Math.round(20 + 0.8 * (large.bgra()[4 * at + 1] & 0xff));
                }
                writer.write(picture, Math.round(frame * 1e6 / rate));
            }
            writer.finish();
        }
        return file;
    }

    private void take(String name, Path file) throws Exception {
        FrameIndex index = VIDEOS.index(file, Optional.empty(), Progress.NONE);
        colony.recording(name, file, "print of " + name, index, "rat of " + name);
        try (FrameReader reader = VIDEOS.open(file, index)) {
            ExportRequest request = colony.request(Footage.small(Profiles.RODEPIL));
            ExportSource source = request.sources().get(request.sources().size() - 1);
            Recording recording = source.recording();
            var cages = request.study().cagesOf(recording.id()).stream()
                    .map(cage -> cage.withBox(
                            new org.ictograph.model.Box(0, 0, reader.width() / 2 * 2, reader.height() / 2 * 2)))
                    .toList();
            var motion = new ActivityLocalizer().localize(recording, cages, reader, Progress.NONE);
            sources.add(
                    new ExportSource(recording, source.reel(), source.evidence(), new TrackMotion(motion.tracks())));
        }
    }

    @Test
    void filmsThatWereEncodedAgainAreFoundAndNoOthers() throws Exception {
        Set<String> copies = new HashSet<>();
        for (int i = 0; i < COPIES; i++) {
            Path original = film(SEED + i);
            take("film-" + i, original);
            take("copy-" + i, again(original, SEED + i));
            copies.add("recording copy-" + i);
        }
        ExportRequest all = colony.request(Footage.small(Profiles.RODEPIL));
        ExportRequest request = new ExportRequest(all.study(), sources, all.order(), "");
        long begun = System.nanoTime();
        DatasetPlan plan = new DatasetPlanner(List.of(new RodEpilLayout())).plan(request);
        long took = System.nanoTime() - begun;
        Set<String> refused = new HashSet<>();
        for (Refusal refusal : plan.refusals()) {
            if (refusal.reason() == Refusal.Reason.SAME_VIDEO) {
                String own = "film-" + refusal.what().replaceAll("\\D", "") + " shows";
                refused.add(refusal.why().contains(own) ? refusal.what() : refusal.toString());
            }
        }
        Set<String> wrong = new HashSet<>(refused);
        wrong.removeAll(copies);
        System.out.printf(
                "%d of %d copies found, %d others taken for copies among %d pairs, in %.1f s%n",
                refused.size() - wrong.size(),
                COPIES,
                wrong.size(),
                2 * COPIES * (2 * COPIES - 1) / 2 - COPIES,
                took / 1e9);
        assertEquals(Set.of(), wrong);
        assertTrue(refused.size() - wrong.size() >= 0.95 * COPIES, refused.toString());
    }
}
