package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    private Bench bench;
    private Playback playback;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        playback = new Playback(bench.videos, org.ictograph.video.SoundLines.NONE, Runnable::run, nanos::get);
        playback.onFrame(shown -> screen.add(new Seen(
                shown.frame(), shown.picture().bgra()[(32 * 128 + 64) * 4 + 1] & 0xff, shown.exact())));
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
    void aRecordingThatIsFoundAfterClosingIsNotShown() throws Exception {
        BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
        Playback left = new Playback(bench.videos, org.ictograph.video.SoundLines.NONE, fx::add, nanos::get);
        var opening =
                left.open(() -> Reel.of(bench.video, bench.videos.index(bench.video, Optional.empty(), Progress.NONE)));
        Runnable found = fx.poll(20, TimeUnit.SECONDS);
        left.close();
        found.run();
        java.util.concurrent.CompletionException late =
                assertThrows(java.util.concurrent.CompletionException.class, opening::join);
        assertTrue(Sentence.calledOff(late));
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
    void scrubbingShowsAKeyFrameFirstAndTheExactOneWhenItRests() throws Exception {
        playback.scrub(30 * Bench.FRAME);
        Seen quick = next();
        assertFalse(quick.exact());
        assertTrue(quick.frame() <= 30);
        Seen exact = next();
        assertTrue(exact.exact());
        assertEquals(30, exact.frame());
    }

    private Seen next() throws InterruptedException {
        Seen seen = screen.poll(20, TimeUnit.SECONDS);
        if (seen == null) {
            throw new AssertionError("No frame was shown.");
        }
        return seen;
    }
}
