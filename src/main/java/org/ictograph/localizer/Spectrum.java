package org.ictograph.localizer;

/**
 * Power of a short signal at whole multiples of half a hertz: the discrete Fourier transform of {@value #WINDOW} values,
 * {@value #RATE} a second, after subtracting the straight line through them (least squares) and weighting with Hann's
 * window, so that a slow drift does not pour power into the other frequencies. Immutable.
 */
final class Spectrum {
    /** Values per second. */
    static final int RATE = 32;
    /** Values in a window: two seconds. */
    static final int WINDOW = 64;
    /** Highest multiple of half a hertz that is worked out: 12 Hz. */
    static final int HIGHEST = 24;

    private final float[] cosine = new float[(HIGHEST + 1) * WINDOW];
    private final float[] sine = new float[(HIGHEST + 1) * WINDOW];
    private final float[] hann = new float[WINDOW];

    Spectrum() {
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW));
            for (int k = 0; k <= HIGHEST; k++) {
                cosine[k * WINDOW + i] = (float) Math.cos(2 * Math.PI * k * i / WINDOW);
                sine[k * WINDOW + i] = (float) Math.sin(2 * Math.PI * k * i / WINDOW);
            }
        }
    }

    /**
     * @param signal {@link #WINDOW} values; overwritten
     * @param power receives the power at 0, 0.5, 1 … 12 Hz; a sine of amplitude 1 has power 1 at its frequency
     */
    void power(float[] signal, double[] power) {
        flatten(signal);
        double scale = 4.0 / WINDOW * 4.0 / WINDOW;
        for (int k = 0; k <= HIGHEST; k++) {
            float re = 0;
            float im = 0;
            int row = k * WINDOW;
            for (int i = 0; i < WINDOW; i++) {
                re += signal[i] * cosine[row + i];
                im += signal[i] * sine[row + i];
            }
            power[k] = scale * (re * re + im * im);
        }
    }

    private void flatten(float[] signal) {
        double sum = 0;
        double tilt = 0;
        double middle = (WINDOW - 1) / 2.0;
        for (int i = 0; i < WINDOW; i++) {
            sum += signal[i];
            tilt += (i - middle) * signal[i];
        }
        double mean = sum / WINDOW;
        // The sum of squares of -31.5 … 31.5 is n (n² - 1) / 12.
        double slope = tilt / (WINDOW * ((double) WINDOW * WINDOW - 1) / 12);
        for (int i = 0; i < WINDOW; i++) {
            signal[i] = (float) ((signal[i] - mean - slope * (i - middle)) * hann[i]);
        }
    }
}
