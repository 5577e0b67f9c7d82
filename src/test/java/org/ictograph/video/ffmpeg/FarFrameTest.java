package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.ictograph.model.FrameRate;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Long groups of pictures with frames that nothing refers to: leaving those out on the way and decoding ahead of a step
 * backwards must not change any frame. Needs a system's ffmpeg, since ours encodes no such frames.
 */
class FarFrameTest {
    private static final int FRAMES = 330;
    private static final String PLAIN = "-c:v libx264 -preset veryfast -crf 23 -g 120 -bf 3 -b-pyramid normal";
    private static final String OPEN = PLAIN + " -x264-params open-gop=1:scenecut=0";
    private static final String PART_2 = "-c:v mpeg4 -q:v 3 -g 120 -bf 2";
    private static final String MPEG_2 = "-c:v mpeg2video -q:v 3 -g 60 -bf 2 -r 30";

    @TempDir
    Path folder;

    private final Videos videos = new FfmpegVideos();

    private Path film(String name, String encoding) throws Exception {
        Path ffmpeg = Path.of("/usr/bin/ffmpeg");
        Assumptions.assumeTrue(Files.isExecutable(ffmpeg));
        Path film = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-f", "rawvideo"));
        command.addAll(List.of("-pix_fmt", "gray", "-video_size", Clips.WIDTH + "x" + Clips.HEIGHT));
        command.addAll(List.of("-framerate", Integer.toString(Clips.RATE), "-i", "-", "-pix_fmt", "yuv420p"));
        command.addAll(List.of(encoding.split(" ")));
        command.add(film.toString());
        Process encoder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        YuvPicture picture = new YuvPicture(Clips.WIDTH, Clips.HEIGHT);
        try (OutputStream pixels = new BufferedOutputStream(encoder.getOutputStream())) {
            for (int frame = 0; frame < FRAMES; frame++) {
                Clips.paint(picture, frame);
                pixels.write(picture.y());
            }
        }
        Assumptions.assumeTrue(encoder.waitFor() == 0, "this ffmpeg cannot write it");
        return film;
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp4, " + PLAIN,
        "a.mkv, " + PLAIN,
        "a.ts, " + PLAIN,
        "a.avi, " + PLAIN,
        "o.mp4, " + OPEN,
        "o.mkv, " + OPEN,
        "p.mp4, " + PART_2,
        "p.mkv, " + PART_2,
        "q.avi, " + PART_2 + " -vtag DX50",
        "m.mpg, " + MPEG_2,
        "m.ts, " + MPEG_2
    })
    void everyWayToAFrameGivesTheSameFrame(String name, String encoding) throws Exception {
        Path film = film(name, encoding);
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        long[] truth = truth(film, index);
        assertEquals(FRAMES, index.frames());
        compare(film, index, truth);
        compare(film, index.at(new FrameRate(25, 1)), truth);
    }

    private void compare(Path film, FrameIndex index, long[] truth) throws Exception {
        Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
        Random random = new Random(3);
        try (FrameReader reader = videos.open(film, index)) {
            for (int i = 0; i < 40; i++) {
                int frame = random.nextInt(FRAMES);
                try (FrameReader fresh = videos.open(film, index)) {
                    fresh.read(frame, picture);
                }
                assertEquals(truth[frame], sum(picture), "fresh, frame " + frame);
                for (int step : new int[] {0, 1, -1, -2, -20}) {
                    int at = Math.max(0, Math.min(FRAMES - 1, frame + step));
                    reader.read(at, picture);
                    assertEquals(truth[at], sum(picture), "frame " + at);
                }
            }
        }
        try (FrameReader reader = videos.open(film, index)) {
            for (int frame = FRAMES - 1; frame >= 0; frame--) {
                reader.read(frame, picture);
                assertEquals(truth[frame], sum(picture), "backwards, frame " + frame);
            }
        }
    }

    /** The frames of a decode from the start, checked by their bar code. */
    private long[] truth(Path film, FrameIndex index) throws Exception {
        long[] micros = new long[index.frames()];
        Arrays.setAll(micros, index::microsOf);
        long[] sums = new long[index.frames()];
        Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
        FrameIndex plain = new FrameIndex(micros, new boolean[micros.length], index.duration());
        try (FrameReader reader = videos.open(film, plain)) {
            for (int frame = 0; frame < sums.length; frame++) {
                reader.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
                sums[frame] = sum(picture);
            }
        }
        return sums;
    }

    private static long sum(Picture picture) {
        CRC32C sum = new CRC32C();
        sum.update(picture.bgra());
        return sum.getValue();
    }
}
