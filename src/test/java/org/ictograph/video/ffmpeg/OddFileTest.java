package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ictograph.model.FrameRate;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.FrameReport;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that grow, vanish, lie or hold next to nothing: a sentence each, and what can be read is read. */
class OddFileTest {
    private static final long DAY = 86_400_000_000L;

    @TempDir
    Path folder;

    private final Videos videos = videos();
    private final Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);

    /** The same must hold for video that comes another way. */
    Videos videos() {
        return new FfmpegVideos();
    }

    private Path film(String name, int frames) throws VideoException {
        Path file = folder.resolve(name);
        Clips.write(videos, file, Codec.MPEG4, frames, Clips::constant);
        return file;
    }

    private FrameIndex indexed(Path file) throws VideoException {
        return videos.index(file, Optional.of(folder.resolve("cache")), Progress.NONE);
    }

    private static String sentence(VideoException refusal) {
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.endsWith("."), sentence);
        return sentence;
    }

    @Test
    void aGrowingFileIsReadAsFarAsItIsCompleteAndAnewWhenItHasGrown() throws Exception {
        byte[] whole = Files.readAllBytes(film("whole.avi", 60));
        Path growing = Files.write(folder.resolve("growing.avi"), Arrays.copyOf(whole, whole.length / 2));
        FrameIndex half = indexed(growing);
        String before = videos.fingerprint(growing);
        assertTrue(half.frames() > 15 && half.frames() < 45, "frames " + half.frames());
        try (FrameReader reader = videos.open(growing, half)) {
            reader.read(10, picture);
            Files.write(growing, Arrays.copyOf(whole, whole.length * 3 / 4));
            reader.read(half.frames() - 2, picture);
            assertEquals(half.frames() - 2, BarCode.read(picture), "the old index still holds");
        }
        assertNotEquals(before, videos.fingerprint(growing));
        assertTrue(indexed(growing).frames() > half.frames(), "the kept index of the shorter file is not taken");
        Files.write(growing, whole);
        assertEquals(60, indexed(growing).frames());
    }

    @Test
    void whatGrowsWhileItIsLookedAtIsSaidToGrow() throws Exception {
        Path file = film("whole.avi", 60);
        byte[] whole = Files.readAllBytes(file);
        Path growing = Files.write(folder.resolve("growing.avi"), Arrays.copyOf(whole, whole.length / 2));
        AtomicBoolean looked = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> camera = CompletableFuture.runAsync(() -> film(growing, begun, looked));
        begun.await();
        VideoFacts facts = videos.probe(growing, Progress.NONE);
        looked.set(true);
        camera.join();
        assertTrue(facts.report().has(Kind.GROWING));
        assertFalse(videos.probe(file, Progress.NONE).report().has(Kind.GROWING));
    }

    /** A camera that goes on until somebody has looked; a decoder process reports too late to be waited for. */
    private static void film(Path growing, CountDownLatch begun, AtomicBoolean looked) {
        try {
            while (!looked.get()) {
                Files.write(growing, new byte[64], StandardOpenOption.APPEND);
                begun.countDown();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void afterADiskVanishesAndReturnsReadingGoesOn() throws Exception {
        Path file = film("share.avi", 120);
        byte[] whole = Files.readAllBytes(file);
        FrameIndex index = indexed(file);
        try (FrameReader reader = videos.open(file, index)) {
            reader.read(3, picture);
            // The open file reads nothing any more, as when a share is disconnected, and has no name.
            Files.write(file, new byte[0]);
            Files.delete(file);
            String gone = sentence(assertThrows(VideoException.class, () -> reader.read(100, picture)));
            assertTrue(gone.contains("“share.avi”"), gone);
            assertTrue(gone.contains("disk"), gone);
            assertThrows(VideoException.class, () -> reader.read(60, picture));
            Files.write(file, whole);
            for (int frame : new int[] {100, 20, 119, 60}) {
                reader.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
            }
        }
    }

    @Test
    void aHeaderAloneHoldsNoFrame() throws Exception {
        byte[] whole = Files.readAllBytes(film("whole.avi", 3));
        int movie = new String(whole, StandardCharsets.ISO_8859_1).indexOf("movi");
        Path header = Files.write(folder.resolve("header.avi"), Arrays.copyOf(whole, movie + 4));
        String none = sentence(assertThrows(VideoException.class, () -> indexed(header)));
        assertTrue(none.contains("“header.avi”"), none);
        byte[] mp4 = Files.readAllBytes(film("whole.mp4", 3));
        Path start = Files.write(folder.resolve("header.mp4"), Arrays.copyOf(mp4, 32));
        String cut = sentence(assertThrows(VideoException.class, () -> indexed(start)));
        assertTrue(cut.contains("“header.mp4”"), cut);
    }

    @Test
    void aLineOfAHundredThousandPixelsIsRefused() throws Exception {
        byte[] avi = Files.readAllBytes(film("whole.avi", 3));
        int format = new String(avi, StandardCharsets.ISO_8859_1).indexOf("strf") + 8;
        ByteBuffer.wrap(avi)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(format + 4, 100_000)
                .putInt(format + 8, 1);
        Path line = Files.write(folder.resolve("line.avi"), avi);
        String refused = sentence(assertThrows(VideoException.class, () -> indexed(line)));
        assertTrue(refused.contains("100000×1"), refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.mp4", "one.avi", "one.mkv", "one.mpg"})
    void oneFrameIsAFilm(String name) throws Exception {
        Path file = film(name, 1);
        VideoFacts facts = videos.probe(file, Progress.NONE);
        assertEquals(1, facts.frames());
        assertTrue(facts.durationMicros() > 0);
        FrameIndex index = indexed(file);
        assertEquals(0, index.frameAt(DAY));
        try (FrameReader reader = videos.open(file, index)) {
            reader.read(0, picture);
            assertEquals(0, BarCode.read(picture));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast.mp4", "fast.mkv", "fast.ts"})
    void aThousandFramesPerSecondKeepTheirTimes(String name) throws Exception {
        Path file = folder.resolve(name);
        assertTrue(new Film("mpeg4", 2, false).write(file, 60, n -> n * 1000L, n -> n * 1000L));
        VideoFacts facts = videos.probe(file, Progress.NONE);
        assertEquals(60, facts.frames());
        assertEquals(1000, facts.timing().measuredRate(), 1);
        FrameIndex index = indexed(file);
        for (int frame = 0; frame < 60; frame++) {
            assertTrue(Math.abs(index.microsOf(frame) - frame * 1000L) <= 20, "frame " + frame);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"day.mkv", "day.ts"})
    void aJumpOfADayIsAGap(String name) throws Exception {
        Path file = folder.resolve(name);
        assertTrue(new Film("mpeg4", 2, false).write(file, 60, OddFileTest::aDayLater, OddFileTest::aDayLater));
        FrameReport report = videos.probe(file, Progress.NONE).report();
        Finding gap = report.of(Kind.GAP).orElseThrow();
        assertEquals(1, gap.count());
        assertTrue(gap.sentence().contains("24:00:01.200"), gap.sentence());
        FrameIndex index = indexed(file);
        assertEquals(60, index.frames());
        assertEquals(1, index.gaps().spans().size());
        try (FrameReader reader = videos.open(file, index)) {
            for (int frame : new int[] {45, 5, 30, 29, 59}) {
                reader.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
            }
        }
    }

    private static long aDayLater(int frame) {
        return frame * 40_000L + (frame < 30 ? 0 : DAY);
    }

    @Test
    void aStatedRateChangesTimesAndNoFrame() throws Exception {
        Path file = film("fast.mp4", 60);
        FrameIndex stamped = indexed(file);
        for (String rate : new String[] {"60", "7", "30000/1001"}) {
            FrameIndex stated = stamped.at(FrameRate.parse(rate));
            try (FrameReader reader = videos.open(file, stated)) {
                for (int frame : new int[] {40, 3, 59, 30, 31}) {
                    reader.read(frame, picture);
                    assertEquals(frame, BarCode.read(picture), rate);
                }
            }
        }
    }
}
