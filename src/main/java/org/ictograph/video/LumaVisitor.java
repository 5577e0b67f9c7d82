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
}
