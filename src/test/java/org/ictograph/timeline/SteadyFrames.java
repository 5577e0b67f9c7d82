package org.ictograph.timeline;

/** Frames that are all equally long, without rounding. */
record SteadyFrames(int frames, long length) implements FrameTimes {
    @Override
    public long microsOf(int frame) {
        return frame * length;
    }

    @Override
    public int frameAt(long micros) {
        return (int) Math.max(0, Math.min(frames - 1, micros / length));
    }
}
