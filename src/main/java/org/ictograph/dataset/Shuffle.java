package org.ictograph.dataset;

/**
 * An order of names that looks random and is the same on every machine.
 *
 * @param purpose so that different orders come of one seed
 */
public record Shuffle(long seed, String purpose) {
    /** Names are put in the order of this number. */
    public long rank(String name) {
        return SplitMix.rank(seed, purpose + name);
    }
}
