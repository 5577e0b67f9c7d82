package org.ictograph.video;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Box;

/**
 * One clip to cut.
 *
 * @param file where it goes; the container follows from the name
 * @param frames source frame shown by each frame of the clip, not decreasing
 * @param rate frames per second of the clip
 * @param crop part of the source picture, on even pixels
 * @param mask part of the source picture that is painted black, when there is one
 * @param side width and height of the clip in pixels; not used with {@link Fit#NATIVE}
 */
public record ClipOrder(
        Path file, List<Integer> frames, int rate, Box crop, Optional<Box> mask, Fit fit, int side, Codec codec) {
    public ClipOrder {
        frames = List.copyOf(frames);
    }
}
