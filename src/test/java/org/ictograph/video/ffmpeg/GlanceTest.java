package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hasty look shows each step once, and says rightly which frame it shows. */
class GlanceTest {
    private static final int FRAMES = 200;
    private static final long STEP = 100_000;

    @TempDir
    Path folder;

    private final Videos videos = new FfmpegVideos();

    @Test
    void showsTheFirstFrameOfEachStepWhoeverLooks() throws Exception {
        Path film = folder.resolve("a.avi");
        Clips.write(videos, film, Codec.MPEG4, FRAMES, Clips::constant);
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        SortedMap<Integer, Integer> seen = new ConcurrentSkipListMap<>();
        try (FrameReader reader = videos.open(film, index)) {
            reader.glance(
                    STEP,
                    10 * STEP,
                    stretch -> (frame, micros, luma) -> {
                        assertEquals(index.microsOf(frame), micros);
                        assertEquals(stretch, micros / (10 * STEP));
                        seen.put(frame, BarCode.read(luma, Clips.WIDTH));
                    },
                    Progress.NONE);
        }
        SortedMap<Integer, Integer> wanted = new ConcurrentSkipListMap<>();
        for (long at = 0; at < index.duration(); at += STEP) {
            int frame = index.firstFrom(at);
            if (frame < FRAMES) {
                wanted.put(frame, frame);
            }
        }
        assertEquals(wanted, seen);
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        Path film = folder.resolve("b.mp4");
        Clips.write(videos, film, Codec.H264, FRAMES, Clips::constant);
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        Progress refusing = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (FrameReader reader = videos.open(film, index)) {
            assertThrows(
                    CancellationException.class,
                    () -> reader.glance(STEP, 10 * STEP, stretch -> (frame, micros, luma) -> {}, refusing));
        }
    }
}
