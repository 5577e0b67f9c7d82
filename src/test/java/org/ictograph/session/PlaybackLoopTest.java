package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackLoopTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Lane fx = new Lane("test-fx");
    private final List<Span> watched = new ArrayList<>();
    private Playback playback;

    @BeforeEach
    void open(@TempDir Path folder) throws VideoException {
        FfmpegVideos videos = new FfmpegVideos();
        Path file = folder.resolve("grey.mp4");
        YuvPicture grey = new YuvPicture(32, 32);
        Arrays.fill(grey.y(), (byte) 100);
        Arrays.fill(grey.u(), (byte) 128);
        Arrays.fill(grey.v(), (byte) 128);
        try (VideoWriter writer = videos.create(file, new VideoSpec(32, 32, 10, 10, Codec.H264))) {
            for (int frame = 0; frame < 100; frame++) {
                writer.write(grey, frame * 100_000L);
            }
            writer.finish();
        }
        playback = new Playback(videos, fx, nanos::get);
        playback.onWatched((span, speed) -> watched.add(span));
        playback.open(() -> Reel.of(file, videos.index(file, Optional.empty(), Progress.NONE)))
                .join();
    }

    @AfterEach
    void close() {
        fx.submit(() -> {
                    playback.close();
                    return 0;
                })
                .join();
        fx.close();
    }

    private long after(double seconds) {
        nanos.addAndGet(Math.round(seconds * 1e9));
        return fx.submit(() -> {
                    playback.tick();
                    return playback.position().get();
                })
                .join();
    }

    private void on(Runnable work) {
        fx.submit(() -> {
                    work.run();
                    return 0;
                })
                .join();
    }

    @Test
    void comesRoundAtTheEndOfThePiece() {
        on(() -> playback.loop(Optional.of(new Span(2_000_000, 4_000_000))));
        assertEquals(3_500_000, after(1.5));
        assertEquals(2_000_000, after(0.6));
        assertEquals(3_000_000, after(1));
        assertTrue(playback.playing().get());
    }

    @Test
    void isToldAsWatchedOnce() {
        on(() -> playback.loop(Optional.of(new Span(2_000_000, 4_000_000))));
        after(2.1);
        after(2.1);
        after(1);
        on(playback::pause);
        assertEquals(List.of(new Span(2_000_000, 3_999_999)), watched);
    }

    @Test
    void goesOnAfterwardsWhenThereIsNoPieceAnyMore() {
        on(() -> playback.loop(Optional.of(new Span(2_000_000, 4_000_000))));
        after(1.5);
        on(() -> playback.loop(Optional.empty()));
        assertEquals(5_500_000, after(2));
    }
}
