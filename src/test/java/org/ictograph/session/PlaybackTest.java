package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ictograph.model.Span;
import org.ictograph.video.Reel;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {
    /** What a screen saw: the number that the player says, and the brightness of the middle of the picture. */
    private record Seen(int frame, int brightness, boolean exact) {}

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final BlockingQueue<Seen> screen = new LinkedBlockingQueue<>();
    private final List<Span> watched = new ArrayList<>();
    private Bench bench;
    private Playback playback;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        playback = new Playback(bench.videos, Runnable::run, nanos::get);
        playback.onFrame(shown -> screen.add(new Seen(
                shown.frame(), shown.picture().bgra()[(32 * 128 + 64) * 4 + 1] & 0xff, shown.exact())));
        playback.onWatched((span, speed) -> watched.add(span));
        playback.open(() -> Reel.of(bench.video, bench.videos.index(bench.video, Optional.empty(), Progress.NONE)))
                .join();
        assertEquals(0, next().frame());
    }

    @AfterEach
    void close() {
        playback.close();
        bench.close();
    }

    @Test
    void theFrameThatIsShownIsTheFrameThatIsNamed() throws Exception {
        int[] brightness = new int[Bench.FRAMES];
        for (int frame = 0; frame < Bench.FRAMES; frame++) {
            playback.seekFrame(frame);
            Seen seen = next();
            assertEquals(frame, seen.frame());
            brightness[frame] = seen.brightness();
        }
        for (int frame = 1; frame < Bench.FRAMES; frame++) {
            assertTrue(brightness[frame] > brightness[frame - 1], "frame " + frame);
        }
        playback.seekFrame(40);
        assertEquals(brightness[40], next().brightness());
    }

    @Test
    void stepsGoFrameByFrameAndStopAtTheEnds() {
        playback.step(1);
        assertEquals(1, playback.frame().get());
        playback.step(-5);
        assertEquals(0, playback.frame().get());
        playback.seekFrame(Bench.FRAMES - 1);
        playback.step(1);
        assertEquals(Bench.FRAMES - 1, playback.frame().get());
    }

    @Test
    void theClockDecidesWhichFrameIsShown() {
        playback.setSpeed(2);
        playback.play();
        pass(0.5);
        playback.tick();
        assertEquals(1_000_000, playback.position().get());
        assertEquals(25, playback.frame().get());
        playback.setSpeed(-1);
        pass(0.5);
        playback.tick();
        assertEquals(500_000, playback.position().get());
        playback.pause();
        assertEquals(480_000, playback.position().get(), "on the start of the frame that is shown");
        assertEquals(List.of(new Span(0, 1_000_000), new Span(500_000, 1_000_000)), watched);
    }

    @Test
    void playingStopsAtTheEndAndBeginsAnew() {
        playback.play();
        pass(10);
        playback.tick();
        assertFalse(playback.playing().get());
        assertEquals(Bench.FRAMES - 1, playback.frame().get());
        playback.play();
        assertEquals(0, playback.frame().get());
    }

    @Test
    void shuttleDoublesUpToTheFastestAndTurnsAround() {
        for (int i = 0; i < 9; i++) {
            playback.shuttle(1);
        }
        assertEquals(Playback.FASTEST, playback.speed().get());
        playback.shuttle(-1);
        assertEquals(-1, playback.speed().get());
    }

    @Test
    void scrubbingShowsAKeyFrameFirstAndTheExactOneWhenItRests() throws Exception {
        playback.scrub(30 * Bench.FRAME);
        Seen quick = next();
        assertFalse(quick.exact());
        assertTrue(quick.frame() <= 30);
        Seen exact = next();
        assertTrue(exact.exact());
        assertEquals(30, exact.frame());
    }

    private void pass(double seconds) {
        nanos.addAndGet(Math.round(seconds * 1e9));
    }

    private Seen next() throws InterruptedException {
        Seen seen = screen.poll(20, TimeUnit.SECONDS);
        if (seen == null) {
            throw new AssertionError("No frame was shown.");
        }
        return seen;
    }
}
