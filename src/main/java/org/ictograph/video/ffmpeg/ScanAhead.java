package org.ictograph.video.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ictograph.video.VideoException;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * The brightness of frames in order, decoded on a lane a few frames ahead of whoever looks at them. Until it is closed the
 * cursor belongs to that lane. Confined to one thread.
 */
final class ScanAhead implements AutoCloseable {
    /** Frames that are ready or looked at. */
    private static final int AHEAD = 4;

    private static final int END = -1;
    private static final int BEFORE = -2;

    /** A decoded frame. */
    static final class Seen {
        /** Its number, −1 when the film ended before it was expected to. */
        final int frame;

        /** Its brightness; written over once the next one is asked for. */
        final byte[] luma;

        Seen(int frame, byte[] luma) {
            this.frame = frame;
            this.luma = luma;
        }
    }

    private final ReelCursor cursor;
    private final Deinterlacer deinterlacer;
    private final LumaPlane plane;
    private final int from;
    private final int to;
    private final Progress progress;
    private final Lane lane = new Lane("scan");
    private final Deque<CompletableFuture<Seen>> ready = new ArrayDeque<>();
    private byte[] looked;
    /** The number decoded last, known to the lane. */
    private int last = BEFORE;

    /** Begins to decode frames {@code from} (inclusive) to {@code to} (exclusive), at least one. */
    ScanAhead(ReelCursor cursor, Deinterlacer deinterlacer, int from, int to, Progress progress) {
        this.cursor = cursor;
        this.deinterlacer = deinterlacer;
        this.plane = new LumaPlane(cursor.width(), cursor.height());
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.looked = new byte[cursor.width() * cursor.height()];
        for (int i = 1; i < AHEAD; i++) {
            byte[] luma = new byte[looked.length];
            ready.add(lane.submit(() -> decode(luma)));
        }
    }

    /**
     * Waits for the next frame.
     *
     * @throws VideoException when it cannot be decoded
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    Seen next() throws VideoException {
        byte[] free = looked;
        ready.add(lane.submit(() -> decode(free)));
        Seen seen = decoded(ready.remove());
        looked = seen.luma;
        return seen;
    }

    private Seen decode(byte[] luma) throws VideoException {
        if (last == BEFORE) {
            cursor.approach(from);
        }
        while (last != END && last < to - 1) {
            progress.check();
            last = cursor.advance();
            if (last >= from && last < to) {
                plane.copy(deinterlacer.of(cursor.frame()), luma);
                break;
            }
        }
        return new Seen(last, luma);
    }

    private static Seen decoded(CompletableFuture<Seen> frame) throws VideoException {
        try {
            return frame.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof VideoException told) {
                throw told;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        lane.close();
        plane.close();
    }
}
