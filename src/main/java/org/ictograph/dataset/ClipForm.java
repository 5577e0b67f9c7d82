package org.ictograph.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Modality;

/**
 * What every clip of a data set looks like.
 *
 * @param seconds length of a clip
 * @param rate frames per second of a clip, constant, unless only some are sampled
 * @param side width and height in pixels; not used with {@link Fit#NATIVE}
 * @param copies codecs that every clip is written in once more, from the same frames
 * @param sampled frames of a clip, evenly over its length, or 0 for all at the rate
 * @param modality what a clip shows
 */
public record ClipForm(
        int seconds, int rate, Fit fit, int side, Codec codec, List<Codec> copies, int sampled, Modality modality) {
    /** Ten seconds at 30 frames a second, the whole cage in 224 × 224 pixels, MPEG-4 in AVI. */
    public static final ClipForm BENCHMARK =
            new ClipForm(10, 30, Fit.PADDED, 224, Codec.MPEG4, List.of(), 0, Modality.PICTURE);

    public ClipForm {
        if (seconds < 1 || rate < 1 || side < 2 || side % 2 != 0) {
            throw new IllegalArgumentException("A clip lasts at least a second, with even sides.");
        }
        if (sampled < 0 || sampled == 1 || sampled > seconds * rate) {
            throw new IllegalArgumentException("Of a clip of " + seconds + " seconds 2 to " + seconds * rate
                    + " frames can be sampled, not " + sampled + ".");
        }
        copies = copies.stream()
                .filter(copy -> copy != codec)
                .distinct()
                .sorted()
                .toList();
    }

    /** Number of frames of a clip. */
    public int frames() {
        return sampled == 0 ? seconds * rate : sampled;
    }

    /** Frames a second that a clip has: its length stays the same when fewer are sampled. */
    public double frameRate() {
        return frames() / (double) seconds;
    }

    /** The same in words, for example {@code 30} or {@code 1.6}. */
    public String frameRateText() {
        return BigDecimal.valueOf(frameRate())
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Source frame of each frame of a clip that starts at this time. */
    public List<Integer> frames(FrameIndex index, long start) {
        return List.copyOf(index.sampled(start, frames(), frameRate()));
    }

    /** Length of a clip in microseconds. */
    public long micros() {
        return seconds * Span.SECOND;
    }

    /** The piece of a recording that a clip which starts at this time shows. */
    public Span at(long start) {
        return new Span(start, start + micros());
    }

    /** The codec of the clips themselves, then those of their copies. */
    public List<Codec> codecs() {
        return Stream.concat(Stream.of(codec), copies.stream()).toList();
    }

    /** Ending of a clip's file name. */
    public String extension() {
        return extension(codec);
    }

    private static String extension(Codec of) {
        return of == Codec.H264 ? "mp4" : "avi";
    }

    /**
     * Where a clip lies in one of {@link #codecs}. Copies have the path of the clip itself below a folder of their codec, so
     * that a list of clips also serves for them.
     *
     * @param file path of the clip itself
     */
    public String fileIn(Codec of, String file) {
        return of == codec ? file : folder(of) + "/" + file.substring(0, file.lastIndexOf('.') + 1) + extension(of);
    }

    private static String folder(Codec of) {
        return switch (of) {
            case H264 -> "h264";
            case MPEG4 -> "mpeg4";
            case MJPEG -> "mjpeg";
            case FFV1 -> "ffv1";
        };
    }

    public ClipForm withSeconds(int changed) {
        return new ClipForm(changed, rate, fit, side, codec, copies, sampled, modality);
    }

    public ClipForm withRate(int changed) {
        return new ClipForm(seconds, changed, fit, side, codec, copies, sampled, modality);
    }

    public ClipForm withFit(Fit changed) {
        return new ClipForm(seconds, rate, changed, side, codec, copies, sampled, modality);
    }

    public ClipForm withSide(int changed) {
        return new ClipForm(seconds, rate, fit, changed, codec, copies, sampled, modality);
    }

    public ClipForm withCodec(Codec changed) {
        return new ClipForm(seconds, rate, fit, side, changed, copies, sampled, modality);
    }

    public ClipForm withCopies(List<Codec> changed) {
        return new ClipForm(seconds, rate, fit, side, codec, changed, sampled, modality);
    }

    public ClipForm withSampled(int changed) {
        return new ClipForm(seconds, rate, fit, side, codec, copies, changed, modality);
    }

    public ClipForm withModality(Modality changed) {
        return new ClipForm(seconds, rate, fit, side, codec, copies, sampled, changed);
    }
}
