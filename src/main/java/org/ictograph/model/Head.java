package org.ictograph.model;

/**
 * The end of a study's edit log. Whoever knows it can prove that everything up to it is still there, unchanged.
 *
 * @param sequence of the newest entry, 0 while there is none
 * @param hash of the newest entry, which stands for all entries before it; of an empty log, what the first entry follows
 */
public record Head(long sequence, String hash) {}
