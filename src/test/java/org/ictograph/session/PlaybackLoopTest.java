package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Span;
import org.ictograph.session.Viewing.Piece;
import org.ictograph.video.Reel;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackLoopTest {
    private static final Span PIECE = new Span(1_000_000, 2_000_000);

    private Bench bench;
    private Theatre theatre;
    private Playback playback;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        theatre = new Theatre(
                bench.videos, Reel.of(bench.video, bench.videos.index(bench.video, Optional.empty(), Progress.NONE)));
        playback = theatre.playback;
    }

    @AfterEach
    void close() {
        theatre.close();
        bench.close();
    }

    private void loop(Optional<Span> piece) {
        theatre.on(() -> playback.loop(piece));
        theatre.settle();
    }

    @Test
    void comesRoundAtTheEndOfThePieceWithItsFirstAndLastFrameShown() {
        loop(Optional.of(PIECE));
        theatre.shown.clear();
        theatre.pass(2.2);
        assertTrue(playback.playing().get());
        List<Integer> frames = theatre.frames();
        assertEquals(2, frames.stream().filter(frame -> frame == 49).count());
        assertEquals(2, frames.stream().filter(frame -> frame == 25).count());
        assertEquals(
                List.of(),
                frames.stream().filter(frame -> frame < 25 || frame > 49).toList());
    }

    @Test
    void comesRoundBackwardsToo() {
        theatre.on(() -> playback.setSpeed(-1));
        loop(Optional.of(PIECE));
        assertEquals(49, playback.frame().get());
        theatre.pass(1.2);
        assertTrue(playback.frame().get() > 40, "at " + playback.frame().get());
    }

    @Test
    void isToldAsWatchedOnce() {
        loop(Optional.of(PIECE));
        theatre.pass(2.5);
        theatre.on(playback::pause);
        assertEquals(List.of(PIECE), theatre.watched.stream().map(Piece::span).toList());
    }

    @Test
    void goesOnAfterwardsWhenThereIsNoPieceAnyMore() {
        loop(Optional.of(PIECE));
        theatre.pass(0.5);
        loop(Optional.empty());
        theatre.pass(1);
        assertEquals(2_500_000, playback.position().get());
    }

    private void playFrom(long micros, double speed) {
        theatre.on(() -> {
            playback.seek(micros);
            playback.setSpeed(speed);
            playback.play();
        });
        theatre.settle();
    }

    @Test
    void stopsAtTheEndOfAPieceAndGoesOnWhenPlayedFromThere() {
        theatre.on(() -> playback.stopAtEndsOf(Optional.of(PIECE)));
        playFrom(1_000_000, 2);
        theatre.pass(1);
        assertFalse(playback.playing().get());
        assertEquals(49, playback.frame().get());
        assertEquals(List.of(PIECE), theatre.watched.stream().map(Piece::span).toList());
        theatre.on(playback::play);
        theatre.pass(0.2);
        assertTrue(playback.playing().get());
        assertTrue(playback.frame().get() > 55, "at " + playback.frame().get());
    }

    @Test
    void stopsAtThePieceEachTimeItIsPlayedAndBackwardsAtItsStart() {
        theatre.on(() -> playback.stopAtEndsOf(Optional.of(PIECE)));
        playFrom(1_500_000, 1);
        theatre.pass(1);
        assertEquals(49, playback.frame().get());
        playFrom(2_400_000, -1);
        theatre.pass(2);
        assertFalse(playback.playing().get());
        assertEquals(25, playback.frame().get());
        theatre.on(() -> playback.stopAtEndsOf(Optional.empty()));
        playFrom(1_500_000, 1);
        theatre.pass(1);
        assertTrue(playback.frame().get() > 49, "nothing to stop at any more");
    }

    @Test
    void playingOutsideGoesBackToThePiece() {
        loop(Optional.of(PIECE));
        theatre.on(() -> {
            playback.pause();
            playback.seek(2_600_000);
            playback.play();
        });
        assertEquals(1_000_000, playback.position().get());
    }
}
