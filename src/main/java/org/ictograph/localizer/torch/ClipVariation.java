package org.ictograph.localizer.torch;

import java.util.Random;

/**
 * One way to show a clip a little differently, the same for all of its pictures: mirrored or not, shifted by up to a tenth, turned
 * by up to 10°, with up to a fifth more or less contrast and a tenth more or less brightness. What comes in from outside is the
 * nearest edge. Immutable.
 *
 * @param across share of the width by which it is shifted
 * @param down share of the height by which it is shifted
 * @param angle radians
 * @param contrast factor around the middle of brightness
 * @param light added to brightness from 0 to 255
 */
record ClipVariation(boolean mirrored, double across, double down, double angle, double contrast, double light) {
    /** The clip as it is. */
    static final ClipVariation NONE = new ClipVariation(false, 0, 0, 0, 1, 0);

    private static final double SHIFT = 0.1;
    private static final double TURN = Math.toRadians(10);
    private static final double CONTRAST = 0.2;
    private static final double LIGHT = 25.5;
    private static final double WHITE = 255;
    private static final double MIDDLE = 127.5;

    static ClipVariation random(Random random) {
        return new ClipVariation(
                random.nextBoolean(),
                SHIFT * even(random),
                SHIFT * even(random),
                TURN * even(random),
                1 + CONTRAST * even(random),
                LIGHT * even(random));
    }

    private static double even(Random random) {
        return 2 * random.nextDouble() - 1;
    }

    /** @return brightness from 0 to 255 of one picture, row by row */
    float[] apply(StoredClip clip, int frame) {
        int size = clip.size();
        float[] shown = new float[size * size];
        double middle = (size - 1) / 2.0;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double x = (mirrored ? size - 1 - column : column) - middle - across * size;
                double y = row - middle - down * size;
                double bright = between(clip, frame, middle + cosine * x + sine * y, middle - sine * x + cosine * y);
                double changed = (bright - MIDDLE) * contrast + MIDDLE + light;
                shown[row * size + column] = (float) Math.max(0, Math.min(WHITE, changed));
            }
        }
        return shown;
    }

    /** Brightness between pixels, bilinear. */
    private static double between(StoredClip clip, int frame, double x, double y) {
        int last = clip.size() - 1;
        double left = Math.max(0, Math.min(last, x));
        double top = Math.max(0, Math.min(last, y));
        int column = (int) Math.min(left, last - 1);
        int row = (int) Math.min(top, last - 1);
        double right = left - column;
        double below = top - row;
        double upper = clip.at(frame, row, column) * (1 - right) + clip.at(frame, row, column + 1) * right;
        double lower = clip.at(frame, row + 1, column) * (1 - right) + clip.at(frame, row + 1, column + 1) * right;
        return upper * (1 - below) + lower * below;
    }
}
