package org.ictograph.session;

/**
 * The three shuttle keys as they lie under the fingers. The outer ones play backwards and forwards and double the speed
 * when pressed again. The middle one pauses, and brakes while it is held: the outer ones then step a frame, or crawl
 * while they are held too. Called on the FX thread.
 */
public final class Shuttle {
    /** The speed of crawling. */
    public static final double CRAWL = 0.25;

    private final Playback playback;
    private boolean braked;

    public Shuttle(Playback playback) {
        this.playback = playback;
    }

    /**
     * An outer key is pressed.
     *
     * @param direction 1 or -1
     * @param held true when the key is still down and only repeats
     */
    public void push(int direction, boolean held) {
        if (!braked && !held) {
            playback.shuttle(direction);
        } else if (braked && !held) {
            playback.step(direction);
        } else if (braked && !playback.playing().get()) {
            playback.setSpeed(direction * CRAWL);
            playback.play();
        }
    }

    /** An outer key is let go. */
    public void letGo() {
        if (braked) {
            playback.pause();
        }
    }

    /** The middle key is pressed. */
    public void brake() {
        playback.pause();
        braked = true;
    }

    /** The middle key is let go. */
    public void release() {
        letGo();
        braked = false;
    }
}
