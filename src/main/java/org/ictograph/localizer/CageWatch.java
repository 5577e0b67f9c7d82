package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows one cage through a recording. Frames come at any times; the brightness of each block is interpolated to
 * {@value Spectrum#RATE} values a second, so that lost frames and other rates measure the same. Per value: the change
 * since the one before, less the change of the middle block (a lamp that fades or a camera that adapts changes all
 * blocks, an animal only some), and nothing at all while that is large (the light is switched). The changes add up to
 * a signal per block; its last two seconds are taken apart by frequency four times a second. Confined to one thread.
 */
final class CageWatch {
    private static final int PER_STEP = Spectrum.RATE / 4;
    /** Half a window lies before the time that it speaks of. */
    private static final int CENTRE = Spectrum.WINDOW / 2;

    private final BlockGrid grid;
    private final double noise;
    private final double flash;
    private final RhythmMeter meter;
    private final float[] before;
    private final float[] now;
    private final float[] sampled;
    private final float[] change;
    private final float[] ordered;
    private final float[][] signal;
    private final List<Double> energies = new ArrayList<>();
    private final List<CageMotion.Moment> moments = new ArrayList<>();
    private long beforeMicros = -1;
    private int samples;
    private double stepEnergy;

    /**
     * @param noise of a single pixel, in steps of brightness; the mean of a block of n × n pixels has an n-th of it
     * @param flash see {@link MotionPass}
     */
    CageWatch(BlockGrid grid, double noise, double flash) {
        this.grid = grid;
        this.noise = noise / grid.side();
        this.flash = flash;
        this.meter = new RhythmMeter(this.noise);
        this.before = new float[grid.blocks()];
        this.now = new float[grid.blocks()];
        this.sampled = new float[grid.blocks()];
        this.change = new float[grid.blocks()];
        this.ordered = new float[grid.blocks()];
        this.signal = new float[grid.blocks()][Spectrum.WINDOW];
    }

    /** The next frame. */
    void see(long micros, byte[] luma) {
        grid.means(luma, now);
        if (beforeMicros < 0) {
            System.arraycopy(now, 0, sampled, 0, now.length);
        } else {
            for (long at = sampleTime(); at <= micros; at = sampleTime()) {
                sample((float) (at - beforeMicros) / (micros - beforeMicros));
            }
        }
        System.arraycopy(now, 0, before, 0, now.length);
        beforeMicros = micros;
    }

    /** The first frame after a gap: nothing is known of the time between, so nothing moved in it, nor over its end. */
    void resume(long micros, byte[] luma) {
        while (sampleTime() <= micros) {
            sample(1);
        }
        grid.means(luma, now);
        System.arraycopy(now, 0, sampled, 0, now.length);
        System.arraycopy(now, 0, before, 0, now.length);
        beforeMicros = micros;
    }

    /** Completes the last steps, as if the last frame stayed. */
    CageMotion finish(long duration) {
        int wanted = (int) Math.max(1, duration / CageMotion.STEP);
        while (moments.size() < wanted) {
            sample(1);
        }
        return new CageMotion(moments.subList(0, wanted));
    }

    private long sampleTime() {
        return Math.round((samples + 1) * 1e6 / Spectrum.RATE);
    }

    private void sample(float share) {
        for (int i = 0; i < now.length; i++) {
            float value = before[i] + share * (now[i] - before[i]);
            change[i] = value - sampled[i];
            sampled[i] = value;
        }
        float common = middle(change);
        boolean light = Math.abs(common) > flash;
        double moved = 0;
        int place = (samples + 1) % Spectrum.WINDOW;
        int last = samples % Spectrum.WINDOW;
        for (int i = 0; i < now.length; i++) {
            float own = light ? 0 : change[i] - common;
            signal[i][place] = signal[i][last] + own;
            moved += Math.max(0, Math.abs(own) - noise);
        }
        stepEnergy += moved / Math.max(1, now.length);
        samples++;
        if (samples % PER_STEP == 0) {
            energies.add(stepEnergy / PER_STEP);
            stepEnergy = 0;
            if (samples >= CENTRE) {
                rhythm(place);
            }
        }
    }

    private void rhythm(int newest) {
        meter.clear();
        for (float[] block : signal) {
            meter.add(block, newest);
        }
        double energy = energies.get(moments.size());
        moments.add(new CageMotion.Moment(energy, meter.slow(), meter.rhythmic(), meter.total()));
    }

    private float middle(float[] values) {
        if (values.length == 0) {
            return 0;
        }
        System.arraycopy(values, 0, ordered, 0, values.length);
        Arrays.sort(ordered);
        return ordered[values.length / 2];
    }
}
