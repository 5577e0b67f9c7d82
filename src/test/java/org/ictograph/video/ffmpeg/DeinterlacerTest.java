package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.CutClip;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.Reel;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of two fields become one picture, from the frame alone. */
class DeinterlacerTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir
    Path folder;

    /** The upper field dark, the lower bright, as when a light goes on between them. */
    private static AVFrame flash(int flags) {
        AVFrame frame = Planes.frame(WIDTH, HEIGHT, avutil.AV_PIX_FMT_YUV420P);
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (i / WIDTH % 2 == 0 ? 40 : 200);
        }
        byte[] grey = new byte[WIDTH * HEIGHT / 4];
        Arrays.fill(grey, (byte) 128);
        Planes.copyIn(luma, frame, 0, WIDTH, HEIGHT);
        Planes.copyIn(grey, frame, 1, WIDTH / 2, HEIGHT / 2);
        Planes.copyIn(grey, frame, 2, WIDTH / 2, HEIGHT / 2);
        frame.flags(flags);
        return frame;
    }

    private static byte[] luma(AVFrame frame) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Planes.copyOut(frame, 0, WIDTH, HEIGHT, luma);
        return luma;
    }

    private static int differentFrom(int brightness, byte[] luma) {
        int count = 0;
        for (byte pixel : luma) {
            count += (pixel & 0xff) == brightness ? 0 : 1;
        }
        return count;
    }

    @Test
    void theFirstFieldIsThePicture() {
        AVFrame upper = flash(AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
        AVFrame lower = flash(AVFrame.AV_FRAME_FLAG_INTERLACED);
        AVFrame whole = flash(0);
        try (Deinterlacer deinterlacer = new Deinterlacer()) {
            byte[] before = luma(upper);
            assertEquals(0, differentFrom(40, luma(deinterlacer.of(upper))));
            assertEquals(0, differentFrom(200, luma(deinterlacer.of(lower))), "nothing stays of the frame before");
            assertSame(whole, deinterlacer.of(whole));
            assertEquals(0, differentFrom(40, luma(deinterlacer.of(upper))));
            assertArrayEquals(before, luma(upper), "the decoded frame stays as it was");
        } finally {
            List.of(upper, lower, whole).forEach(Planes::free);
        }
    }

    @Test
    void screenScanAndClipShowTheSamePicture() throws Exception {
        Path file = folder.resolve("camcorder.mpg");
        assertTrue(new Film("mpeg2video", 2, true).write(file, 60, n -> n * 40_000L, n -> n * 40_000L));
        Videos videos = new FfmpegVideos();
        Finding finding =
                videos.probe(file, Progress.NONE).report().of(Kind.INTERLACED).orElseThrow();
        assertTrue(finding.sentence().contains("first field"), finding.sentence());
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        byte[][] scanned = new byte[60][];
        try (FrameReader reader = videos.open(file, index)) {
            reader.scan(0, 60, (frame, micros, luma) -> scanned[frame] = luma.clone(), Progress.NONE);
        }
        try (FrameReader reader = videos.open(file, index)) {
            reader.scan(
                    31,
                    32,
                    (frame, micros, luma) -> assertArrayEquals(scanned[31], luma, "after a seek"),
                    Progress.NONE);
        }
        Box all = new Box(0, 0, Clips.WIDTH, Clips.HEIGHT);
        Path clip = folder.resolve("clip.avi");
        ClipOrder order =
                new ClipOrder(clip, List.of(30, 31, 32), 25, all, Optional.empty(), Fit.NATIVE, 0, Codec.FFV1);
        CutClip cut =
                videos.cut(Reel.of(file, index), List.of(order), Progress.NONE).get(0);
        assertEquals(3, cut.frames());
        FrameIndex clipIndex = videos.index(clip, Optional.empty(), Progress.NONE);
        try (FrameReader reader = videos.open(clip, clipIndex)) {
            reader.scan(
                    0, 3, (n, micros, luma) -> assertArrayEquals(scanned[30 + n], luma, "clip " + n), Progress.NONE);
        }
    }

    /**
     * With {@code -Dframes.program=/path/to/ffmpeg}: every pixel as that program makes it. It must be FFmpeg 8, for older ones
     * weigh edges differently.
     */
    @Test
    void picturesEqualThoseOfTheFfmpegProgram() throws Exception {
        String program = System.getProperty("frames.program", "");
        assumeFalse(program.isEmpty(), "give -Dframes.program=ffmpeg");
        Path file = folder.resolve("camcorder.mpg");
        assertTrue(new Film("mpeg2video", 2, true).write(file, 60, n -> n * 40_000L, n -> n * 40_000L));
        Path raw = folder.resolve("camcorder.raw");
        Process made = new ProcessBuilder(
                        program,
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-fps_mode",
                        "passthrough",
                        "-vf",
                        "estdif=mode=frame",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "yuv420p",
                        raw.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertEquals(0, made.waitFor(), () -> "see " + folder.resolve("said"));
        byte[] pixels = Files.readAllBytes(raw);
        int size = Clips.WIDTH * Clips.HEIGHT;
        assertEquals(60 * size * 3 / 2, pixels.length);
        Videos videos = new FfmpegVideos();
        try (FrameReader reader = videos.open(file, videos.index(file, Optional.empty(), Progress.NONE))) {
            reader.scan(
                    0,
                    60,
                    (frame, micros, luma) -> assertArrayEquals(
                            Arrays.copyOfRange(pixels, frame * size * 3 / 2, frame * size * 3 / 2 + size),
                            luma,
                            "frame " + frame),
                    Progress.NONE);
        }
    }
}
