package org.ictograph.localizer.torch;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which places of the picture are hidden in pre-training: the same in every slice of time, so that the answer cannot be read
 * from the frame before ("tube masking", Tong 2022).
 */
final class TubeMask {
    private final boolean[] slice;

    /** @param slice true for each hidden place of one slice, by row and column */
    TubeMask(boolean[] slice) {
        this.slice = slice.clone();
    }

    /**
     * Hides ⌊ratio · places⌋ of them.
     *
     * @param ratio from 0 to below 1
     */
    static TubeMask random(Tubelets tubelets, double ratio, Random random) {
        boolean[] slice = new boolean[tubelets.perSlice()];
        Arrays.fill(slice, 0, (int) (ratio * slice.length), true);
        for (int i = slice.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            boolean kept = slice[i];
            slice[i] = slice[other];
            slice[other] = kept;
        }
        return new TubeMask(slice);
    }

    /** Numbers of the hidden tokens of a clip, ascending. */
    int[] hidden(Tubelets tubelets) {
        return tokens(tubelets, true);
    }

    /** Numbers of the others, ascending. */
    int[] visible(Tubelets tubelets) {
        return tokens(tubelets, false);
    }

    private int[] tokens(Tubelets tubelets, boolean hidden) {
        return IntStream.range(0, tubelets.tokens())
                .filter(token -> slice[token % slice.length] == hidden)
                .toArray();
    }
}
