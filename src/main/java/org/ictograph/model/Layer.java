package org.ictograph.model;

/** Whether a mark is one rater's own or the adjudicated consensus. The consensus never overwrites the ratings. */
public enum Layer {
    RATING,
    CONSENSUS
}
