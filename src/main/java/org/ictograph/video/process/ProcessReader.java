package org.ictograph.video.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads frames in a process of its own. When that process is lost, the call says so, and the next one gets a new process;
 * frames that two processes did not survive are refused.
 */
final class ProcessReader implements FrameReader {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessReader.class);
    /** Brightness on its way, in bytes: enough that neither side waits for the other. */
    private static final int ON_THE_WAY = 8 << 20;

    private static final int FEWEST_SLOTS = 3;
    private static final int MOST_SLOTS = 32;

    private final DecoderPool pool;
    private final Reel reel;
    private final DeadlyFrames deadly;
    private final OpticalFlow flow;
    private final Call.Size size;
    private @Nullable DecoderProcess process;
    private boolean closed;

    ProcessReader(DecoderPool pool, Reel reel, OpticalFlow flow) throws VideoException {
        this.pool = pool;
        this.reel = reel;
        this.flow = flow;
        this.deadly = new DeadlyFrames(reel.index());
        this.size = opened();
    }

    private Call.Size opened() throws VideoException {
        DecoderProcess taken = pool.take();
        try {
            Call.Size found = taken.ask(new Call.Open(reel), Progress.NONE);
            process = taken;
            pool.warm();
            return found;
        } catch (LostDecoder lost) {
            throw new VideoException(
                    "The decoder " + lost.deed() + " when it opened " + name(0)
                            + "; the file is damaged, or its disk does not answer. Check the disk, then open it again.",
                    lost);
        } finally {
            if (process == null) {
                pool.giveBack(taken);
            }
        }
    }

    private DecoderProcess process() throws VideoException {
        if (closed) {
            throw new IllegalStateException("The video is closed.");
        }
        DecoderProcess reading = process;
        if (reading != null && !reading.alive()) {
            pool.giveBack(reading);
            process = null;
        }
        if (process == null) {
            opened();
        }
        return Objects.requireNonNull(process);
    }

    @Override
    public FrameIndex index() {
        return reel.index();
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public boolean hasSound() {
        return size.sound();
    }

    @Override
    public OpticalFlow flow() {
        return flow;
    }

    @Override
    public void read(int frame, Picture into) throws VideoException {
        read(new Call.Read(frame, into.width(), into.height()), frame, into);
    }

    @Override
    public int readKey(int frame, Picture into) throws VideoException {
        return read(new Call.ReadKey(frame, into.width(), into.height()), index().keyAtOrBefore(frame), into);
    }

    private int read(Call<Integer> call, int frame, Picture into) throws VideoException {
        refuse(frame, frame);
        try {
            DecoderProcess reading = process();
            SharedPixels pixels = reading.pixels(into.bgra().length);
            int found = reading.ask(call, Progress.NONE);
            pixels.get(0, into.bgra());
            return found;
        } catch (LostDecoder lost) {
            throw lost(frame, lost);
        }
    }

    @Override
    public void scan(int from, int to, LumaVisitor visitor, Progress progress) throws VideoException {
        AtomicInteger next = new AtomicInteger(from);
        refuse(from, to - 1);
        try {
            LumaVisitor seen = (frame, micros, luma) -> {
                visitor.visit(frame, micros, luma);
                next.set(frame + 1);
            };
            show(slots -> new Call.Scan(from, to, slots), stretch -> seen, progress);
        } catch (LostDecoder lost) {
            throw lost(next.get(), lost);
        }
    }

    /** The stretches are decoded side by side, but their visitors are called on this thread. */
    @Override
    public void glance(long step, long stretch, IntFunction<LumaVisitor> stretches, Progress progress)
            throws VideoException {
        int count = (int) ((index().duration() + stretch - 1) / stretch);
        List<LumaVisitor> visitors =
                IntStream.range(0, count).mapToObj(stretches).toList();
        try {
            show(slots -> new Call.Glance(step, stretch, slots), visitors::get, progress);
        } catch (LostDecoder lost) {
            throw new VideoException(
                    "The decoder " + lost.deed() + " while it looked through " + name(0)
                            + "; the file is damaged somewhere, or its disk does not answer. "
                            + "Frames that can be decoded are still shown.",
                    lost);
        }
    }

    private void show(IntFunction<Call<Boolean>> call, IntFunction<LumaVisitor> visitors, Progress progress)
            throws VideoException, LostDecoder {
        int bytes = width() * height();
        int slots = Math.max(FEWEST_SLOTS, Math.min(MOST_SLOTS, ON_THE_WAY / bytes));
        byte[] luma = new byte[bytes];
        DecoderProcess reading = process();
        SharedPixels pixels = reading.pixels(slots * bytes);
        reading.ask(call.apply(slots), progress, show -> {
            pixels.get(show.slot() * bytes, luma);
            visitors.apply(show.stretch()).visit(show.frame(), show.micros(), luma);
        });
    }

    private void refuse(int from, int to) throws VideoException {
        int frame = deadly.firstWithin(from, to);
        if (frame >= 0) {
            throw new VideoException("Frame " + frame + " of " + name(frame)
                    + " made the decoder stop twice and is not tried again. Go on at another place.");
        }
    }

    private VideoException lost(int frame, LostDecoder lost) {
        deadly.add(frame);
        LOG.info("{} at frame {}: {}", name(frame), frame, lost.getMessage());
        return new VideoException(
                "The decoder " + lost.deed() + " at frame " + frame + " of " + name(frame)
                        + " and was started again. Go on at another place.",
                lost);
    }

    private String name(int frame) {
        Path file = reel.pieces().get(reel.pieceOf(frame)).file();
        return "“" + file.getFileName() + "”";
    }

    @Override
    public void close() {
        DecoderProcess reading = process;
        process = null;
        closed = true;
        if (reading == null) {
            return;
        }
        try {
            reading.ask(new Call.Close(), Progress.NONE);
        } catch (LostDecoder | VideoException gone) {
            LOG.debug("A decoder was lost when it closed {}", name(0), gone);
        }
        pool.giveBack(reading);
    }
}
