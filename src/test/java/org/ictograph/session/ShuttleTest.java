package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.ictograph.video.Reel;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShuttleTest {
    @TempDir
    Path folder;

    private Bench bench;
    private Theatre theatre;
    private Playback playback;
    private Shuttle shuttle;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        theatre = new Theatre(
                bench.videos, Reel.of(bench.video, bench.videos.index(bench.video, Optional.empty(), Progress.NONE)));
        playback = theatre.playback;
        shuttle = new Shuttle(playback);
    }

    @AfterEach
    void close() {
        theatre.close();
        bench.close();
    }

    @Test
    void pressingAgainDoublesUpToTheFastestAndTheOtherKeyTurnsAround() {
        theatre.on(() -> shuttle.push(1, false));
        assertEquals(1, playback.speed().get());
        theatre.on(() -> shuttle.push(1, true));
        assertEquals(1, playback.speed().get(), "a held key does not double");
        for (int i = 0; i < 9; i++) {
            theatre.on(() -> shuttle.push(1, false));
        }
        assertEquals(Playback.FASTEST, playback.speed().get());
        theatre.on(() -> shuttle.push(-1, false));
        assertEquals(-1, playback.speed().get());
        assertTrue(playback.playing().get());
    }

    @Test
    void theMiddleKeyPauses() {
        theatre.on(() -> {
            shuttle.push(1, false);
            shuttle.brake();
            shuttle.release();
            shuttle.letGo();
        });
        assertFalse(playback.playing().get());
        theatre.on(() -> shuttle.push(1, false));
        assertTrue(playback.playing().get(), "the brake is off");
    }

    @Test
    void whileTheMiddleKeyIsHeldTheOthersStepAndCrawl() {
        theatre.on(() -> playback.seekFrame(10));
        theatre.on(() -> {
            shuttle.brake();
            shuttle.push(1, false);
        });
        assertEquals(11, playback.frame().get());
        assertFalse(playback.playing().get());
        theatre.on(() -> shuttle.push(-1, false));
        assertEquals(10, playback.frame().get());
        theatre.on(() -> shuttle.push(-1, true));
        assertEquals(-Shuttle.CRAWL, playback.speed().get());
        assertTrue(playback.playing().get());
        theatre.on(shuttle::letGo);
        assertFalse(playback.playing().get());
        theatre.on(() -> {
            shuttle.push(1, false);
            shuttle.push(1, true);
        });
        assertTrue(playback.playing().get());
        theatre.on(shuttle::release);
        assertFalse(playback.playing().get(), "letting the brake go stops");
    }
}
