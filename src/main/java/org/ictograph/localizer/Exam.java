package org.ictograph.localizer;

import java.util.List;

/**
 * How a new model is to be tested.
 *
 * @param heldOut names of the animals that it never learns from; none for one animal of four, drawn by chance
 * @param folds into how many parts all animals are dealt, each of which is tested once by a network that learned from the
 *     others; 1 for no such test. These networks are thrown away
 */
public record Exam(List<String> heldOut, int folds) {
    /** One animal of four is held out, and that is all. */
    public static final Exam USUAL = new Exam(List.of(), 1);

    private static final int MOST = 20;

    public Exam {
        heldOut = heldOut.stream().distinct().sorted().toList();
        if (folds < 1 || folds > MOST) {
            throw new IllegalArgumentException("There are 1 to " + MOST + " folds, not " + folds + ".");
        }
    }
}
