package org.ictograph.timeline;

/** What a sub-lane shows. */
public enum LaneKind {
    /** The marks of the rater who works. */
    OWN,
    /** The marks of another rater. */
    OTHER,
    /** The adjudicated marks. */
    CONSENSUS,
    /** What a model proposes. */
    PROPOSALS,
    /** How the model's score runs. */
    SCORE
}
