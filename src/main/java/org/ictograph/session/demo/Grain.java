package org.ictograph.session.demo;

/**
 * The noise of a camera's sensor: a long table of normal deviates that is laid over each frame from another starting
 * point. Immutable.
 */
final class Grain {
    private static final int STARTS = 65_521;

    private final byte[] noise;
    private final Dice starts;

    /** @param deviation standard deviation in steps of brightness */
    Grain(int pixels, double deviation, Dice dice) {
        noise = new byte[pixels + STARTS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(deviation * dice.gaussian());
        }
        starts = dice.named("starts");
    }

    /** Adds noise, glare and an error of exposure to every pixel. */
    void addTo(byte[] luma, byte[] glare, int exposureError, int frame) {
        int start = (int)
                Long.remainderUnsigned(starts.named(Integer.toString(frame)).next(), STARTS);
        for (int i = 0; i < luma.length; i++) {
            int bright = (luma[i] & 0xFF) + glare[i] + noise[start + i] + exposureError;
            luma[i] = (byte) Math.max(16, Math.min(235, bright));
        }
    }
}
