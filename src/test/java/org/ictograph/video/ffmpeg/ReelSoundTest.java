package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ictograph.app.Decoder;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Reel;
import org.ictograph.video.SoundReader;
import org.ictograph.video.Videos;
import org.ictograph.video.process.ProcessVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound at any place is the sound of that time: every sample of a known tone. */
class ReelSoundTest {
    private static final int SECONDS = 4;
    /** Matroska keeps milliseconds, 48 samples, and the first place after a jump is no finer. */
    private static final int FINE = SoundReader.RATE / 1000;

    @TempDir
    Path folder;

    private final Videos videos = new FfmpegVideos();
    private Path film;

    @BeforeEach
    void write() throws Exception {
        Path silent = folder.resolve("silent.mkv");
        Clips.write(videos, silent, Codec.MPEG4, 25 * SECONDS, Clips::constant);
        film = folder.resolve("sounding.mkv");
        SoundFilm.write(silent, film, SECONDS);
        try (FrameReader reader = videos.open(Reel.of(silent, videos.index(silent, Optional.empty(), Progress.NONE)))) {
            assertFalse(reader.hasSound());
        }
    }

    private Reel reel() throws Exception {
        return Reel.of(film, videos.index(film, Optional.empty(), Progress.NONE));
    }

    /** How many samples a piece lies beside its time; its samples must be the tone throughout. */
    private static int shift(long from, short[] samples) {
        for (int shift : order()) {
            boolean fits = true;
            for (int i = 0; fits && i < samples.length; i++) {
                long sample = from + shift + i / SoundReader.CHANNELS;
                fits = Math.abs(samples[i] - SoundFilm.tone(sample, i % SoundReader.CHANNELS)) <= 1;
            }
            if (fits) {
                return shift;
            }
        }
        throw new AssertionError("not the tone at " + from + ": " + Arrays.toString(Arrays.copyOf(samples, 12)));
    }

    /** The tone comes again every 1200 samples; the nearest fit counts. */
    private static int[] order() {
        int[] order = new int[2 * FINE + 1];
        for (int i = 0; i < order.length; i++) {
            order[i] = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2);
        }
        return order;
    }

    private void isTheToneOfItsTime(Videos from) throws Exception {
        try (FrameReader reader = from.open(reel())) {
            assertTrue(reader.hasSound());
        }
        try (SoundReader sound = from.openSound(reel())) {
            for (int start : List.of(0, 120_000, 30_000, 31_000, 135_000, 1)) {
                for (long at = start; at < start + 20_000; at += 1000) {
                    assertTrue(Math.abs(shift(at, sound.read(at, 1000))) <= FINE);
                }
            }
        }
    }

    @Test
    void soundIsThatOfItsTimeHoweverItIsReached() throws Exception {
        isTheToneOfItsTime(videos);
    }

    @Test
    void soundComesFromAnotherProcessAlike() throws Exception {
        try (ProcessVideos processes = new ProcessVideos(new FfmpegVideos(), Decoder.class)) {
            isTheToneOfItsTime(processes);
        }
    }

    @Test
    void afterTheEndAndInFilesWithoutSoundItIsSilent() throws Exception {
        Reel reel = reel();
        long end = reel.index().duration() * SoundReader.RATE / 1_000_000;
        try (SoundReader sound = videos.openSound(reel)) {
            short[] over = sound.read(end - 500, 1000);
            assertEquals(2000, over.length);
            assertTrue(Math.abs(shift(end - 500, Arrays.copyOf(over, 800))) <= FINE);
            for (int i = 1000; i < over.length; i++) {
                assertEquals(0, over[i]);
            }
            assertEquals(0, sound.read(end + 48_000, 10)[0]);
        }
        Path silent = folder.resolve("silent.mkv");
        Reel mute = Reel.of(silent, videos.index(silent, Optional.empty(), Progress.NONE));
        try (SoundReader sound = videos.openSound(mute)) {
            assertEquals(0, sound.read(0, 100)[50]);
        }
    }
}
