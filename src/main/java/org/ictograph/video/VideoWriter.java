package org.ictograph.video;

/** Writes a video frame by frame. Confined to one thread. A file that is closed before {@link #finish} is deleted. */
public interface VideoWriter extends AutoCloseable {
    /**
     * Adds a frame.
     *
     * @param micros when it is to be shown, later than the one before
     * @throws VideoException when the disk or the encoder refuses
     */
    void write(YuvPicture picture, long micros) throws VideoException;

    /** Completes the file. */
    void finish() throws VideoException;

    @Override
    void close();
}
