package org.ictograph.localizer.torch;

import org.ictograph.localizer.LocalizerException;

/**
 * Fits learned position and time embeddings to another number of places or frames, by nearest neighbour as the reference does:
 * out[i] = in[⌊i · old / new⌋].
 */
final class Resize {
    private Resize() {}

    /** @param name an array [1, frames, hidden] of the weights, replaced when it has another number of frames */
    static void times(Weights weights, String name, int frames) throws LocalizerException {
        int old = weights.length(name, 1);
        if (old != frames) {
            replace(weights, name, nearest(old, frames));
        }
    }

    /**
     * @param name an array [1, before + side², hidden], replaced when it has another side
     * @param before how many tokens come before the grid and stay as they are
     */
    static void grid(Weights weights, String name, int before, int side) throws LocalizerException {
        int length = weights.length(name, 1);
        int old = (int) Math.round(Math.sqrt(length - before));
        if (old == side || old * old != length - before) {
            return;
        }
        int[] along = nearest(old, side);
        int[] rows = new int[before + side * side];
        for (int i = 0; i < before; i++) {
            rows[i] = i;
        }
        for (int i = 0; i < side * side; i++) {
            rows[before + i] = before + along[i / side] * old + along[i % side];
        }
        replace(weights, name, rows);
    }

    private static int[] nearest(int old, int wanted) {
        int[] rows = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            rows[i] = (int) ((long) i * old / wanted);
        }
        return rows;
    }

    private static void replace(Weights weights, String name, int[] rows) throws LocalizerException {
        int hidden = weights.length(name, 2);
        float[] before = weights.take(name, 1, weights.length(name, 1), hidden).toFloatArray();
        float[] after = new float[rows.length * hidden];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(before, rows[i] * hidden, after, i * hidden, hidden);
        }
        weights.replace(name, Layers.array(weights.manager(), after, 1, rows.length, hidden));
    }
}
