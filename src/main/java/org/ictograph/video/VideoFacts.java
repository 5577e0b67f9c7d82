package org.ictograph.video;

/**
 * The truth about a video, measured rather than declared.
 *
 * @param report what a person should know about its frames
 * @param audio true when there is sound
 * @param fingerprint identity of the content, lower-case hexadecimal
 */
public record VideoFacts(
        Coding coding, Timing timing, FrameReport report, boolean audio, long bytes, String fingerprint) {
    /**
     * How pictures are stored.
     *
     * @param container short name of the container, for example {@code mov,mp4,m4a,3gp,3g2,mj2}
     * @param codec short name of the codec, for example {@code h264}
     * @param pixelFormat for example {@code yuv420p}
     */
    public record Coding(String container, String codec, String pixelFormat, int width, int height) {}

    /**
     * When pictures are shown.
     *
     * @param timeBaseNum numerator of the stream's time unit in seconds
     * @param timeBaseDen denominator of the stream's time unit in seconds
     * @param frames that can be decoded
     * @param durationMicros from the start of the first to the end of the last frame
     * @param nominalRate frames per second as declared by the file, 0 when it declares none
     * @param measuredRate frames per second as found
     * @param keyFrames number of frames that can be decoded alone
     * @param longestKeyDistance most frames from one key frame to the next
     * @param firstPts time stamp of the first frame in units of the time base
     * @param randomAccess true when frames reached by seeking were found equal to those of a sequential decode
     */
    public record Timing(
            int timeBaseNum,
            int timeBaseDen,
            int frames,
            long durationMicros,
            double nominalRate,
            double measuredRate,
            int keyFrames,
            int longestKeyDistance,
            long firstPts,
            boolean randomAccess) {}

    /** Width of the picture, in pixels. */
    public int width() {
        return coding.width();
    }

    /** Height of the picture, in pixels. */
    public int height() {
        return coding.height();
    }

    /** Number of frames that can be decoded. */
    public int frames() {
        return timing.frames();
    }

    /** From the start of the first to the end of the last frame. */
    public long durationMicros() {
        return timing.durationMicros();
    }

    /** The file's own time stamp of its first frame, in microseconds. */
    public long firstStampMicros() {
        return Math.round(timing.firstPts() * 1e6 * timing.timeBaseNum() / timing.timeBaseDen());
    }
}
