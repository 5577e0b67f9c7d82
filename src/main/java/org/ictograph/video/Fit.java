package org.ictograph.video;

/** How a cage's crop becomes a clip's picture. */
public enum Fit {
    /** The crop as it is. */
    NATIVE,
    /** The whole crop, scaled, with black beside it where the shapes differ. */
    PADDED,
    /** The middle of the crop, scaled, what sticks out is cut off. */
    CENTRE_CROP
}
