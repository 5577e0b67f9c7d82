package org.ictograph.video;

/**
 * The sound of one recording as samples, counted from its first frame. Where there is none, as in gaps, it is silent. Confined
 * to one thread at a time; closing frees the decoder.
 */
public interface SoundReader extends AutoCloseable {
    /** Samples in a second, whatever the file has. */
    int RATE = 48_000;

    /** Left and right. */
    int CHANNELS = 2;

    /**
     * A piece of the sound.
     *
     * @param from number of the first sample: time since the first frame × {@link #RATE}
     * @param count how many samples of each channel
     * @return {@code count} × {@link #CHANNELS} values, the channels in turn
     * @throws VideoException when the file cannot be read
     */
    short[] read(long from, int count) throws VideoException;

    @Override
    void close();
}
