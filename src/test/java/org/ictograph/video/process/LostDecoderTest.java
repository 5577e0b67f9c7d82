package org.ictograph.video.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoders that really hang and crash, and what is left afterwards. */
class LostDecoderTest {
    /** A crash takes its time on a busy machine, since it writes a report. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LITTLE = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @TempDir
    Path reports;

    private ProcessVideos videos;
    private final Picture picture = Film.picture();

    @BeforeEach
    void startProcess() {
        videos = started(PATIENCE);
    }

    private ProcessVideos started(Duration patience) {
        return new ProcessVideos(new FfmpegVideos(), FaultyDecoder.class, patience, reports);
    }

    private void bePatientForLittle() {
        videos.close();
        videos = started(LITTLE);
    }

    @AfterEach
    void endProcesses() {
        videos.close();
    }

    private FrameReader opened(String name) throws Exception {
        return videos.open(Film.reel(Film.write(folder.resolve(name))));
    }

    private static String sentence(Executable call) {
        return String.valueOf(assertThrows(VideoException.class, call).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "hang-50.mkv, stopped answering",
        "crash-50.mkv, crashed",
        "exit-50.mkv, crashed",
        "memory-50.mkv, crashed",
    })
    void aFaultCostsOneSentenceAndTheReaderGoesOn(String name, String deed) throws Exception {
        if (name.startsWith("hang")) {
            bePatientForLittle();
        }
        try (FrameReader reader = opened(name)) {
            reader.read(49, picture);
            assertEquals(
                    "The decoder " + deed + " at frame 50 of “" + name
                            + "” and was started again. Go on at another place.",
                    sentence(() -> reader.read(50, picture)));
            reader.read(51, picture);
            assertEquals(51, Film.shown(picture));
            assertEquals(40, reader.readKey(49, picture));
            assertEquals(40, Film.shown(picture));
        }
    }

    @Test
    void theReportOfACrashLiesWhereItBelongs() throws Exception {
        try (FrameReader reader = opened("crash-50.mkv")) {
            sentence(() -> reader.read(50, picture));
        }
        videos.close();
        assertEquals(1, count(reports, "ictograph-decoder-\\d+.log"));
        assertEquals(0, count(reports, ".*txt"));
        assertEquals(0, count(Path.of("").toAbsolutePath(), "hs_err.*|core.*"));
    }

    private static long count(Path folder, String names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(names))
                    .count();
        }
    }

    @Test
    void aFrameThatTwoDecodersDidNotSurviveIsNotTriedAgain() throws Exception {
        try (FrameReader reader = opened("crash-55.mkv")) {
            assertTrue(sentence(() -> reader.read(55, picture)).contains("crashed at frame 55"));
            assertTrue(sentence(() -> reader.read(55, picture)).contains("crashed at frame 55"));
            String refused = "Frame 55 of “crash-55.mkv” made the decoder stop twice and is not tried again. "
                    + "Go on at another place.";
            assertEquals(refused, sentence(() -> reader.read(55, picture)));
            assertEquals(refused, sentence(() -> reader.scan(50, 60, (frame, at, luma) -> {}, Progress.NONE)));
            // What follows in the same group needs it; what comes before and in other groups does not.
            assertTrue(sentence(() -> reader.read(57, picture)).startsWith("Frame 57"));
            for (int frame : new int[] {54, 50, 60, 49}) {
                reader.read(frame, picture);
                assertEquals(frame, Film.shown(picture));
            }
        }
    }

    @Test
    void whoWorksForLongIsNotTakenForOneThatHangs() throws Exception {
        bePatientForLittle();
        try (FrameReader reader = opened("slow-50.mkv")) {
            reader.read(50, picture);
            assertEquals(50, Film.shown(picture));
        }
    }

    @Test
    void aDefectIsNamedAndKeepsTheProcess() throws Exception {
        try (FrameReader reader = opened("defect-50.mkv")) {
            int before = videos.processes();
            IllegalStateException defect = assertThrows(IllegalStateException.class, () -> reader.read(50, picture));
            assertTrue(String.valueOf(defect.getMessage()).contains("a defect"), String.valueOf(defect));
            reader.read(51, picture);
            assertEquals(before, videos.processes());
            assertThrows(IllegalArgumentException.class, () -> reader.read(Film.FRAMES, picture));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "KILL", "SEGV"})
    void aProcessThatIsStruckFromOutsideIsReplaced(String signal) throws Exception {
        bePatientForLittle();
        try (FrameReader reader = opened("a.mkv")) {
            reader.read(10, picture);
            // The waiting one too, so that the first attempt to go on may fail as well.
            for (long pid : pids()) {
                assertEquals(
                        0,
                        new ProcessBuilder("kill", "-" + signal, "" + pid)
                                .start()
                                .waitFor());
            }
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    reader.read(11, picture);
                } catch (VideoException told) {
                    assertTrue(String.valueOf(told.getMessage()).startsWith("The decoder "), String.valueOf(told));
                }
            }
            reader.read(31, picture);
            assertEquals(31, Film.shown(picture));
        }
    }

    private static List<Long> pids() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }

    @Test
    void aScanThatDiesTellsWhere() throws Exception {
        try (FrameReader reader = opened("crash-50.mkv")) {
            List<Integer> seen = new ArrayList<>();
            assertEquals(
                    "The decoder crashed at frame 50 of “crash-50.mkv” and was started again. Go on at another place.",
                    sentence(() -> reader.scan(20, 80, (frame, at, luma) -> seen.add(frame), Progress.NONE)));
            assertEquals(IntStream.range(20, 50).boxed().toList(), seen);
            reader.scan(60, 80, (frame, at, luma) -> assertEquals(Film.brightness(frame), luma[0]), Progress.NONE);
        }
    }

    @Test
    void whatAScanShowedBeforeItDiedIsSeenByAViewerWhoIsLate() throws Exception {
        try (FrameReader reader = opened("crash-50.mkv")) {
            int processes = pids().size();
            List<Integer> seen = new ArrayList<>();
            String told = sentence(() -> reader.scan(
                    20,
                    80,
                    (frame, at, luma) -> {
                        while (pids().size() == processes) {
                            Thread.onSpinWait();
                        }
                        seen.add(frame);
                    },
                    Progress.NONE));
            assertTrue(told.startsWith("The decoder crashed at frame 50 of"), told);
            assertEquals(IntStream.range(20, 50).boxed().toList(), seen);
        }
    }

    @Test
    void aGlanceShowsWhatItShowsInside() throws Exception {
        Path film = Film.write(folder.resolve("a.mkv"));
        List<List<Integer>> seen = new ArrayList<>();
        for (Videos each : List.of(videos, new FfmpegVideos())) {
            List<Integer> frames = Collections.synchronizedList(new ArrayList<>());
            try (FrameReader reader = each.open(Film.reel(film))) {
                reader.glance(
                        200_000,
                        1_000_000,
                        stretch -> (frame, at, luma) -> {
                            assertEquals(at / 1_000_000, stretch);
                            frames.add(frame * 1000 + luma[0]);
                        },
                        Progress.NONE);
            }
            seen.add(frames.stream().sorted().toList());
        }
        assertEquals(20, seen.get(0).size());
        assertEquals(seen.get(1), seen.get(0));
    }

    @Test
    void aScanThatHangsCanBeCancelled() throws Exception {
        try (FrameReader reader = opened("hang-50.mkv")) {
            Stop stop = new Stop();
            assertThrows(
                    CancellationException.class,
                    () -> reader.scan(
                            20,
                            80,
                            (frame, at, luma) -> {
                                stop.now |= frame == 49;
                            },
                            stop));
            reader.read(60, picture);
            assertEquals(60, Film.shown(picture));
        }
    }

    @Test
    void whatTheVisitorThrowsComesOutAndEndsTheScan() throws Exception {
        try (FrameReader reader = opened("a.mkv")) {
            List<Integer> seen = new ArrayList<>();
            IllegalStateException own = assertThrows(
                    IllegalStateException.class,
                    () -> reader.scan(
                            0,
                            Film.FRAMES,
                            (frame, at, luma) -> {
                                seen.add(frame);
                                if (frame == 7) {
                                    throw new IllegalStateException("enough");
                                }
                            },
                            Progress.NONE));
            assertEquals("enough", own.getMessage());
            assertEquals(8, seen.size());
            reader.scan(0, Film.FRAMES, (frame, at, luma) -> seen.add(frame), Progress.NONE);
            assertEquals(8 + Film.FRAMES, seen.size());
        }
    }

    @Test
    void anIndexThatCannotBeMadeIsASentence() throws Exception {
        bePatientForLittle();
        Path file = Film.write(folder.resolve("hang-index.mkv"));
        assertEquals(
                "The decoder stopped answering when it read “hang-index.mkv”; the file is damaged, or its disk does not "
                        + "answer. Check the disk, or leave the file out.",
                sentence(() -> videos.index(file, Optional.empty(), Progress.NONE)));
        assertEquals(Film.FRAMES, videos.probe(file, Progress.NONE).frames());
        assertTrue(sentence(() -> videos.probe(Film.write(folder.resolve("crash-probe.mkv")), Progress.NONE))
                .contains(" when it read “crash-probe.mkv”"));
    }

    @Test
    void clipsOfALostDecoderAreClearedAway() throws Exception {
        Reel deadly = Film.reel(Film.write(folder.resolve("crash-cut.mkv")));
        Box box = new Box(0, 0, Film.WIDTH, Film.HEIGHT);
        List<Integer> frames = IntStream.range(0, Film.FRAMES).boxed().toList();
        Path clip = folder.resolve("clip.mkv");
        ClipOrder order = new ClipOrder(clip, frames, 25, box, Optional.empty(), Fit.NATIVE, 64, Codec.FFV1);
        assertTrue(sentence(() -> videos.cut(deadly, List.of(order), Progress.NONE))
                .contains("crashed"));
        assertFalse(Files.exists(clip));
        Reel harmless = Film.reel(Film.write(folder.resolve("film.mkv")));
        assertEquals(
                Film.FRAMES,
                videos.cut(harmless, List.of(order), Progress.NONE).get(0).frames());
    }

    @Test
    void readersShareFewProcessesAndClosingEndsThem() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (FrameReader reader = opened("a" + i + ".mkv");
                    FrameReader other = opened("b" + i + ".mkv")) {
                reader.read(i, picture);
                other.read(i, picture);
                assertTrue(videos.processes() <= 4, "processes: " + videos.processes());
            }
        }
        videos.close();
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            child.onExit().join();
        }
        assertTrue(sentence(() -> opened("c.mkv")).contains("closed"));
    }

    private static final class Stop implements Progress {
        volatile boolean now;

        @Override
        public void report(double fraction, String what) {}

        @Override
        public boolean cancelled() {
            return now;
        }
    }
}
