package org.ictograph.localizer.torch;

/**
 * How RaSeformer is trained, as published for RatSeizure (AdamW, weight decay 0.05, a linear warm-up for half of the epochs and
 * half a cosine for the rest, gradient norm 1, the moving average of the weights is what counts), with two differences: residual
 * branches are dropped in training but single numbers are not, and the moving average goes faster at first, since few labels
 * make few steps.
 *
 * @param epochs rounds; published: 40
 * @param seed of the first weights, the animals held out, the order of windows and what is dropped
 * @param channels of the network; published: 512
 * @param rate of learning at its highest; published: 1e-4
 */
public record Recipe(int epochs, long seed, int channels, double rate) {
    /** As published. */
    public static final Recipe PUBLISHED = new Recipe(40, 1, 512, 1e-4);

    /** What a CPU does in minutes, for the small encoder. */
    public static Recipe small(int epochs) {
        return new Recipe(epochs, 1, 64, 1e-3);
    }

    /** Sequences in one step. */
    static final int BATCH = 2;

    static final double WEIGHT_DECAY = 0.05;
    static final double LONGEST_GRADIENT = 1;
    static final double DROPPED = 0.1;

    /** Where the running number of points begins, see {@link LocalizationLoss}. */
    static final double NORMALISER = 100;

    private static final double LEAST_RATE = 1e-8;
    private static final double SLOWEST = 0.999;
    private static final int HEADS = 4;

    public Recipe {
        if (epochs < 1 || epochs > 10_000) {
            throw new IllegalArgumentException("Training takes 1 to 10000 epochs.");
        }
        if (channels < HEADS || channels > 4096 || channels % HEADS != 0) {
            throw new IllegalArgumentException("The network has 4 to 4096 channels, a multiple of 4.");
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("The rate of learning lies above 0.");
        }
    }

    /** Rate of learning at a step, from 0. */
    double rateAt(long step, int stepsOfEpoch) {
        long warm = (long) stepsOfEpoch * (epochs / 2);
        long all = (long) stepsOfEpoch * epochs;
        if (step < warm) {
            return LEAST_RATE + (rate - LEAST_RATE) * step / Math.max(1, warm - 1);
        }
        double done = (double) (step - warm) / Math.max(1, all - warm);
        return LEAST_RATE + (rate - LEAST_RATE) * (1 + Math.cos(Math.PI * done)) / 2;
    }

    /** Share of the moving average that stays at a step, from 0. */
    static double stays(long step) {
        return Math.min(SLOWEST, (1.0 + step) / (10.0 + step));
    }
}
