package org.ictograph.video;

/**
 * Pixels for the screen or a PNG: rows from the top, each pixel four bytes blue, green, red, 255. Mutable and reusable;
 * whoever holds it must not share it between threads while it is being filled.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final byte[] bgra;

    public Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.bgra = new byte[width * height * 4];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, {@code width × height × 4} bytes. */
    public byte[] bgra() {
        return bgra;
    }
}
