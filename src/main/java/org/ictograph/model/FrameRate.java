package org.ictograph.model;

/**
 * A number of frames per second as a fraction, for example 30000/1001.
 *
 * @param frames shown in so many {@code seconds}
 */
public record FrameRate(int frames, int seconds) {
    public FrameRate {
        if (frames < 1 || seconds < 1) {
            throw new IllegalArgumentException(
                    "A frame rate is a number of frames in a number of seconds, both at least 1.");
        }
    }

    /**
     * Reads “25” or “30000/1001”.
     *
     * @throws IllegalArgumentException with a sentence when it is neither
     */
    public static FrameRate parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            if (parts.length <= 2) {
                return new FrameRate(Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
            }
        } catch (IllegalArgumentException notANumber) {
            // told below
        }
        throw new IllegalArgumentException(
                "“" + text + "” is not a frame rate; write frames per second as 25 or as 30000/1001.");
    }

    /** When the n-th frame starts, in microseconds since frame 0. */
    public long microsOf(long frame) {
        return Math.round(frame * 1e6 * seconds / frames);
    }

    @Override
    public String toString() {
        return seconds == 1 ? Integer.toString(frames) : frames + "/" + seconds;
    }
}
