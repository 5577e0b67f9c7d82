package org.ictograph.video;

/**
 * Pixels as cameras and codecs hold them: full-size luma and half-size chroma planes (4:2:0), rows from the top without
 * padding, 8 bits, limited range (16 to 235). Width and height are even. Mutable and reusable.
 */
public final class YuvPicture {
    private final int width;
    private final int height;
    private final byte[] y;
    private final byte[] u;
    private final byte[] v;

    public YuvPicture(int width, int height) {
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("A 4:2:0 picture has even sides: " + width + "×" + height);
        }
        this.width = width;
        this.height = height;
        this.y = new byte[width * height];
        this.u = new byte[width * height / 4];
        this.v = new byte[width * height / 4];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] y() {
        return y;
    }

    public byte[] u() {
        return u;
    }

    public byte[] v() {
        return v;
    }
}
