package org.ictograph.session.demo;

/** Digits and hyphens of 3 × 5 dots, for the tags of the cages. */
final class Lettering {
    /** Takes a pixel that is black. */
    @FunctionalInterface
    interface Ink {
        void dot(int column, int row);
    }

    private static final String CHARACTERS = "0123456789-";
    /** Rows from the top, three bits each, the left dot first. */
    private static final int[] DOTS = {
        0b111_101_101_101_111,
        0b010_110_010_010_111,
        0b111_001_111_100_111,
        0b111_001_011_001_111,
        0b101_101_111_001_001,
        0b111_100_111_001_111,
        0b111_100_111_101_111,
        0b111_001_010_010_010,
        0b111_101_111_101_111,
        0b111_101_111_001_111,
        0b000_000_111_000_000,
    };

    private static final int COLUMNS = 3;
    private static final int ROWS = 5;
    private static final int PITCH = COLUMNS + 1;

    private Lettering() {}

    static int width(String text, int size) {
        return (text.length() * PITCH - 1) * size;
    }

    static int height(int size) {
        return ROWS * size;
    }

    /** Shows every black pixel of a text, counted from its upper left corner. */
    static void print(String text, int size, Ink ink) {
        for (int row = 0; row < height(size); row++) {
            for (int column = 0; column < width(text, size); column++) {
                int inLetter = column / size % PITCH;
                int dots = DOTS[Math.max(0, CHARACTERS.indexOf(text.charAt(column / size / PITCH)))];
                int bit = (ROWS - 1 - row / size) * COLUMNS + (COLUMNS - 1 - inLetter);
                if (inLetter < COLUMNS && (dots >>> bit & 1) == 1) {
                    ink.dot(column, row);
                }
            }
        }
    }
}
