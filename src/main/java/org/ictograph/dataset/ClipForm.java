package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;

/**
 * What every clip of a data set looks like.
 *
 * @param seconds length of a clip
 * @param rate frames per second of a clip, constant
 * @param side width and height in pixels; not used with {@link Fit#NATIVE}
 */
public record ClipForm(int seconds, int rate, Fit fit, int side, Codec codec) {
    /** Ten seconds at 30 frames a second, the whole cage in 224 × 224 pixels, MPEG-4 in AVI. */
    public static final ClipForm BENCHMARK = new ClipForm(10, 30, Fit.PADDED, 224, Codec.MPEG4);

    public ClipForm {
        if (seconds < 1 || rate < 1 || side < 2 || side % 2 != 0) {
            throw new IllegalArgumentException("A clip lasts at least a second, with even sides.");
        }
    }

    /** Number of frames of a clip. */
    public int frames() {
        return seconds * rate;
    }

    /** Source frame of each frame of a clip that starts at this time. */
    public List<Integer> frames(FrameIndex index, long start) {
        return List.copyOf(index.sampled(start, frames(), rate));
    }

    /** Length of a clip in microseconds. */
    public long micros() {
        return seconds * Span.SECOND;
    }

    /** The piece of a recording that a clip which starts at this time shows. */
    public Span at(long start) {
        return new Span(start, start + micros());
    }

    /** Ending of a clip's file name. */
    public String extension() {
        return codec == Codec.H264 ? "mp4" : "avi";
    }

    public ClipForm withSeconds(int changed) {
        return new ClipForm(changed, rate, fit, side, codec);
    }

    public ClipForm withFit(Fit changed) {
        return new ClipForm(seconds, rate, changed, side, codec);
    }

    public ClipForm withSide(int changed) {
        return new ClipForm(seconds, rate, fit, changed, codec);
    }

    public ClipForm withCodec(Codec changed) {
        return new ClipForm(seconds, rate, fit, side, changed);
    }
}
