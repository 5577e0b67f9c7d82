package org.ictograph.model;

/**
 * What came of taking a bundle in.
 *
 * @param raterName whose work it holds
 * @param fresh edits that were not known before
 * @param known edits that were in the study already
 * @param conflicts on the review list of the whole study now
 */
public record TakenIn(String raterName, int fresh, int known, int conflicts) {}
