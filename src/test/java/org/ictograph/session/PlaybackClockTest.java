package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.session.Viewing.Piece;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clock does with the picture, and what counts as watched. The video has 75 frames of 40 ms. */
class PlaybackClockTest {
    private static final int LAST = Bench.FRAMES - 1;

    @TempDir
    Path folder;

    private Bench bench;
    private Theatre theatre;
    private Playback playback;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
        FrameIndex index = bench.videos.index(bench.video, Optional.empty(), Progress.NONE);
        show(Reel.of(bench.video, index));
    }

    private void show(Reel reel) {
        if (theatre != null) {
            theatre.close();
        }
        theatre = new Theatre(bench.videos, reel);
        playback = theatre.playback;
    }

    @AfterEach
    void close() {
        theatre.close();
        bench.close();
    }

    private void play(double speed) {
        theatre.on(() -> {
            playback.setSpeed(speed);
            playback.play();
        });
    }

    private void pause() {
        theatre.on(playback::pause);
        theatre.settle();
    }

    @Test
    void theClockDecidesWhichFrameIsShown() {
        play(2);
        theatre.pass(0.5);
        assertEquals(1_000_000, playback.position().get());
        assertEquals(25, playback.frame().get());
        theatre.on(() -> playback.setSpeed(-1));
        theatre.pass(0.5);
        assertEquals(500_000, playback.position().get());
        pause();
        assertEquals(480_000, playback.position().get(), "on the start of the frame that is shown");
        assertEquals(12, theatre.frames().get(theatre.frames().size() - 1));
        assertEquals(
                List.of(
                        new Piece(new Span(0, 26 * Bench.FRAME), Seen.WATCHED, 2),
                        new Piece(new Span(12 * Bench.FRAME, 25 * Bench.FRAME), Seen.WATCHED, 1)),
                theatre.watched);
    }

    @Test
    void atLifeSpeedEveryFrameIsShownInOrderHoweverLateTheDecoderIs() {
        play(1);
        theatre.holdDecoder();
        for (int i = 0; i < 20; i++) {
            theatre.later(0.1);
        }
        assertEquals(1, playback.frame().get(), "the clock waits for frame 1");
        theatre.freeDecoder();
        theatre.settle();
        theatre.pass(1);
        pause();
        List<Integer> frames = theatre.frames().stream().distinct().toList();
        assertEquals(IntStream.range(0, frames.size()).boxed().toList(), frames);
        assertTrue(frames.size() > 20, frames.toString());
    }

    @Test
    void backwardsEveryFrameIsShownInOrderAndInItsOwnPixels() {
        theatre.on(() -> playback.seekFrame(LAST));
        theatre.settle();
        theatre.shown.clear();
        theatre.brightness.clear();
        play(-1);
        theatre.pass(4);
        assertFalse(playback.playing().get());
        assertEquals(0, playback.position().get());
        List<Integer> frames = theatre.frames().stream().distinct().toList();
        List<Integer> back = new ArrayList<>(IntStream.range(0, LAST).boxed().toList());
        Collections.reverse(back);
        assertEquals(back, frames);
        for (int i = 1; i < LAST; i++) {
            assertTrue(theatre.brightness.get(i) < theatre.brightness.get(i - 1), "picture " + i);
        }
        assertEquals(List.of(new Piece(new Span(0, 75 * Bench.FRAME), Seen.WATCHED, 1)), theatre.watched);
    }

    @Test
    void fasterThanLifeNoMoreIsSkippedThanTheSpeedImplies() {
        play(32);
        theatre.holdDecoder();
        theatre.later(1);
        long reached = playback.position().get();
        assertEquals(32 * Viewing.RENEWED, reached, "and no further without a picture");
        theatre.freeDecoder();
        theatre.settle();
        theatre.pass(1);
        assertFalse(playback.playing().get());
        assertEquals(LAST, playback.frame().get());
        assertEquals(List.of(new Piece(new Span(0, 3_000_000), Seen.SKIMMED, 32)), theatre.watched);
    }

    @Test
    void theFirstAndLastFrameAreShownBeforePlayingEnds() {
        play(8);
        theatre.pass(1);
        assertFalse(playback.playing().get());
        assertTrue(theatre.frames().containsAll(List.of(0, LAST)));
        theatre.on(playback::play);
        assertEquals(0, playback.frame().get(), "begins anew");
    }

    @Test
    void timeWithoutAPictureIsNotWatched() {
        theatre.holdDecoder();
        play(1);
        for (int i = 0; i < 10; i++) {
            theatre.later(0.1);
        }
        theatre.on(playback::pause);
        theatre.freeDecoder();
        assertEquals(List.of(), theatre.watched);
    }

    @Test
    void aFrameThatCannotBeDecodedIsPassedOverToldOnceAndNotWatched() {
        theatre.damage(10);
        play(1);
        theatre.pass(1);
        pause();
        assertEquals(1, theatre.trouble.size());
        assertEquals(
                List.of(new Span(0, 10 * Bench.FRAME), new Span(11 * Bench.FRAME, 26 * Bench.FRAME)),
                theatre.watched.stream().map(Piece::span).toList());
    }

    @Test
    void timeWithoutVideoIsJumpedOver() throws Exception {
        Path second = folder.resolve("second.mkv");
        bench.film(second, 3);
        FrameIndex first = bench.videos.index(bench.video, Optional.empty(), Progress.NONE);
        FrameIndex next = bench.videos.index(second, Optional.empty(), Progress.NONE);
        show(Reel.of(List.of(new Reel.Part(bench.video, first, 0), new Reel.Part(second, next, 13_000_000))));
        Span gap = new Span(3_000_000, 13_000_000);
        theatre.on(() -> playback.seek(2_800_000));
        theatre.settle();
        play(1);
        theatre.pass(0.5);
        pause();
        assertTrue(
                playback.position().get() > 13_200_000,
                "at " + playback.position().get());
        assertEquals(SpanSet.EMPTY, new SpanSet(spans()).intersection(SpanSet.of(gap)));
        assertEquals(2, spans().size());
        play(-1);
        theatre.pass(0.5);
        pause();
        assertTrue(
                playback.position().get() < 3_000_000,
                "at " + playback.position().get());
        theatre.on(() -> playback.seek(5_000_000));
        assertEquals(Optional.of(gap), playback.gap());
        assertEquals(Optional.empty(), playback.frameSpan());
        theatre.on(() -> playback.step(-1));
        assertEquals(LAST, playback.frame().get());
        theatre.on(() -> playback.seek(5_000_000));
        theatre.on(() -> playback.step(1));
        assertEquals(LAST + 1, playback.frame().get());
    }

    private List<Span> spans() {
        return theatre.watched.stream().map(Piece::span).toList();
    }

    @Test
    void skimmingHurriesUntilSomethingMoves() {
        SpanSet moving = SpanSet.of(new Span(1_600_000, 2_000_000));
        theatre.on(() -> {
            playback.setSkim(Optional.of(new Skim(moving, 8, 1)));
            playback.play();
        });
        assertEquals(8, playback.speed().get());
        theatre.pass(0.2);
        assertEquals(1, playback.speed().get());
        assertEquals(1_600_000, playback.position().get());
        theatre.pass(0.4);
        assertEquals(8, playback.speed().get());
        theatre.pass(0.5);
        assertFalse(playback.playing().get());
        assertEquals(
                List.of(Seen.SKIMMED),
                theatre.watched.stream().map(Piece::seen).distinct().toList());
        assertEquals(
                List.of(new Span(0, 39 * Bench.FRAME), new Span(50 * Bench.FRAME, 3_000_000)),
                theatre.watched.stream()
                        .filter(piece -> piece.speed() == 8)
                        .map(Piece::span)
                        .toList());
        theatre.on(() -> playback.setSpeed(2));
        assertEquals(Optional.empty(), playback.skim().get(), "whoever chooses a speed no longer skims");
    }

    @Test
    void whereSkimmingSlowsTheClockWaitsForThePictureAndDoesNotGoBack() {
        SpanSet moving = SpanSet.of(new Span(1_600_000, 2_000_000));
        theatre.on(() -> {
            playback.setSkim(Optional.of(new Skim(moving, 8, 1)));
            playback.play();
        });
        theatre.pass(0.19);
        theatre.holdDecoder();
        theatre.later(0.01);
        assertEquals(1_600_000, playback.position().get());
        theatre.later(0);
        assertEquals(1_600_000, playback.position().get());
        assertEquals(1, playback.speed().get());
    }

    @Test
    void closingTheStudyWhilePlayingKeepsWhatWasWatched() throws Exception {
        bench.record();
        bench.session.playback().play();
        long patience = System.nanoTime() + 20_000_000_000L;
        while (bench.session.playback().position().get() < 400_000 && System.nanoTime() < patience) {
            Thread.sleep(5);
        }
        bench.reopen("Anna");
        assertEquals(2, bench.labels().coverage().size(), "one piece in each of the two cages");
        assertEquals(0, bench.labels().coverage().get(0).span().start());
        assertTrue(bench.labels().coverage().get(0).span().end() >= 360_000);
    }
}
