package org.ictograph.video;

import java.util.function.IntFunction;
import org.ictograph.work.Progress;

/**
 * One open video. Every frame it hands out is the frame of that number in a sequential decode, whichever way it was
 * reached. Confined to one thread at a time; closing frees the decoder.
 */
public interface FrameReader extends AutoCloseable {
    FrameIndex index();

    /** Width of the source picture, in pixels. */
    int width();

    /** Height of the source picture, in pixels. */
    int height();

    /** True when there is sound to these frames, and the times of frames are those of the file, so that it fits to them. */
    default boolean hasSound() {
        return false;
    }

    /** What measures how things move from one of its pictures to the next. */
    default OpticalFlow flow() {
        return OpticalFlow.NONE;
    }

    /**
     * The exact frame, scaled to the size of the picture it is written to.
     *
     * @throws VideoException when the frame cannot be decoded
     */
    void read(int frame, Picture into) throws VideoException;

    /**
     * The nearest key frame at or before a frame: quick, for scrubbing.
     *
     * @return number of the frame that was written
     * @throws VideoException when it cannot be decoded
     */
    int readKey(int frame, Picture into) throws VideoException;

    /**
     * Decodes frames {@code from} (inclusive) to {@code to} (exclusive) once, in order, and shows the brightness of each.
     *
     * @throws VideoException when decoding fails
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    void scan(int from, int to, LumaVisitor visitor, Progress progress) throws VideoException;

    /**
     * Shows the film thinned out and in a hurry, for an overview of hours: of each {@code step} the first frame at hand. Frames
     * that no other builds on may be left out, edges of blocks may stay unsmoothed, so brightness can be off by a little.
     *
     * @param step microseconds
     * @param stretch microseconds of film that one visitor sees, a multiple of the step; stretches are independent of each
     *     other and may be shown at the same time, each by one thread and in order
     * @param stretches gives the visitor of each stretch, counted from 0; called once for each, from any thread
     * @throws VideoException when decoding fails
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    default void glance(long step, long stretch, IntFunction<LumaVisitor> stretches, Progress progress)
            throws VideoException {
        int count = (int) ((index().duration() + stretch - 1) / stretch);
        for (int n = 0; n < count; n++) {
            scan(
                    index().firstFrom(n * stretch),
                    index().firstFrom((n + 1) * stretch),
                    LumaVisitor.thinned(step, stretches.apply(n)),
                    progress.part((double) n / count, (n + 1.0) / count));
        }
    }

    @Override
    void close();
}
