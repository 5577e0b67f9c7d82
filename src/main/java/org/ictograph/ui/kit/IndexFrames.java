package org.ictograph.ui.kit;

import org.ictograph.timeline.FrameTimes;
import org.ictograph.video.FrameIndex;

/** The times of a video's frames, as the timeline asks for them. */
public record IndexFrames(FrameIndex index) implements FrameTimes {
    @Override
    public int frames() {
        return index.frames();
    }

    @Override
    public long microsOf(int frame) {
        return index.microsOf(frame);
    }

    @Override
    public int frameAt(long micros) {
        return index.frameAt(micros);
    }
}
