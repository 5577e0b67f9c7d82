package org.ictograph.video;

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

    @Override
    void close();
}
