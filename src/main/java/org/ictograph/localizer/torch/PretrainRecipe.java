package org.ictograph.localizer.torch;

/**
 * How an encoder is pre-trained: masked reconstruction with a tube mask and Adam, as published for seizures of rats (mask ratio
 * 0.3, rate 1e-4), with the warm-up and cosine of VideoMAE. Half of the clips are mirrored, drawn anew in each round.
 *
 * @param epochs rounds through the clips
 * @param seed of the first weights, of the clips, their order, mirrors and masks
 * @param mask share of the places that is hidden
 * @param clips drawn from all cages together
 * @param rate of learning at its highest
 * @param size of a network that begins from nothing
 */
public record PretrainRecipe(int epochs, long seed, double mask, int clips, double rate, VideoMaeSize size) {
    /** What a CPU does in an hour or so, from nothing. */
    public static final PretrainRecipe SMALL = new PretrainRecipe(40, 1, 0.3, 1000, 1e-3, VideoMaeSize.SMALL);

    /** Rate for an encoder that has learned something already. */
    public static final double PUBLISHED_RATE = 1e-4;

    /** Clips in one step. */
    static final int BATCH = 8;

    /** Norm of all gradients together beyond which they are shortened. */
    static final double LONGEST_GRADIENT = 1;

    private static final double WARM = 0.05;

    public PretrainRecipe {
        if (epochs < 1 || epochs > 10_000) {
            throw new IllegalArgumentException("Training takes 1 to 10000 epochs.");
        }
        if (!(mask > 0) || mask >= 1) {
            throw new IllegalArgumentException("The share that is hidden lies between 0 and 1, for example 0.3.");
        }
        if (clips < 1 || clips > 1_000_000) {
            throw new IllegalArgumentException("Training looks at 1 to 1000000 clips.");
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("The rate of learning lies above 0.");
        }
    }

    /** The same for so many rounds. */
    public PretrainRecipe during(int rounds) {
        return new PretrainRecipe(rounds, seed, mask, clips, rate, size);
    }

    /** Rate of learning at a step, from 0. */
    double rateAt(long step, int stepsOfEpoch) {
        double all = (double) stepsOfEpoch * epochs;
        double warm = Math.max(1, WARM * all);
        if (step < warm) {
            return rate * (step + 1) / (warm + 1);
        }
        return rate * (1 + Math.cos(Math.PI * (step - warm) / Math.max(1, all - warm))) / 2;
    }
}
