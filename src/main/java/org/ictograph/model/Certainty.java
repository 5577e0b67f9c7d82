package org.ictograph.model;

/** How sure the rater is. */
public enum Certainty {
    CERTAIN,
    PROBABLE,
    UNCERTAIN
}
