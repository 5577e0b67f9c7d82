package org.ictograph.dataset;

import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.PoseTrack;

/**
 * The key points of the animal in a cage.
 *
 * @param track where they come from
 * @param points in pixels of the picture, for each frame of the recording; the last frames may be lacking
 */
public record CagePose(PoseTrack track, KeyPoints points) {}
