package org.ictograph.video;

/**
 * How a movement becomes the three numbers of a pixel, as flow pictures usually have it: red for the way to the right and green for
 * the way down, 128 where there is none, and blue for the length of the way, each cut at {@link #BOUND} pixels.
 */
public final class FlowCode {
    /** Longest way in pixels that the numbers tell. */
    public static final double BOUND = 20;

    /** The way across or down is so many pixels: (number − 128) · 20 / 127. */
    public static final int STILL = 128;

    static final String TEXT =
            "optical flow from the picture before, in pixels of the clip, cut at ±20: red 128 + x · 127/20 (x to the"
                    + " right), green 128 + y · 127/20 (y down), blue the length · 255/20; nothing moves where red and green are 128";

    private static final int CHANNELS = 3;
    private static final double WAY = 127 / BOUND;
    private static final double LENGTH = 255 / BOUND;

    private FlowCode() {}

    /**
     * A number from 0 to 255.
     *
     * @param channel 0 for red, 1 for green, 2 for blue
     * @param right pixels
     * @param down pixels
     */
    public static double of(int channel, double right, double down) {
        return switch (channel) {
            case 0 -> STILL + WAY * cut(right);
            case 1 -> STILL + WAY * cut(down);
            default -> LENGTH * cut(Math.hypot(right, down));
        };
    }

    private static double cut(double way) {
        return Math.max(-BOUND, Math.min(BOUND, way));
    }

    /**
     * The pixels of a picture, red, green, blue.
     *
     * @param flow as {@link OpticalFlow} gives it
     */
    public static byte[] pixels(float[] flow) {
        byte[] pixels = new byte[flow.length / 2 * CHANNELS];
        for (int i = 0; i < pixels.length; i++) {
            int place = i / CHANNELS * 2;
            pixels[i] = (byte) Math.round(of(i % CHANNELS, flow[place], flow[place + 1]));
        }
        return pixels;
    }
}
