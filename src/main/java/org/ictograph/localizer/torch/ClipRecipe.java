package org.ictograph.localizer.torch;

import org.ictograph.video.Modality;

/**
 * How a clip classifier is fine-tuned, as published for RodEpil: clips of 10 s of which the network sees its 16 pictures evenly,
 * stochastic gradient descent with momentum 0.9 and weight decay 1e-4, a rate that falls to a tenth and a hundredth, cross-entropy
 * weighted by class, mirrored, shifted, slightly turned, lighter and darker clips, shortened gradients, and mix-up if wanted.
 * The rate falls after 11 and 14 of 15 parts of the rounds, as TimeSformer's own code has it.
 *
 * @param epochs rounds; published: 20
 * @param seed of the clips without the behaviour, their order, their variations and the animals held out
 * @param rate of learning at its highest; published: 0.005
 * @param seconds of a clip; published: 10
 * @param negatives clips without the behaviour for each one with it; published: 3.4
 * @param folds networks that are trained, each with other animals held out; published: 5
 * @param mixup of the Beta distribution from which shares of two clips are drawn, above 0 to 1; 0 for none
 * @param modality what the network sees
 */
public record ClipRecipe(
        int epochs,
        long seed,
        double rate,
        double seconds,
        double negatives,
        int folds,
        double mixup,
        Modality modality) {
    /** As published, without mix-up. */
    public static final ClipRecipe PUBLISHED = new ClipRecipe(20, 1, 0.005, 10, 3.4, 5, 0, Modality.PICTURE);

    /** Clips in one step. */
    static final int BATCH = 8;

    static final double MOMENTUM = 0.9;
    static final double WEIGHT_DECAY = 1e-4;

    /** Norm of all gradients together beyond which they are shortened. */
    static final double LONGEST_GRADIENT = 1;

    private static final int PARTS = 15;
    private static final int FIRST = 11;
    private static final int SECOND = 14;

    public ClipRecipe {
        if (epochs < 1 || epochs > 10_000) {
            throw new IllegalArgumentException("Training takes 1 to 10000 epochs.");
        }
        if (!(rate > 0)) {
            throw new IllegalArgumentException("The rate of learning lies above 0.");
        }
        if (!(seconds > 0) || seconds > 600) {
            throw new IllegalArgumentException("A clip lasts up to 600 seconds.");
        }
        if (!(negatives > 0) || negatives > 1000) {
            throw new IllegalArgumentException("For each clip with the behaviour there are up to 1000 without.");
        }
        if (folds < 1 || folds > 100) {
            throw new IllegalArgumentException("There are 1 to 100 folds.");
        }
        if (!(mixup >= 0) || mixup > 1) {
            throw new IllegalArgumentException("Mix-up lies between 0, for none, and 1.");
        }
    }

    /** The same for so many rounds. */
    public ClipRecipe during(int rounds) {
        return new ClipRecipe(rounds, seed, rate, seconds, negatives, folds, mixup, modality);
    }

    /** Rate of learning in an epoch, from 0. */
    double rateIn(int epoch) {
        return epoch * PARTS < FIRST * epochs ? rate : epoch * PARTS < SECOND * epochs ? rate / 10 : rate / 100;
    }
}
