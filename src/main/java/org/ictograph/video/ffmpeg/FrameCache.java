package org.ictograph.video.ffmpeg;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * The frames decoded last, so that stepping backwards does not decode the group of pictures again. Holds references to the
 * decoder's own memory, never copies, up to a fixed number of bytes. Confined to one thread at a time.
 */
final class FrameCache implements AutoCloseable {
    private static final long MOST_BYTES = 120L << 20;

    private final Map<Integer, AVFrame> frames = new LinkedHashMap<>();
    private long bytes;

    @Nullable AVFrame get(int number) {
        return frames.get(number);
    }

    /** Keeps a reference to a frame; the oldest ones are let go when memory is short. */
    void add(int number, AVFrame frame) {
        if (frames.containsKey(number)) {
            return;
        }
        frames.put(number, Reason.allocated(avutil.av_frame_clone(frame)));
        bytes += size(frame);
        Iterator<AVFrame> oldest = frames.values().iterator();
        while (bytes > MOST_BYTES && frames.size() > 1) {
            AVFrame old = oldest.next();
            oldest.remove();
            bytes -= size(old);
            avutil.av_frame_free(old);
        }
    }

    private static long size(AVFrame frame) {
        long sum = 0;
        for (int i = 0; i < AVFrame.AV_NUM_DATA_POINTERS && frame.buf(i) != null; i++) {
            sum += frame.buf(i).size();
        }
        return sum;
    }

    @Override
    public void close() {
        frames.values().forEach(avutil::av_frame_free);
        frames.clear();
        bytes = 0;
    }
}
