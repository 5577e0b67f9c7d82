package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.SoundLine;
import org.ictograph.video.SoundLines;
import org.ictograph.video.SoundReader;
import org.ictograph.video.Videos;
import org.junit.jupiter.api.Test;

/** What reaches the loudspeaker while the clock runs, jumps and stands. Both channels of sample n hold n. */
class SoundTest {
    private static final int MILLI = SoundReader.RATE / 1000;

    private final List<Integer> handed = new CopyOnWriteArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean open;

    private final class Line implements SoundLine {
        @Override
        public void write(short[] samples) {
            for (int i = 0; i < samples.length; i += SoundReader.CHANNELS) {
                handed.add((int) samples[i]);
            }
            pending.addAndGet(samples.length / SoundReader.CHANNELS);
        }

        @Override
        public int pending() {
            return pending.get();
        }

        @Override
        public void flush() {
            handed.add(-1);
            pending.set(0);
        }

        @Override
        public void close() {
            open = false;
        }
    }

    private static final class Counting implements SoundReader {
        @Override
        public short[] read(long from, int count) {
            short[] samples = new short[count * CHANNELS];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (from + i / CHANNELS);
            }
            return samples;
        }

        @Override
        public void close() {}
    }

    private Sound sound(SoundLines lines) {
        Videos videos = (Videos) Proxy.newProxyInstance(
                Videos.class.getClassLoader(), new Class<?>[] {Videos.class}, (made, method, args) -> new Counting());
        Sound sound = new Sound(videos, lines, Runnable::run);
        sound.onTrouble(failure -> told.add(String.valueOf(failure.getMessage())));
        FrameIndex index = new FrameIndex(new long[] {0}, new boolean[] {true}, 600_000, new long[] {0}, SpanSet.EMPTY);
        sound.load(Optional.of(Reel.of(Path.of("film.mkv"), index)));
        return sound;
    }

    private SoundLine line() {
        open = true;
        return new Line();
    }

    /** The clock goes on, the loudspeaker with it; closing a sound waits for its lane. */
    private void follow(Sound sound, int millis, int heardMillis) {
        pending.set(Math.max(0, pending.get() - heardMillis * MILLI));
        sound.follow(millis * 1000L);
        sound.settle();
    }

    @Test
    void isMutedUntilWanted() {
        try (Sound sound = sound(this::line)) {
            assertTrue(sound.present().get());
            assertTrue(sound.muted().get());
            follow(sound, 10, 0);
            assertEquals(List.of(), handed);
        }
    }

    @Test
    void samplesFollowTheClockWithoutAGap() {
        try (Sound sound = sound(this::line)) {
            sound.toggle();
            for (int millis = 0; millis <= 500; millis += 10) {
                follow(sound, millis, 10);
            }
            List<Integer> samples = handed.stream().filter(value -> value >= 0).toList();
            assertEquals(500 * MILLI + Sound.LEAD, samples.size());
            for (int i = 0; i < samples.size(); i++) {
                assertEquals(i, samples.get(i));
            }
            assertTrue(pending.get() <= Sound.LEAD + 10 * MILLI);
        }
    }

    @Test
    void aJumpStartsAnewAtTheClockAndAPauseFallsSilent() {
        try (Sound sound = sound(this::line)) {
            sound.toggle();
            follow(sound, 0, 0);
            follow(sound, 300, 10);
            assertEquals(300 * MILLI, handed.get(handed.lastIndexOf(-1) + 1));
            sound.hush();
            sound.settle();
            assertEquals(0, pending.get());
            int before = handed.size();
            sound.toggle();
            sound.settle();
            assertFalse(open, "a muted line is given back");
            follow(sound, 310, 10);
            assertEquals(before, handed.size());
        }
    }

    @Test
    void whereTheClockWaitsForThePictureNothingIsHeardTwice() {
        try (Sound sound = sound(this::line)) {
            sound.toggle();
            follow(sound, 0, 0);
            int before = handed.size();
            follow(sound, 0, 125);
            follow(sound, 0, 125);
            assertEquals(before, handed.size());
            follow(sound, 10, 0);
            assertEquals(10 * MILLI, handed.get(handed.lastIndexOf(-1) + 1));
        }
    }

    @Test
    void aMachineWithoutSoundSaysSoOnceAndIsMuted() {
        try (Sound sound = sound(SoundLines.NONE)) {
            sound.toggle();
            follow(sound, 0, 0);
            follow(sound, 10, 0);
            assertEquals(1, told.size());
            assertTrue(sound.muted().get());
        }
    }

    @Test
    void afterClosingNothingIsPlayed() {
        Sound sound = sound(() -> new Line());
        Reel late = Reel.of(
                Path.of("late.mkv"),
                new FrameIndex(new long[] {0}, new boolean[] {true}, 600_000, new long[] {0}, SpanSet.EMPTY));
        sound.close();
        sound.load(Optional.of(late));
        sound.follow(0);
        sound.muted().set(false);
        sound.muted().set(true);
        assertEquals(List.of(), handed);
    }
}
