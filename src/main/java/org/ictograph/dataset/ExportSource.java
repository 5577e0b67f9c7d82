package org.ictograph.dataset;

import org.ictograph.model.Recording;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;

/**
 * One recording that a data set is made from.
 *
 * @param reel its files as they were found, and the times of their frames
 */
public record ExportSource(Recording recording, Reel reel, Evidence evidence, MotionMeter motion) {
    /** The times of the recording's frames. */
    public FrameIndex index() {
        return reel.index();
    }
}
