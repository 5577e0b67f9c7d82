package org.ictograph.dataset;

import java.util.Map;
import java.util.UUID;
import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;

/**
 * One recording that a data set is made from.
 *
 * @param reel its files as they were found, and the times of their frames
 * @param poses key points by cage, where they are attached and wanted
 */
public record ExportSource(
        Recording recording, Reel reel, Evidence evidence, MotionMeter motion, Map<UUID, CagePose> poses) {
    public ExportSource {
        poses = Map.copyOf(poses);
    }

    /** One without key points. */
    public ExportSource(Recording recording, Reel reel, Evidence evidence, MotionMeter motion) {
        this(recording, reel, evidence, motion, Map.of());
    }

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

    /** What decoding all of it takes, see {@link Effort}. */
    double decoding() {
        return Effort.decoding(index().frames(), (long) recording.width() * recording.height());
    }

    /** The times of the recording's frames. */
    public FrameIndex index() {
        return reel.index();
    }
}
