package org.ictograph.measure;

/** How many special ones are in a sample that is drawn without replacement. Immutable. */
final class Hypergeometric {
    private final int all;
    private final int drawn;
    private final double[] logFactorial;

    /**
     * @param all how many there are
     * @param drawn how many of them are in the sample
     */
    Hypergeometric(int all, int drawn) {
        this.all = all;
        this.drawn = drawn;
        logFactorial = new double[all + 1];
        for (int i = 1; i <= all; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
    }

    /** Probability of at most so many special ones in the sample when there are {@code special} of them altogether. */
    double atMost(int count, int special) {
        double sum = 0;
        int from = Math.max(0, drawn - (all - special));
        for (int i = from; i <= Math.min(count, Math.min(drawn, special)); i++) {
            sum += Math.exp(ways(special, i) + ways(all - special, drawn - i) - ways(all, drawn));
        }
        return Math.min(1, sum);
    }

    private double ways(int of, int chosen) {
        return logFactorial[of] - logFactorial[chosen] - logFactorial[of - chosen];
    }
}
