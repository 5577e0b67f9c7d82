package org.ictograph.dataset;

/**
 * How large a data set becomes and how long writing it takes here, told from a few clips that were cut for trial.
 *
 * @param tried how many clips were cut
 * @param clips how many clips the data set has
 * @param bytes of the whole data set
 * @param seconds for cutting and proving all of it, without features
 * @param least the same if all went as fast as the fastest piece
 * @param most the same if all went as slowly as the slowest
 */
public record Estimate(int tried, int clips, long bytes, double seconds, double least, double most) {
    /** For another number of clips of the same form. */
    public Estimate forClips(int changed) {
        double share = (double) changed / clips;
        return new Estimate(tried, changed, Math.round(bytes * share), seconds * share, least * share, most * share);
    }
}
