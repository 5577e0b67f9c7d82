package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ictograph.model.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The video's frames have the brightness of their number and are all key frames. */
class FilmStripTest {
    @TempDir
    Path folder;

    @Test
    void aStillShowsTheFrameOfItsTime() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Recording recording = bench.record();
            Map<Long, Integer> greens = new ConcurrentHashMap<>();
            CountDownLatch come = new CountDownLatch(3);
            bench.session.filmStrip().onStill((time, still) -> {
                assertEquals(160, still.height());
                assertEquals(320, still.width());
                greens.put(time, still.bgra()[4 * (80 * still.width() + 160) + 1] & 255);
                come.countDown();
            });
            bench.session.filmStrip().wish(recording, List.of(0L, 1_000_000L, 2_000_000L));
            assertTrue(come.await(30, TimeUnit.SECONDS));
            int step = greens.getOrDefault(1_000_000L, 0) - greens.getOrDefault(0L, 0);
            assertEquals(50 * 255 / 219.0, step, 3, "25 frames are 50 steps of limited-range luma");
            assertEquals(step, greens.getOrDefault(2_000_000L, 0) - greens.getOrDefault(1_000_000L, 0), 2);
        }
    }
}
