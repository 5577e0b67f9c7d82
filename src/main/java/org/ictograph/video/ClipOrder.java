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
 * @param rate frames per second of the clip; a fraction where there are few in a long time
 * @param crop part of the source picture, on even pixels
 * @param mask part of the source picture that is painted black, when there is one
 * @param side width and height of the clip in pixels; not used with {@link Fit#NATIVE}
 * @param modality what it shows of them; where that is a change, each frame shows the change from the frame before, and the first
 *     what the second shows
 * @param path where the crop lies in each frame of the clip, when it moves: boxes of its size, the same for the same source
 *     frame; empty when it stands still
 */
public record ClipOrder(
        Path file,
        List<Integer> frames,
        double rate,
        Box crop,
        Optional<Box> mask,
        Fit fit,
        int side,
        Codec codec,
        Modality modality,
        List<Box> path) {
    public ClipOrder {
        frames = List.copyOf(frames);
        path = List.copyOf(path);
    }

    /** One whose crop stands still. */
    public ClipOrder(
            Path file,
            List<Integer> frames,
            double rate,
            Box crop,
            Optional<Box> mask,
            Fit fit,
            int side,
            Codec codec,
            Modality modality) {
        this(file, frames, rate, crop, mask, fit, side, codec, modality, List.of());
    }

    /** The same with a crop that moves. */
    public ClipOrder along(List<Box> moving) {
        return new ClipOrder(file, frames, rate, crop, mask, fit, side, codec, modality, moving);
    }

    /** A clip of pictures. */
    public ClipOrder(
            Path file,
            List<Integer> frames,
            double rate,
            Box crop,
            Optional<Box> mask,
            Fit fit,
            int side,
            Codec codec) {
        this(file, frames, rate, crop, mask, fit, side, codec, Modality.PICTURE);
    }
}
