package org.ictograph.dataset;

import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;

/**
 * One recording that a data set is made from.
 *
 * @param reel its files as they were found, and the times of their frames
 */
public record ExportSource(Recording recording, Reel reel, Evidence evidence, MotionMeter motion) {
    /** What the study knows of a file that was found; fewer may be found than the recording has. */
    public VideoFile fileOf(Reel.Piece piece) {
        return recording.files().stream()
                .filter(file -> file.start() <= piece.start())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Time of the recording whose file was not found. */
    public SpanSet absent() {
        return index().gaps().minus(recording.gaps());
    }

    /** The times of the recording's frames. */
    public FrameIndex index() {
        return reel.index();
    }
}
