package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    @TempDir
    Path folder;

    private final Videos videos = videos();

    /** The same must hold for video that comes another way. */
    Videos videos() {
        return new FfmpegVideos();
    }

    private Path film = Path.of("");

    @BeforeEach
    void film() throws Exception {
        film = folder.resolve("film.mp4");
        Clips.write(videos, film, Codec.H264, 61, Clips::constant);
    }

    @Test
    void factsOfAPlainFilm() throws Exception {
        VideoFacts facts = videos.probe(film, Progress.NONE);
        assertTrue(facts.coding().container().contains("mp4"));
        assertEquals("h264", facts.coding().codec());
        assertEquals("yuv420p", facts.coding().pixelFormat());
        assertEquals(List.of(192, 144, 61), List.of(facts.width(), facts.height(), facts.frames()));
        assertEquals(2_033_333, facts.durationMicros());
        assertEquals(30, facts.timing().nominalRate(), 1e-9);
        assertEquals(30, facts.timing().measuredRate(), 1e-4);
        assertEquals(3, facts.timing().keyFrames());
        assertEquals(25, facts.timing().longestKeyDistance());
        assertEquals(
                List.of(Kind.SEEKING),
                facts.report().findings().stream().map(Finding::kind).toList());
        assertFalse(facts.audio());
        assertTrue(facts.timing().randomAccess());
        assertEquals(Files.size(film), facts.bytes());
        assertEquals(videos.fingerprint(film), facts.fingerprint());
    }

    @Test
    void factsOfAWebcamFilm() throws Exception {
        Path webcam = folder.resolve("webcam.mkv");
        Clips.write(videos, webcam, Codec.H264, 60, frame -> Clips.variable(frame) + (frame >= 30 ? 500_000L : 0));
        VideoFacts facts = videos.probe(webcam, Progress.NONE);
        assertTrue(facts.report().has(Kind.VARIABLE_RATE));
        Finding gap = facts.report().of(Kind.GAP).orElseThrow();
        assertEquals(1, gap.count());
        assertTrue(Math.abs(Clips.variable(30) + 500_000L - gap.at().get(0)) <= 1000);
        assertTrue(gap.sentence().contains("at 0:00:01."), gap.sentence());
        assertEquals(1, facts.timing().timeBaseNum());
        assertEquals(1000, facts.timing().timeBaseDen());
        assertTrue(
                facts.timing().measuredRate() < 22, "measured " + facts.timing().measuredRate());
    }

    @Test
    void aKeptIndexIsUsedAgainAndADamagedOneMadeAnew() throws Exception {
        Path cache = folder.resolve("a/cache");
        FrameIndex first = videos.index(film, Optional.of(cache), Progress.NONE);
        Path kept;
        try (var files = Files.list(cache)) {
            kept = files.toList().get(0);
        }
        assertTrue(kept.getFileName().toString().startsWith(videos.fingerprint(film)));
        FrameIndex second = videos.index(film, Optional.of(cache), refusing());
        same(first, second);
        byte[] bytes = Files.readAllBytes(kept);
        for (int at = 0; at < bytes.length; at += 5) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(kept, damaged);
            assertTrue(new IndexCache(cache, videos.fingerprint(film)).read().isEmpty(), "damaged at " + at);
        }
        same(first, videos.index(film, Optional.of(cache), Progress.NONE));
        assertArrayEquals(bytes, Files.readAllBytes(kept));
    }

    /** Stops whoever looks at packets. */
    private static Progress refusing() {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
    }

    private static void same(FrameIndex expected, FrameIndex found) {
        assertEquals(expected.frames(), found.frames());
        assertEquals(expected.duration(), found.duration());
        assertEquals(expected.keys(), found.keys());
        for (int frame = 0; frame < expected.frames(); frame++) {
            assertEquals(expected.microsOf(frame), found.microsOf(frame));
            assertEquals(expected.isKey(frame), found.isKey(frame));
        }
        for (int key = 0; key < expected.keys(); key++) {
            assertEquals(expected.keyStamp(key), found.keyStamp(key));
        }
    }

    @Test
    void indexingAndScanningCanBeCancelled() throws Exception {
        assertThrows(CancellationException.class, () -> videos.index(film, Optional.empty(), refusing()));
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        try (FrameReader reader = videos.open(film, index)) {
            assertThrows(
                    CancellationException.class, () -> reader.scan(0, 61, (frame, micros, luma) -> {}, refusing()));
        }
    }

    @Test
    void theFingerprintFollowsTheContentAndNotTheName() throws Exception {
        Path copy = Files.copy(film, folder.resolve("copy.bin"));
        assertEquals(videos.fingerprint(film), videos.fingerprint(copy));
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length - 1] ^= 1;
        Files.write(copy, bytes);
        assertNotEquals(videos.fingerprint(film), videos.fingerprint(copy));
        // SHA-256 of eight zero bytes (the size) and nothing else.
        assertEquals(
                "af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc",
                videos.fingerprint(Files.write(copy, new byte[0])));
    }

    @Test
    void picturesAreWrittenAsPng() throws Exception {
        Picture picture = new Picture(3, 2);
        byte[] red = {0, 0, (byte) 255, (byte) 255};
        System.arraycopy(red, 0, picture.bgra(), 0, 4);
        Path png = folder.resolve("deep/picture.png");
        videos.writePng(picture, png);
        byte[] bytes = Files.readAllBytes(png);
        assertEquals((byte) 0x89, bytes[0]);
        assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
        // The header names width, height, 8 bits and colour type 2 (red, green, blue).
        assertArrayEquals(new byte[] {0, 0, 0, 3, 0, 0, 0, 2, 8, 2}, Arrays.copyOfRange(bytes, 16, 26));
        try (var files = Files.list(png.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void theLibraryIsNamed() {
        assertTrue(videos.libraryVersion().startsWith("FFmpeg "));
    }
}
