package org.ictograph.report.drawing;

/** What a part of a drawing is, so that each medium and theme can choose its colour. Never the only difference. */
public enum Hue {
    INK,
    MUTED,
    LINE,
    /** The first rater, or the only series. */
    FIRST,
    /** The second rater, or the second series. */
    SECOND
}
