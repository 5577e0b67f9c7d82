package org.ictograph.model;

/** How much of the animal can be seen while it does what the mark says. */
public enum Visibility {
    FULL,
    PARTIAL,
    HIDDEN
}
