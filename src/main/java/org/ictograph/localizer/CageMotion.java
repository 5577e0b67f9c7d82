package org.ictograph.localizer;

import java.util.List;

/** How one cage moved, four times a second. Moment {@code i} speaks of the time around {@code i × STEP}. */
record CageMotion(List<Moment> moments) {
    /** Microseconds between moments. */
    static final long STEP = 250_000;

    CageMotion {
        moments = List.copyOf(moments);
    }

    /**
     * Powers are sums over the blocks that move, of the two seconds around the moment.
     *
     * @param energy mean change of the blocks' brightness above noise in the quarter of a second that begins here, in
     *     steps of brightness per 1/32 s
     * @param slow power below 1.5 Hz
     * @param rhythmic power around each block's own strongest frequency between 2 and 8 Hz, weighted with its share in
     *     the block's power: large where something repeats, small where something merely moves
     * @param total power from 0.5 to 12 Hz
     */
    record Moment(double energy, double slow, double rhythmic, double total) {}
}
