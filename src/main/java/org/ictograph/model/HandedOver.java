package org.ictograph.model;

/**
 * What a bundle holds.
 *
 * @param edits by the rater, or of the rater's marks
 * @param others edits of others that these build on
 * @param head hash of the newest entry of the study's log
 */
public record HandedOver(String raterName, int edits, int others, String head) {}
