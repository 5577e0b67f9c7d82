package org.ictograph.exchange;

/**
 * What is true and what a model says about one clip.
 *
 * @param clip name of the clip
 * @param score the higher, the more the model is for it
 */
public record ClipPrediction(String clip, boolean truth, double score) {}
