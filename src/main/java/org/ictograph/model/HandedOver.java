package org.ictograph.model;

/**
 * What a bundle holds.
 *
 * @param edits of the rater
 * @param others edits of others that the rater's refer to
 * @param head hash of the newest entry of the study's log
 */
public record HandedOver(String raterName, int edits, int others, String head) {}
