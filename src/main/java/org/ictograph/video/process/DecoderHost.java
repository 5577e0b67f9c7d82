package org.ictograph.video.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.ictograph.video.FrameReader;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.Picture;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;
import org.ictograph.work.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * The decoder process from inside: answers the program's calls one after the other until the program is gone. While a call
 * reads on in its file, it says twice a second that it is alive; a call that hangs says nothing.
 */
public final class DecoderHost {
    /** Exit status after something that the process cannot go on from, such as no memory. */
    static final int BROKEN = 3;

    private static final long PULSE_MILLIS = 500;
    private static final long REPORT_NANOS = 50_000_000;
    private static final double REPORT_STEP = 0.1;

    private final Videos videos;
    private final LongSupplier packets;
    private final Wire wire;
    private final AtomicLong packetsBefore = new AtomicLong();
    private final Progress progress = new Told();
    private volatile boolean cancelled;
    private volatile BlockingQueue<Integer> free = new LinkedBlockingQueue<>();
    private Optional<FrameReader> reader = Optional.empty();
    private Optional<SoundReader> sound = Optional.empty();
    private Optional<SharedPixels> pixels = Optional.empty();
    private Picture picture = new Picture(0, 0);

    /** Passes progress on, not more often than a person can read, but each tenth however fast it comes. */
    private final class Told implements Progress {
        private long reportedAt = System.nanoTime() - REPORT_NANOS;
        private double reported;

        @Override
        public synchronized void report(double fraction, String what) {
            long now = System.nanoTime();
            if (now - reportedAt >= REPORT_NANOS || Math.abs(fraction - reported) >= REPORT_STEP) {
                reportedAt = now;
                reported = fraction;
                say(new Message.Report(fraction, what));
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    /**
     * @param videos what really decodes
     * @param packets number of packets it has read from files so far: a number that grows is a sign of life
     * @param in what the program says
     * @param out what the program hears
     */
    public DecoderHost(Videos videos, LongSupplier packets, InputStream in, OutputStream out) {
        this.videos = videos;
        this.packets = packets;
        this.wire = new Wire(in, out);
    }

    /** Returns when the program closed its end or ended; a call may still be under way then, or hang. */
    public void run() {
        Lane calls = new Lane("calls");
        Ticker pulse = new Ticker("pulse", PULSE_MILLIS, this::beat);
        try {
            say(new Message.Ready());
            while (true) {
                Message message = wire.receive();
                if (message instanceof Message.Ask ask) {
                    cancelled = false;
                    calls.execute(() -> answer(ask.call()));
                } else if (message instanceof Message.Cancel) {
                    cancelled = true;
                } else if (message instanceof Message.Seen seen) {
                    free.add(seen.slot());
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            pulse.close();
        }
    }

    private void beat() {
        long now = packets.getAsLong();
        if (packetsBefore.getAndSet(now) != now) {
            say(new Message.Alive());
        }
    }

    private void answer(Call<?> call) {
        Message end;
        try {
            end = new Message.Answer(call.answer(this));
        } catch (VideoException failure) {
            end = thrown(Message.Kind.VIDEO, failure.getMessage());
        } catch (CancellationException stopped) {
            end = thrown(Message.Kind.CANCELLED, stopped.getMessage());
        } catch (IllegalArgumentException wrong) {
            end = thrown(Message.Kind.ARGUMENT, wrong.getMessage());
        } catch (RuntimeException | IOException defect) {
            end = thrown(Message.Kind.DEFECT, defect + " at " + Arrays.toString(defect.getStackTrace()));
        } catch (Throwable broken) {
            Runtime.getRuntime().halt(BROKEN);
            throw broken;
        }
        say(end);
    }

    private static Message thrown(Message.Kind kind, @Nullable String message) {
        return new Message.Thrown(kind, String.valueOf(message));
    }

    private void say(Message message) {
        try {
            wire.send(message);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Videos videos() {
        return videos;
    }

    /** How far the call under way is, and whether it should stop. */
    Progress progress() {
        return progress;
    }

    void keep(FrameReader opened) {
        closeReader();
        reader = Optional.of(opened);
    }

    void keep(SoundReader opened) {
        sound.ifPresent(SoundReader::close);
        sound = Optional.of(opened);
    }

    SoundReader sound() {
        return sound.orElseThrow();
    }

    FrameReader reader() {
        return reader.orElseThrow();
    }

    void closeReader() {
        reader.ifPresent(FrameReader::close);
        reader = Optional.empty();
        sound.ifPresent(SoundReader::close);
        sound = Optional.empty();
    }

    void share(SharedPixels shared) {
        pixels = Optional.of(shared);
    }

    SharedPixels pixels() {
        return pixels.orElseThrow();
    }

    /** A picture of a size, the same one again while the size stays. */
    Picture picture(int width, int height) {
        if (picture.width() != width || picture.height() != height) {
            picture = new Picture(width, height);
        }
        return picture;
    }

    /** Makes slots of the shared pixels free for frames to be shown through. */
    void slots(int count) {
        BlockingQueue<Integer> made = new LinkedBlockingQueue<>();
        for (int slot = 0; slot < count; slot++) {
            made.add(slot);
        }
        free = made;
    }

    /** Shows the frames of a stretch through the slots; waits while all of them are full. */
    LumaVisitor shower(int stretch) {
        BlockingQueue<Integer> slots = free;
        return (frame, micros, luma) -> {
            int slot = await(slots);
            pixels().put(slot * luma.length, luma);
            say(new Message.Show(stretch, frame, micros, slot));
        };
    }

    private int await(BlockingQueue<Integer> slots) {
        try {
            while (true) {
                progress.check();
                Integer slot = slots.poll(PULSE_MILLIS, TimeUnit.MILLISECONDS);
                if (slot != null) {
                    return slot;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Stopped.");
        }
    }
}
