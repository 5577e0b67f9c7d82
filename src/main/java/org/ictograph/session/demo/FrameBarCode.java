package org.ictograph.session.demo;

import java.util.OptionalInt;

/**
 * The number of a frame written into its picture, so that a test can prove which frame it got. Two rows of 24 cells of
 * 8 × 8 pixels in the lower left corner, most significant bit first: the number (white is 1) and, below it, its
 * complement. The cells lie on the codecs' 8 × 8 grid and survive heavy compression; where one does not, number and
 * complement contradict each other.
 */
public final class FrameBarCode {
    /** Height of the strip at the bottom of the picture that belongs to the code. */
    public static final int STRIP = 16;

    private static final int BITS = 24;
    private static final int CELL = 8;
    private static final int QUIET = 2;
    private static final int MIDDLE_GREY = 126;
    private static final byte WHITE = (byte) 225;
    private static final byte BLACK = 24;

    private FrameBarCode() {}

    /** Writes a number into a picture that is at least 192 × 16 pixels. */
    public static void write(int number, byte[] luma, int width) {
        int top = luma.length / width - STRIP;
        for (int y = 0; y < STRIP; y++) {
            boolean complement = y >= CELL;
            for (int x = 0; x < BITS * CELL; x++) {
                boolean one = (number >>> (BITS - 1 - x / CELL) & 1) == 1;
                luma[(top + y) * width + x] = one == complement ? BLACK : WHITE;
            }
        }
    }

    /**
     * Reads the number from the brightness of a whole picture.
     *
     * @param luma rows from the top, {@code width} values each
     * @return empty when there is no readable code
     */
    public static OptionalInt read(byte[] luma, int width) {
        int top = luma.length / width - STRIP;
        if (top < 0 || width < BITS * CELL) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            boolean one = white(luma, width, bit * CELL, top);
            if (one == white(luma, width, bit * CELL, top + CELL)) {
                return OptionalInt.empty();
            }
            number = number << 1 | (one ? 1 : 0);
        }
        return OptionalInt.of(number);
    }

    private static boolean white(byte[] luma, int width, int left, int top) {
        int sum = 0;
        for (int y = QUIET; y < CELL - QUIET; y++) {
            for (int x = QUIET; x < CELL - QUIET; x++) {
                sum += luma[(top + y) * width + left + x] & 0xFF;
            }
        }
        int side = CELL - 2 * QUIET;
        return sum > MIDDLE_GREY * side * side;
    }
}
