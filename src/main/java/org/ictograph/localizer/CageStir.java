package org.ictograph.localizer;

import java.util.Arrays;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * How much moves in one cage, from a few frames a second: per pair of frames the mean change of the blocks' brightness above
 * noise, less the change of the middle block (a lamp that fades changes all blocks, an animal only some), and nothing at all
 * where that is large (the light is switched). Pairs across a gap in the recording tell nothing. Pairs that lie in the same {@link CageMotion#STEP} are averaged. Confined to
 * one thread.
 */
final class CageStir {
    private final BlockGrid grid;
    private final double noise;
    private final double flash;
    private final double[] energy;
    private final int[] pairs;
    private final int first;
    private final SpanSet gaps;
    private float[] before;
    private float[] now;
    private final float[] change;
    private final float[] ordered;
    /** When the frame before was shown, -1 while there is none. */
    private long beforeMicros = -1;

    /**
     * @param noise of a single pixel, in steps of brightness; the mean of a block of n × n pixels has an n-th of it
     * @param flash change of the middle block from which on it is the light that changes
     * @param first number of the first step
     * @param steps how many steps there are at most
     * @param gaps in which nothing was filmed
     */
    CageStir(BlockGrid grid, double noise, double flash, int first, int steps, SpanSet gaps) {
        this.grid = grid;
        this.noise = noise / grid.side();
        this.flash = flash;
        this.first = first;
        this.gaps = gaps;
        this.energy = new double[steps];
        this.pairs = new int[steps];
        this.before = new float[grid.blocks()];
        this.now = new float[grid.blocks()];
        this.change = new float[grid.blocks()];
        this.ordered = new float[grid.blocks()];
    }

    /** The next frame. */
    void see(long micros, byte[] luma) {
        grid.means(luma, now);
        if (beforeMicros >= 0 && !gapBefore(micros)) {
            int step = (int) (micros / CageMotion.STEP) - first;
            energy[step] += moved();
            pairs[step]++;
        }
        float[] older = before;
        before = now;
        now = older;
        beforeMicros = micros;
    }

    private boolean gapBefore(long micros) {
        return gaps.spans().stream().anyMatch(gap -> gap.end() > beforeMicros && gap.end() <= micros);
    }

    private double moved() {
        for (int i = 0; i < change.length; i++) {
            change[i] = now[i] - before[i];
        }
        float common = middle();
        if (change.length == 0 || Math.abs(common) > flash) {
            return 0;
        }
        double moved = 0;
        for (float block : change) {
            moved += Math.max(0, Math.abs(block - common) - noise);
        }
        return moved / change.length;
    }

    private float middle() {
        System.arraycopy(change, 0, ordered, 0, change.length);
        Arrays.sort(ordered);
        return ordered.length == 0 ? 0 : ordered[ordered.length / 2];
    }

    /** Fills in the mean energy of these steps; a step without a pair has that of the one before, or after at the start; in a gap nothing moves. */
    void copyTo(double[] means) {
        int end = Math.min(energy.length, means.length - first);
        double last = 0;
        for (int step = end - 1; step >= 0; step--) {
            last = pairs[step] > 0 ? energy[step] / pairs[step] : last;
            means[first + step] = last;
        }
        for (int step = 1; step < end; step++) {
            if (pairs[step] == 0) {
                means[first + step] = means[first + step - 1];
            }
        }
        for (int step = 0; step < end; step++) {
            long start = (first + step) * CageMotion.STEP;
            if (gaps.covers(new Span(start, start + CageMotion.STEP))) {
                means[first + step] = 0;
            }
        }
    }
}
