package org.ictograph.localizer.torch;

/**
 * How steps of a feature sequence and time belong together: step g sees {@code frames} frames from frame g · stride, and stands
 * for their middle.
 *
 * @param rate frames a second
 * @param stride frames from one step to the next
 * @param frames seen by one step
 */
record Grid(double rate, int stride, int frames) {
    /** As published for RatSeizure: 30 frames a second, 16 frames every 4. */
    static final Grid PUBLISHED = new Grid(30, 4, 16);

    /** Middle of a step, seconds, in the reference's 32-bit arithmetic. */
    float seconds(float step) {
        return (step * stride + 0.5f * frames) / (float) rate;
    }

    /** The inverse: which step, not whole, has its middle at that time. */
    float step(double seconds) {
        return (float) (seconds * rate / stride - 0.5 * frames / stride);
    }

    /** Steps of so many frames. */
    int steps(int ofFrames) {
        return ofFrames < frames ? 0 : (ofFrames - frames) / stride + 1;
    }
}
