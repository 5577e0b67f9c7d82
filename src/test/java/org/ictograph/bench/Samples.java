package org.ictograph.bench;

import java.util.Arrays;

/** Values measured one after another, and what lies below a share of them. */
final class Samples {
    private double[] values = new double[64];
    private int count;
    private int warmUp;

    Samples() {
        this(0);
    }

    /** @param warmUp how many values to pass over before the first that counts */
    Samples(int warmUp) {
        this.warmUp = warmUp;
    }

    /** Adds how long something takes, in milliseconds. */
    void time(Timed work) throws Exception {
        add(millis(work));
    }

    /** How long something takes, in milliseconds. */
    static double millis(Timed work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    void add(double value) {
        if (warmUp > 0) {
            warmUp--;
            return;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    double p99() {
        return quantile(0.99);
    }

    double longest() {
        return quantile(1);
    }

    private double quantile(double share) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(share * count))];
    }

    /** Something that is timed. */
    @FunctionalInterface
    interface Timed {
        void run() throws Exception;
    }
}
