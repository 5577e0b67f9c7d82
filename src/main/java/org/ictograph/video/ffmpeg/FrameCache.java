package org.ictograph.video.ffmpeg;

import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Frames around the one on screen, so that stepping backwards does not decode the group of pictures again. Holds references
 * to the decoder's own memory, never copies, up to a fixed number of bytes; then the frames that are least likely to be
 * wanted next are let go. Thread-safe.
 */
final class FrameCache implements AutoCloseable {
    private static final long MOST_BYTES = 120L << 20;

    private final TreeMap<Integer, AVFrame> frames = new TreeMap<>();
    private long bytes;
    private int onScreen;
    private boolean backwards;
    private boolean closed;

    /** Says which frame is looked at, and whether those before it will be wanted next. */
    synchronized void look(int frame, boolean goingBack) {
        onScreen = frame;
        backwards = goingBack;
    }

    synchronized boolean has(int number) {
        return frames.containsKey(number);
    }

    /**
     * Makes {@code into} refer to a frame.
     *
     * @return false when the frame is not here
     */
    synchronized boolean get(int number, AVFrame into) {
        AVFrame found = frames.get(number);
        if (found == null) {
            return false;
        }
        avutil.av_frame_unref(into);
        return avutil.av_frame_ref(into, found) >= 0;
    }

    /** Keeps a reference to a frame. */
    synchronized void add(int number, AVFrame frame) {
        if (closed || frames.containsKey(number)) {
            return;
        }
        frames.put(number, Reason.allocated(avutil.av_frame_clone(frame)));
        bytes += size(frame);
        while (bytes > MOST_BYTES && frames.size() > 1) {
            var least = distance(frames.firstKey()) > distance(frames.lastKey())
                    ? frames.pollFirstEntry()
                    : frames.pollLastEntry();
            bytes -= size(least.getValue());
            avutil.av_frame_free(least.getValue());
        }
    }

    /** How far a frame is from being wanted: what lies behind counts twice. */
    private long distance(int number) {
        long ahead = backwards ? (long) onScreen - number : (long) number - onScreen;
        return ahead >= 0 ? ahead : -2 * ahead;
    }

    /** How many frames like this one fit. */
    static int capacity(AVFrame frame) {
        return (int) (MOST_BYTES / Math.max(1, size(frame)));
    }

    private static long size(AVFrame frame) {
        long sum = 0;
        for (int i = 0; i < AVFrame.AV_NUM_DATA_POINTERS && frame.buf(i) != null; i++) {
            sum += frame.buf(i).size();
        }
        return sum;
    }

    @Override
    public synchronized void close() {
        frames.values().forEach(avutil::av_frame_free);
        frames.clear();
        bytes = 0;
        closed = true;
    }
}
