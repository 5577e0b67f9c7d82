package org.ictograph.session.demo;

/**
 * Colour and surface of a part.
 *
 * @param luma brightness where light falls on it, 16 to 235
 * @param u blue difference, 128 is grey
 * @param v red difference, 128 is grey
 * @param rounding how much darker the sides are, 0 (flat) to 1
 * @param fur how rough it looks, in steps of brightness
 */
record Coat(int luma, int u, int v, double rounding, int fur) {
    static final Coat WHITE_FUR = new Coat(214, 124, 131, 0.55, 5);
    static final Coat PINK_SKIN = new Coat(168, 120, 148, 0.5, 2);
    static final Coat EYE = new Coat(40, 122, 150, 0.2, 0);
    static final Coat CAP = new Coat(92, 104, 206, 0.45, 0);
    static final Coat CABLE = new Coat(52, 128, 128, 0.2, 0);

    /** The same surface in infrared light: no colours, the eye shines. */
    Coat inInfrared() {
        int seen = equals(EYE) ? 190 : 30 + luma * 6 / 10;
        return new Coat(seen, 128, 128, rounding, fur);
    }
}
