package org.ictograph.localizer;

import java.util.Arrays;

/**
 * Tells repeated motion from other motion over one window of two seconds. For a block with power P(f), peak frequency
 * f* between 2 and 8 Hz and p = P(f* − ½) + P(f*) + P(f* + ½): rhythmic power is p · p / ΣP. A limb in clonus puts
 * nearly all power of its blocks into one peak and counts nearly whole; an animal that walks through changes each block
 * once, which spreads over all low frequencies and counts little. Confined to one thread.
 */
final class RhythmMeter {
    private static final int PER_HERTZ = Spectrum.WINDOW / Spectrum.RATE;
    private static final int BAND_LOW = 2 * PER_HERTZ;
    private static final int BAND_HIGH = 8 * PER_HERTZ;
    private static final int SLOW_HIGH = PER_HERTZ;

    private final Spectrum spectrum = new Spectrum();
    private final float[] window = new float[Spectrum.WINDOW];
    private final double[] power = new double[Spectrum.HIGHEST + 1];
    private final double noise;
    private double slow;
    private double rhythmic;
    private double total;

    /** @param noise blocks that stay within this many steps of brightness on either side are not looked at */
    RhythmMeter(double noise) {
        this.noise = noise;
    }

    void clear() {
        slow = 0;
        rhythmic = 0;
        total = 0;
    }

    /**
     * Adds a block.
     *
     * @param ring the last {@link Spectrum#WINDOW} values
     * @param newest where the newest of them is
     */
    void add(float[] ring, int newest) {
        int oldest = (newest + 1) % ring.length;
        System.arraycopy(ring, oldest, window, 0, ring.length - oldest);
        System.arraycopy(ring, 0, window, ring.length - oldest, oldest);
        if (!moves()) {
            return;
        }
        spectrum.power(window, power);
        int peak = BAND_LOW;
        for (int k = BAND_LOW; k <= BAND_HIGH; k++) {
            peak = power[k] > power[peak] ? k : peak;
        }
        double peakPower = power[peak - 1] + power[peak] + power[peak + 1];
        double all = Arrays.stream(power, 1, power.length).sum();
        for (int k = 1; k <= SLOW_HIGH; k++) {
            slow += power[k];
        }
        total += all;
        rhythmic += all > 0 ? peakPower * peakPower / all : 0;
    }

    private boolean moves() {
        float low = window[0];
        float high = window[0];
        for (float value : window) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low > 2 * noise;
    }

    double slow() {
        return slow;
    }

    double rhythmic() {
        return rhythmic;
    }

    double total() {
        return total;
    }
}
