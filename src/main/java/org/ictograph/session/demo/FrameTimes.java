package org.ictograph.session.demo;

/** When each frame of a demo recording starts, in microseconds. Immutable. */
final class FrameTimes {
    /** Nominal frames per second. */
    static final int RATE = 30;

    private final long[] micros;

    private FrameTimes(long[] micros) {
        this.micros = micros;
    }

    /** A camera that keeps time. */
    static FrameTimes steady(double seconds) {
        long[] micros = new long[(int) Math.round(seconds * RATE)];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = Math.round(i * 1e6 / RATE);
        }
        return new FrameTimes(micros);
    }

    /**
     * A camera that does not: about one frame in twelve is lost, sometimes several in a row, and the others come up to
     * 7 ms early or late. Times are whole milliseconds, which is what Matroska stores.
     */
    static FrameTimes variable(double seconds, Dice dice) {
        int nominal = (int) Math.round(seconds * RATE);
        long[] micros = new long[nominal];
        int kept = 1;
        int lost = 0;
        for (int i = 1; i < nominal; i++) {
            if (lost == 0 && dice.chance(0.05)) {
                lost = dice.chance(0.2) ? 2 + dice.below(5) : 1;
            }
            if (lost > 0) {
                lost--;
            } else {
                micros[kept++] = Math.round(i * 1000.0 / RATE + dice.between(-7, 7)) * 1000;
            }
        }
        return new FrameTimes(java.util.Arrays.copyOf(micros, kept));
    }

    int frames() {
        return micros.length;
    }

    long microsOf(int frame) {
        return micros[frame];
    }
}
