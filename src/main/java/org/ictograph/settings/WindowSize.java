package org.ictograph.settings;

/**
 * How large the window was when it was closed last.
 *
 * @param width in logical pixels
 * @param height in logical pixels
 * @param maximised true when it filled the screen; width and height are those to go back to
 */
public record WindowSize(int width, int height, boolean maximised) {
    private static final int LEAST = 320;

    public WindowSize {
        if (width < LEAST || height < LEAST) {
            throw new IllegalArgumentException("A window needs at least 320 × 320 pixels: " + width + " × " + height);
        }
    }
}
