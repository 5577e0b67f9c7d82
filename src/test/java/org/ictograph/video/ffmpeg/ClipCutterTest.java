package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.CutClip;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipCutterTest {
    private static final Box WHOLE = new Box(0, 0, Clips.WIDTH, Clips.HEIGHT);
    private static final Box LOWER = new Box(20, 40, 100, 80);

    private final Videos videos = videos();

    /** The same must hold for video that comes another way. */
    Videos videos() {
        return new FfmpegVideos();
    }

    @TempDir
    Path folder;

    private Path source = Path.of("");

    @BeforeEach
    void source() throws Exception {
        source = folder.resolve("source.mp4");
        Clips.write(videos, source, Codec.H264, 150, Clips::constant);
    }

    /** What the packets of a clip say of its frames, before any is decoded, is what a survey finds. */
    @Test
    void timesOfAClipAreKnownWithoutDecoding() throws Exception {
        for (Codec codec : Codec.values()) {
            Path clip = folder.resolve(codec + (codec == Codec.H264 ? ".mp4" : ".avi"));
            Clips.write(videos, clip, codec, 70, Clips::constant);
            FrameIndex surveyed = videos.index(clip, Optional.empty(), Progress.NONE);
            FrameIndex told = videos.times(clip);
            assertEquals(70, told.frames());
            assertEquals(surveyed.duration(), told.duration());
            for (int frame = 0; frame < 70; frame++) {
                assertEquals(surveyed.microsOf(frame), told.microsOf(frame));
            }
            assertFalse(told.seekable());
            assertTrue(surveyed.seekable());
        }
    }

    private List<CutClip> cut(List<ClipOrder> orders, Progress progress) throws VideoException {
        FrameIndex index = videos.index(source, Optional.empty(), Progress.NONE);
        return videos.cut(Reel.of(source, index), orders, progress);
    }

    private ClipOrder order(String name, List<Integer> frames, Box crop, Fit fit, Codec codec) {
        return new ClipOrder(folder.resolve(name), frames, 30, crop, Optional.empty(), fit, 224, codec);
    }

    private static List<Integer> frames(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** All three planes of every frame of a file, cropped. */
    private static List<byte[]> pixels(Path file, Box box) throws VideoException {
        List<byte[]> all = new ArrayList<>();
        AVFrame frame = avutil.av_frame_alloc();
        try (Demuxer demuxer = new Demuxer(file);
                Decoder decoder = new Decoder(demuxer)) {
            while (decoder.next(demuxer, frame)) {
                byte[] planes = new byte[box.width() * box.height() * 3 / 2];
                int to = 0;
                for (int plane = 0; plane < 3; plane++) {
                    int part = plane == 0 ? 1 : 2;
                    for (int y = box.y() / part; y < box.bottom() / part; y++) {
                        frame.data(plane)
                                .position((long) y * frame.linesize(plane) + box.x() / part)
                                .get(planes, to, box.width() / part);
                        to += box.width() / part;
                    }
                }
                all.add(planes);
            }
        } finally {
            avutil.av_frame_free(frame);
        }
        return all;
    }

    private static void assertSame(List<byte[]> expected, List<byte[]> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), found.get(i), "frame " + i);
        }
    }

    @Test
    void losslessNativeClipsHoldTheSourceValueForValue() throws Exception {
        CutClip clip = cut(List.of(order("c.mkv", frames(37, 97), LOWER, Fit.NATIVE, Codec.FFV1)), Progress.NONE)
                .get(0);
        assertEquals(60, clip.frames());
        assertEquals(100, clip.width());
        assertEquals(80, clip.height());
        assertEquals(Double.POSITIVE_INFINITY, clip.firstPsnr());
        assertEquals(Double.POSITIVE_INFINITY, clip.lastPsnr());
        assertSame(pixels(source, LOWER).subList(37, 97), pixels(folder.resolve("c.mkv"), new Box(0, 0, 100, 80)));
    }

    /** Each source frame is shown where the crop lies then, also when the clip shows it twice. */
    @Test
    void aCropThatMovesHoldsTheSourceAtEachOfItsPlaces() throws Exception {
        List<Integer> shown =
                IntStream.range(0, 40).map(i -> 10 + i / 2).boxed().toList();
        List<Box> path = shown.stream()
                .map(frame -> new Box(2 * (frame % 7), 4 * (frame % 5), 100, 80))
                .toList();
        ClipOrder order = order("m.mkv", shown, path.get(0), Fit.NATIVE, Codec.FFV1);
        CutClip clip = cut(List.of(order.along(path)), Progress.NONE).get(0);
        assertEquals(Double.POSITIVE_INFINITY, clip.lastPsnr());
        List<byte[]> found = pixels(folder.resolve("m.mkv"), new Box(0, 0, 100, 80));
        assertEquals(40, found.size());
        for (int i = 0; i < 40; i++) {
            assertArrayEquals(pixels(source, path.get(i)).get(shown.get(i)), found.get(i), "frame " + i);
        }
        assertThrows(
                IllegalArgumentException.class, () -> cut(List.of(order.along(path.subList(1, 40))), Progress.NONE));
        List<Box> outside = new ArrayList<>(path);
        outside.set(39, new Box(Clips.WIDTH - 98, 0, 100, 80));
        assertThrows(VideoException.class, () -> cut(List.of(order.along(outside)), Progress.NONE));
    }

    @Test
    void benchmarkClipsHaveExactlyTheOrderedFramesSizeAndRate() throws Exception {
        List<Integer> repeated = IntStream.range(0, 300).map(i -> i / 2).boxed().toList();
        Path file = folder.resolve("deep/er/c.avi");
        ClipOrder order = new ClipOrder(file, repeated, 30, WHOLE, Optional.empty(), Fit.PADDED, 224, Codec.MPEG4);
        CutClip clip = cut(List.of(order), Progress.NONE).get(0);
        assertEquals(300, clip.frames());
        assertEquals(224, clip.width());
        assertEquals(224, clip.height());
        assertTrue(clip.firstPsnr() > 30 && clip.lastPsnr() > 30, clip.toString());
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        assertEquals(300, index.frames());
        assertEquals(10_000_000, index.duration());
    }

    @Test
    void paddedClipsAreBlackBesideThePicture() throws Exception {
        cut(List.of(order("p.mkv", frames(0, 2), WHOLE, Fit.PADDED, Codec.FFV1)), Progress.NONE);
        byte[] planes = pixels(folder.resolve("p.mkv"), new Box(0, 0, 224, 224)).get(0);
        // 192 × 144 becomes 224 × 168, between two bars of 28 rows.
        for (int x = 0; x < 224; x++) {
            assertEquals(16, planes[27 * 224 + x]);
            assertEquals(16, planes[196 * 224 + x]);
        }
        assertTrue((planes[100 * 224 + 112] & 0xff) > 40);
        assertEquals((byte) 128, planes[224 * 224]);
    }

    /** JPEG has the full range of values (ITU-T T.871): black is 0, and y of the source becomes (y - 16) · 255 / 219. */
    @Test
    void motionJpegHoldsThePictureInFullRange() throws Exception {
        CutClip clip = cut(
                        List.of(
                                order("j.avi", frames(40, 70), WHOLE, Fit.PADDED, Codec.MJPEG),
                                order("l.mkv", frames(40, 70), WHOLE, Fit.PADDED, Codec.FFV1)),
                        Progress.NONE)
                .get(0);
        assertEquals(30, clip.frames());
        assertTrue(clip.firstPsnr() > 40 && clip.lastPsnr() > 40, clip.toString());
        Box square = new Box(0, 0, 224, 224);
        List<byte[]> jpegs = pixels(folder.resolve("j.avi"), square);
        List<byte[]> exact = pixels(folder.resolve("l.mkv"), square);
        for (int frame = 0; frame < 30; frame++) {
            assertEquals(0, jpegs.get(frame)[10 * 224 + 100], "black");
            double off = 0;
            for (int i = 0; i < 224 * 224; i++) {
                double full = ((exact.get(frame)[i] & 0xff) - 16) * 255 / 219.0;
                off += Math.abs(Math.max(0, Math.min(255, full)) - (jpegs.get(frame)[i] & 0xff));
            }
            assertTrue(off / (224 * 224) < 2, frame + ": " + off / (224 * 224));
        }
        cut(List.of(order("again.avi", frames(40, 70), WHOLE, Fit.PADDED, Codec.MJPEG)), Progress.NONE);
        assertArrayEquals(
                java.nio.file.Files.readAllBytes(folder.resolve("j.avi")),
                java.nio.file.Files.readAllBytes(folder.resolve("again.avi")));
    }

    @Test
    void centreCropTakesTheMiddleSquare() throws Exception {
        ClipOrder middle = order("m.mkv", frames(0, 3), WHOLE, Fit.CENTRE_CROP, Codec.FFV1);
        ClipOrder square = new ClipOrder(
                middle.file(), middle.frames(), 30, WHOLE, Optional.empty(), Fit.CENTRE_CROP, 144, Codec.FFV1);
        cut(List.of(square), Progress.NONE);
        assertSame(
                pixels(source, new Box(24, 0, 144, 144)).subList(0, 3),
                pixels(folder.resolve("m.mkv"), new Box(0, 0, 144, 144)));
    }

    @Test
    void masksArePaintedOver() throws Exception {
        ClipOrder order = new ClipOrder(
                folder.resolve("k.mkv"),
                frames(0, 2),
                30,
                LOWER,
                Optional.of(new Box(31, 50, 21, 20)),
                Fit.NATIVE,
                224,
                Codec.FFV1);
        cut(List.of(order), Progress.NONE);
        byte[] planes = pixels(folder.resolve("k.mkv"), new Box(0, 0, 100, 80)).get(0);
        byte[] truth = pixels(source, LOWER).get(0);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 100; x++) {
                // The mask reaches from 31,50 to 52,70 in the source; widened to even pixels it starts at 30.
                boolean masked = x >= 10 && x < 32 && y >= 10 && y < 30;
                assertEquals(masked ? 16 : truth[y * 100 + x], planes[y * 100 + x], x + "," + y);
            }
        }
    }

    @Test
    void overlappingDistantAndDisorderedClipsAllGetTheirFrames() throws Exception {
        List<ClipOrder> orders = List.of(
                order("a.mkv", frames(120, 150), LOWER, Fit.NATIVE, Codec.FFV1),
                order("b.mkv", frames(0, 30), LOWER, Fit.NATIVE, Codec.FFV1),
                order("c.mkv", frames(10, 40), WHOLE, Fit.NATIVE, Codec.FFV1),
                order("d.mkv", List.of(5, 5, 20, 149), LOWER, Fit.NATIVE, Codec.FFV1),
                order("e.avi", frames(0, 1), LOWER, Fit.PADDED, Codec.MPEG4));
        List<CutClip> clips = cut(orders, Progress.NONE);
        Box box = new Box(0, 0, 100, 80);
        List<byte[]> truth = pixels(source, LOWER);
        assertEquals(orders, clips.stream().map(CutClip::order).toList());
        assertSame(truth.subList(120, 150), pixels(folder.resolve("a.mkv"), box));
        assertSame(truth.subList(0, 30), pixels(folder.resolve("b.mkv"), box));
        assertSame(pixels(source, WHOLE).subList(10, 40), pixels(folder.resolve("c.mkv"), WHOLE));
        assertSame(
                List.of(truth.get(5), truth.get(5), truth.get(20), truth.get(149)),
                pixels(folder.resolve("d.mkv"), box));
        assertEquals(1, clips.get(4).frames());
    }

    @Test
    void noClipIsMadeOfAFrameThatIsGreyOrBlackAndItsNumberIsTold() throws Exception {
        for (int shade : new int[] {16, 128}) {
            VideoSpec spec = new VideoSpec(Clips.WIDTH, Clips.HEIGHT, Clips.RATE, Clips.KEY_DISTANCE, Codec.FFV1);
            Path lost = folder.resolve("lost-" + shade + ".mkv");
            try (VideoWriter writer = videos.create(lost, spec)) {
                YuvPicture picture = new YuvPicture(Clips.WIDTH, Clips.HEIGHT);
                for (int frame = 0; frame < 20; frame++) {
                    Clips.paint(picture, frame);
                    if (frame == 13) {
                        Arrays.fill(picture.y(), (byte) shade);
                    }
                    writer.write(picture, Clips.constant(frame));
                }
                writer.finish();
            }
            source = lost;
            CutClip none = cut(List.of(order("z.avi", frames(5, 20), LOWER, Fit.PADDED, Codec.MPEG4)), Progress.NONE)
                    .get(0);
            assertEquals(Optional.of(13), none.blank());
            assertFalse(Files.exists(folder.resolve("z.avi")));
            assertEquals(
                    8,
                    cut(List.of(order("y.avi", frames(5, 13), LOWER, Fit.PADDED, Codec.MPEG4)), Progress.NONE)
                            .get(0)
                            .frames());
        }
    }

    @Test
    void cancellingLeavesNoFile() throws Exception {
        List<ClipOrder> orders = IntStream.range(0, 6)
                .mapToObj(i -> order("x" + i + ".avi", frames(i * 20, i * 20 + 30), LOWER, Fit.PADDED, Codec.MPEG4))
                .toList();
        Progress impatient = new Progress() {
            private volatile boolean enough;

            @Override
            public void report(double fraction, String what) {
                enough |= fraction > 0.6;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
        assertThrows(CancellationException.class, () -> cut(orders, impatient));
        assertEquals(List.of("source.mp4"), names());
    }

    @Test
    void aFailureOfOneClipLeavesNone() throws Exception {
        List<ClipOrder> orders = List.of(
                order("good.avi", frames(0, 60), LOWER, Fit.PADDED, Codec.MPEG4),
                order("bad.unknown", frames(50, 60), LOWER, Fit.PADDED, Codec.MPEG4));
        VideoException failure = assertThrows(VideoException.class, () -> cut(orders, Progress.NONE));
        assertTrue(String.valueOf(failure.getMessage()).contains("“bad.unknown”"), failure.getMessage());
        assertEquals(List.of("source.mp4"), names());
    }

    @Test
    void aBoxOutsideThePictureIsRefused() throws Exception {
        ClipOrder order = order("o.avi", frames(0, 3), new Box(100, 100, 100, 100), Fit.PADDED, Codec.MPEG4);
        assertThrows(VideoException.class, () -> cut(List.of(order), Progress.NONE));
        assertFalse(Files.exists(order.file()));
    }

    @Test
    void likenessIsThePeakSignalToNoiseRatio() {
        assertEquals(Double.POSITIVE_INFINITY, ClipFile.psnr(new byte[] {1, 2}, new byte[] {1, 2}));
        // A mean squared error of 1 is 48.1308 dB, of 65025 (black against white) 0 dB.
        assertEquals(48.1308, ClipFile.psnr(new byte[] {1, 2}, new byte[] {2, 3}), 1e-4);
        assertEquals(0, ClipFile.psnr(new byte[] {0}, new byte[] {(byte) 255}), 1e-12);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
