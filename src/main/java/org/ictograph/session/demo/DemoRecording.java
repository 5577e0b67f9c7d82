package org.ictograph.session.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * One planned recording of a rack of cages. Its truth is known before a single frame is painted, and the same plan gives
 * the same truth and the same pixels. Immutable; writing may go on in several threads for several recordings.
 */
public final class DemoRecording {
    /** Time zone of the invented lab. */
    public static final String ZONE = "Europe/Luxembourg";

    private static final Instant FIRST_START = Instant.parse("2019-02-01T07:30:00Z");
    private static final int FIRST_STEM = 244;
    private static final int KINDS = 4;
    private static final int AVI = 2;
    private static final int VARIABLE_MKV = 3;
    private static final int KEY_DISTANCE = 60;
    private static final int AHEAD = 8;

    private final int number;
    private final List<DemoCage> cages;
    private final Light light;
    private final FrameTimes times;
    private final Dice dice;

    /** @param number from 0; every third of four is an AVI, every fourth a Matroska file with a variable rate */
    DemoRecording(int number, List<DemoCage> cages, Light light, double seconds, Dice dice) {
        this.number = number;
        this.cages = List.copyOf(cages);
        this.light = light;
        this.dice = dice;
        this.times = variableRate() ? FrameTimes.variable(seconds, dice.named("times")) : FrameTimes.steady(seconds);
    }

    /** Name as a camcorder would give it, for example {@code M2U00244.mp4}. */
    public String fileName() {
        String ending = number % KINDS == AVI ? "avi" : variableRate() ? "mkv" : "mp4";
        return "M2U%05d.%s".formatted(FIRST_STEM + number, ending);
    }

    public Codec codec() {
        return number % KINDS == AVI ? Codec.MPEG4 : Codec.H264;
    }

    /** True when frames are lost and come early or late. */
    public final boolean variableRate() {
        return number % KINDS == VARIABLE_MKV;
    }

    /** Wall-clock time of the first frame. */
    public Instant startedAt() {
        return FIRST_START.plus(Duration.ofDays(number));
    }

    public int frames() {
        return times.frames();
    }

    /** When a frame starts, in microseconds since the first. */
    public long microsOf(int frame) {
        return times.microsOf(frame);
    }

    public List<DemoCage> cages() {
        return cages;
    }

    /** Every seizure and action unit of every cage, by cage, then by start. */
    public List<DemoMark> truth() {
        return cages.stream()
                .flatMap(cage -> cage.script().marks(cage.position()).stream())
                .toList();
    }

    /** Paints single frames, for looking at them. */
    FramePainter painter() {
        return new FramePainter(cages, light, dice);
    }

    /**
     * Makes the video file. One thread of its own paints a few frames ahead while the caller's encodes; what was begun is
     * deleted when it fails or is cancelled.
     *
     * @param folder that exists
     * @return the file
     * @throws VideoException when the disk or the encoder refuses
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public Path write(Videos videos, Path folder, Progress progress) throws VideoException {
        Path file = folder.resolve(fileName());
        VideoSpec spec = new VideoSpec(FramePainter.WIDTH, FramePainter.HEIGHT, FrameTimes.RATE, KEY_DISTANCE, codec());
        FramePainter painter = painter();
        Queue<YuvPicture> free = new ArrayDeque<>();
        for (int i = 0; i < AHEAD; i++) {
            free.add(new YuvPicture(spec.width(), spec.height()));
        }
        Queue<CompletableFuture<YuvPicture>> painted = new ArrayDeque<>();
        try (VideoWriter writer = videos.create(file, spec);
                Lane painting = new Lane("demo-painting")) {
            int ordered = 0;
            for (int frame = 0; frame < frames(); frame++) {
                progress.check();
                while (ordered < frames() && !free.isEmpty()) {
                    painted.add(ordered(painting, painter, ordered++, free.remove()));
                }
                YuvPicture picture = painted.remove().join();
                writer.write(picture, microsOf(frame));
                free.add(picture);
                if (frame % FrameTimes.RATE == 0) {
                    progress.report((double) frame / frames(), "painting " + fileName());
                }
            }
            writer.finish();
            progress.report(1, "painted " + fileName());
            return file;
        } catch (CompletionException failed) {
            throw new VideoException("The demo recording " + file + " could not be painted.", failed);
        }
    }

    private CompletableFuture<YuvPicture> ordered(Lane painting, FramePainter painter, int frame, YuvPicture picture) {
        return painting.submit(() -> {
            painter.paint(frame, microsOf(frame), picture);
            return picture;
        });
    }
}
