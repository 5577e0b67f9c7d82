package org.ictograph.exchange;

/**
 * What a model says about one clip of a data set.
 *
 * @param line of the file, for sentences
 * @param clip name of the clip
 * @param task which of several tasks of few shots it was asked in, such as {@code 2-shot 1}; empty where there are none
 * @param score the higher, the more the model is for it
 */
public record ClipAnswer(int line, String clip, String task, double score) {}
