package org.ictograph.timeline;

/** When each frame of a recording starts. Frames count from 0; a declared frame rate plays no part. */
public interface FrameTimes {
    /** Number of frames, at least 1. */
    int frames();

    /** When a frame starts, in microseconds since the first. */
    long microsOf(int frame);

    /** The frame on screen at a time; the first before the start, the last after the end. */
    int frameAt(long micros);

    /** The start of the frame that is nearest to a time. */
    default long nearest(long micros) {
        int frame = frameAt(micros);
        long here = microsOf(frame);
        if (frame + 1 >= frames()) {
            return here;
        }
        long next = microsOf(frame + 1);
        return micros - here <= next - micros ? here : next;
    }
}
