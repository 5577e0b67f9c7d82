package org.ictograph.model;

/** How a label's area is filled, so that colour is never the only difference. */
public enum Pattern {
    SOLID,
    DIAGONAL,
    CROSS,
    DOTS
}
