package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.FrameReport;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.FrameReport.Severity;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is odd about a file is said, with where and how much. */
class FrameReportTest {
    private static final int FRAMES = 60;
    private static final Film FILM = new Film("mpeg4", 0, false);

    @TempDir
    Path folder;

    private final Videos videos = new FfmpegVideos();

    private Path film(String name, IntToLongFunction shown) {
        Path file = folder.resolve(name);
        assertTrue(FILM.write(file, FRAMES, shown, n -> n * 40_000L));
        return file;
    }

    private static long constant(int frame) {
        return frame * 40_000L;
    }

    private FrameReport report(Path file) throws VideoException {
        return videos.probe(file, Progress.NONE).report();
    }

    private static Finding found(FrameReport report, Kind kind) {
        return report.of(kind).orElseThrow(() -> new AssertionError(report.toString()));
    }

    /** Sets a number in an MP4 so many bytes after the name of a box. */
    private static void patch(Path file, String box, int after, int number) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
        ByteBuffer.wrap(bytes).putInt(at + box.length() + after, number);
        Files.write(file, bytes);
    }

    @Test
    void aPlainFilmHasNothingToWarnOf() throws Exception {
        FrameReport report = report(film("plain.mkv", FrameReportTest::constant));
        assertTrue(
                report.findings().stream().allMatch(finding -> finding.severity() == Severity.NOTE), report::toString);
        assertEquals(
                "Frames are reached from the key frame before them; at 5 places they were compared with a longer decode "
                        + "and are equal.",
                found(report, Kind.SEEKING).sentence());
    }

    @Test
    void duplicatesAndAnOffsetAreCounted() throws Exception {
        FrameReport report = report(film("twice.mkv", n -> 10_000_000L + constant(n % 10 == 7 ? n - 1 : n)));
        Finding twice = found(report, Kind.DUPLICATE_STAMP);
        assertEquals(6, twice.count());
        assertEquals(Severity.WARNING, twice.severity());
        assertTrue(twice.sentence().contains("6 frames come with the time stamp"), twice.sentence());
        assertTrue(twice.sentence().contains("0:00:00.240"), twice.sentence());
        assertTrue(found(report, Kind.START_OFFSET).sentence().contains("10.080 s")
                || found(report, Kind.START_OFFSET).sentence().contains("10.000 s"));
        assertFalse(report.has(Kind.GAP));
    }

    @Test
    void aTurnedPictureIsSaidToBeTurned() throws Exception {
        Path file = film("turned.mp4", FrameReportTest::constant);
        // The matrix of the track: a quarter turn clockwise is 0 1 −1 0 in 16.16 fixed point.
        patch(file, "tkhd", 40, 0);
        patch(file, "tkhd", 44, 0x10000);
        patch(file, "tkhd", 52, -0x10000);
        patch(file, "tkhd", 56, 0);
        Finding turned = found(report(file), Kind.ROTATED);
        assertTrue(turned.sentence().contains("90° clockwise"), turned.sentence());
    }

    @Test
    void framesThatAnEditListHidesAreNeitherCountedNorShown() throws Exception {
        Path file = film("cut.mp4", FrameReportTest::constant);
        // The list has one entry: how long, from where in the film, how fast. Ten frames of the film's clock are left
        // out.
        patch(file, "elst", 12, 10 * 3600 + 7200);
        Finding hidden = found(report(file), Kind.HIDDEN);
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        assertEquals(FRAMES, index.frames() + hidden.count());
        assertTrue(hidden.count() > 5, hidden.sentence());
        Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
        for (int frame : new int[] {20, 0, index.frames() - 1, 3, 13}) {
            try (FrameReader reader = videos.open(file, index)) {
                reader.read(frame, picture);
                assertEquals(frame + hidden.count(), BarCode.read(picture));
            }
        }
    }

    @Test
    void keyFramesThatAreNoneAreFoundOut() throws Exception {
        Path honest = film("honest.mp4", FrameReportTest::constant);
        // An MP4 without the box that lists key frames says that every frame is one.
        String bytes = new String(Files.readAllBytes(honest), StandardCharsets.ISO_8859_1);
        Path lying = Files.write(
                folder.resolve("lying.mp4"), bytes.replace("stss", "free").getBytes(StandardCharsets.ISO_8859_1));
        Finding seeking = found(report(lying), Kind.SEEKING);
        assertEquals(Severity.WARNING, seeking.severity());
        assertTrue(seeking.sentence().contains("5 key frames that the decoder confirms"), seeking.sentence());
        FrameIndex found = videos.index(lying, Optional.empty(), Progress.NONE);
        assertTrue(found.seekable());
        Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
        for (int frame : new int[] {20, 0, 59, 3, 13}) {
            try (FrameReader reader = videos.open(lying, found)) {
                reader.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
            }
        }
    }
}
