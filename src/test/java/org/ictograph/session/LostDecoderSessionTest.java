package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.video.process.FaultyDecoder;
import org.ictograph.video.process.ProcessVideos;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decoder dies while a mark is begun and not yet stored. */
class LostDecoderSessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hang-20.mkv", "crash-20.mkv"})
    void theSessionTheBegunMarkAndThePlayerStay(String name) throws Exception {
        try (ProcessVideos videos = new ProcessVideos(new FfmpegVideos(), FaultyDecoder.class, PATIENCE, folder);
                Bench bench = new Bench(folder, videos, name)) {
            bench.record();
            Playback playback = bench.session.playback();
            BlockingQueue<Integer> shown = new LinkedBlockingQueue<>();
            BlockingQueue<String> said = new LinkedBlockingQueue<>();
            playback.onFrame(frame -> shown.add(frame.frame()));
            bench.session.state().notice().addListener((notices, before, now) -> said.add(String.valueOf(now)));

            playback.seekFrame(10);
            await(shown, 10);
            bench.session.marking().begin("seizure");
            playback.seekFrame(20);
            String sentence = said.poll(1, TimeUnit.MINUTES);
            assertTrue(sentence.contains("at frame 20 of “" + name + "” and was started again"), sentence);
            assertEquals(1, bench.session.marking().begun().size());

            playback.seekFrame(29);
            await(shown, 29);
            bench.session.marking().end("seizure").join();
            Span marked = new Span(10 * Bench.FRAME, 30 * Bench.FRAME);
            assertEquals(List.of(marked), spans(bench));
            bench.reopen("Anna");
            assertEquals(List.of(marked), spans(bench));
        }
    }

    private static List<Span> spans(Bench bench) {
        return bench.labels().marks().stream().map(Mark::span).toList();
    }

    private static void await(BlockingQueue<Integer> shown, int frame) throws InterruptedException {
        List<Integer> seen = new ArrayList<>();
        while (!seen.contains(frame)) {
            Integer next = shown.poll(1, TimeUnit.MINUTES);
            assertTrue(next != null, "frame " + frame + " was not shown, only " + seen);
            seen.add(next);
        }
    }
}
