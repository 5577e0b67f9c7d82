package org.ictograph.localizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpectrumTest {
    private final double[] power = new double[Spectrum.HIGHEST + 1];

    @Test
    void aSineOfAmplitudeOneHasPowerOneAtItsFrequency() {
        new Spectrum().power(sine(5, 1), power);
        assertEquals(1, power[10], 0.02);
        assertEquals(0.25, power[9], 0.02, "Hann's window spreads half the amplitude to each neighbour");
        assertEquals(0, power[13], 1e-3);
    }

    @Test
    void powerGrowsWithTheSquareOfTheAmplitude() {
        new Spectrum().power(sine(3, 10), power);
        assertEquals(100, power[6], 2);
    }

    @Test
    void aStraightLineHasNoPower() {
        float[] line = new float[Spectrum.WINDOW];
        for (int i = 0; i < line.length; i++) {
            line[i] = 7 + 0.5f * i;
        }
        new Spectrum().power(line, power);
        for (double each : power) {
            assertEquals(0, each, 1e-6);
        }
    }

    private static float[] sine(double hertz, double amplitude) {
        float[] values = new float[Spectrum.WINDOW];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / 32 + 0.3));
        }
        return values;
    }
}
