package org.ictograph.video.ffmpeg;

import org.ictograph.video.Picture;
import org.ictograph.video.YuvPicture;

/**
 * A frame number painted into brightness: sixteen black or white blocks across the top, and their complement in the row
 * below, so that a wrong or half-decoded frame is detected rather than guessed.
 */
public final class BarCode {
    private static final int BITS = 16;
    private static final int ROWS = 16;
    private static final int BLACK = 16;
    private static final int WHITE = 235;

    private BarCode() {}

    public static void draw(int number, YuvPicture picture) {
        int block = picture.width() / BITS;
        for (int y = 0; y < 2 * ROWS; y++) {
            for (int x = 0; x < block * BITS; x++) {
                boolean bit = (number >> (x / block) & 1) != 0;
                boolean white = y < ROWS == bit;
                picture.y()[y * picture.width() + x] = (byte) (white ? WHITE : BLACK);
            }
        }
    }

    /** The number in a luma plane, -1 when the two rows contradict each other. */
    public static int read(byte[] luma, int width) {
        return read((x, y) -> luma[y * width + x] & 0xff, width);
    }

    /** The number in a picture of the source's size. */
    static int read(Picture picture) {
        return read((x, y) -> picture.bgra()[(y * picture.width() + x) * 4 + 1] & 0xff, picture.width());
    }

    private interface Brightness {
        int at(int x, int y);
    }

    private static int read(Brightness pixels, int width) {
        int block = width / BITS;
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = bit * block + block / 2;
            boolean upper = pixels.at(x, ROWS / 2) > 128;
            boolean lower = pixels.at(x, ROWS + ROWS / 2) > 128;
            if (upper == lower) {
                return -1;
            }
            number |= (upper ? 1 : 0) << bit;
        }
        return number;
    }
}
