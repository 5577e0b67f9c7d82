package org.ictograph.video;

/** Sees the brightness of frames as they are decoded in order. */
@FunctionalInterface
public interface LumaVisitor {
    /**
     * One frame.
     *
     * @param frame number of the frame
     * @param micros when it starts
     * @param luma {@code width × height} brightness values, rows from the top; valid during this call only
     */
    void visit(int frame, long micros, byte[] luma);

    /** Passes on the first frame of each step only. */
    static LumaVisitor thinned(long step, LumaVisitor visitor) {
        long[] due = {Long.MIN_VALUE};
        return (frame, micros, luma) -> {
            if (micros >= due[0]) {
                due[0] = (micros / step + 1) * step;
                visitor.visit(frame, micros, luma);
            }
        };
    }
}
