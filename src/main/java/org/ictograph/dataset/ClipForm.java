package org.ictograph.dataset;

import java.util.List;
import java.util.stream.Stream;
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
 * @param copies codecs that every clip is written in once more, from the same frames
 */
public record ClipForm(int seconds, int rate, Fit fit, int side, Codec codec, List<Codec> copies) {
    /** Ten seconds at 30 frames a second, the whole cage in 224 × 224 pixels, MPEG-4 in AVI. */
    public static final ClipForm BENCHMARK = new ClipForm(10, 30, Fit.PADDED, 224, Codec.MPEG4, List.of());

    public ClipForm {
        if (seconds < 1 || rate < 1 || side < 2 || side % 2 != 0) {
            throw new IllegalArgumentException("A clip lasts at least a second, with even sides.");
        }
        copies = copies.stream()
                .filter(copy -> copy != codec)
                .distinct()
                .sorted()
                .toList();
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
            case FFV1 -> "ffv1";
        };
    }

    public ClipForm withSeconds(int changed) {
        return new ClipForm(changed, rate, fit, side, codec, copies);
    }

    public ClipForm withFit(Fit changed) {
        return new ClipForm(seconds, rate, changed, side, codec, copies);
    }

    public ClipForm withSide(int changed) {
        return new ClipForm(seconds, rate, fit, changed, codec, copies);
    }

    public ClipForm withCodec(Codec changed) {
        return new ClipForm(seconds, rate, fit, side, changed, copies);
    }

    public ClipForm withCopies(List<Codec> changed) {
        return new ClipForm(seconds, rate, fit, side, codec, changed);
    }
}
