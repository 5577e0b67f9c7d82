package org.ictograph.video;

/** Opens the way to the loudspeaker. May be used from any thread except the FX thread. */
@FunctionalInterface
public interface SoundLines {
    /** A machine without sound. */
    SoundLines NONE = () -> {
        throw new VideoException("No sound is played here.");
    };

    /** @throws VideoException when the machine has no sound card, or another program holds it */
    SoundLine open() throws VideoException;
}
