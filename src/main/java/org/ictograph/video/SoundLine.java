package org.ictograph.video;

/**
 * The way to the loudspeaker: takes samples and lets them be heard one after the other, at {@link SoundReader#RATE}. Confined to
 * one thread at a time.
 */
public interface SoundLine extends AutoCloseable {
    /** Takes samples, the channels in turn. Waits only where far more is pending than anyone needs. */
    void write(short[] samples);

    /** Samples of each channel that were taken and not heard yet. */
    int pending();

    /** Forgets what has not been heard yet. */
    void flush();

    @Override
    void close();
}
