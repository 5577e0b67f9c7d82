package org.ictograph.dataset;

import java.nio.file.Path;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameIndex;

/**
 * One recording that a data set is made from.
 *
 * @param file where its video was found
 * @param index times of the video's frames
 */
public record ExportSource(Recording recording, Path file, FrameIndex index, Evidence evidence, MotionMeter motion) {}
