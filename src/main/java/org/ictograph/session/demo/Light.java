package org.ictograph.session.demo;

/**
 * The light in the room. By day the camera sees colours; at night it sees infrared, in grey.
 *
 * @param day whether the recording starts by day
 * @param switchedAt microseconds when the light goes on or off, {@link #NEVER} when it stays
 */
record Light(boolean day, long switchedAt) {
    static final long NEVER = Long.MAX_VALUE;

    /** Seconds in which the camera's exposure follows a new light. */
    private static final double ADAPTING = 0.7;

    boolean dayAt(long micros) {
        return micros < switchedAt ? day : !day;
    }

    /** How much too bright or too dark the picture is while the camera adapts. */
    int exposureError(long micros) {
        if (micros < switchedAt) {
            return 0;
        }
        double since = (micros - switchedAt) / 1e6;
        return (int) Math.round((day ? -38 : 46) * Math.exp(-since / ADAPTING));
    }
}
