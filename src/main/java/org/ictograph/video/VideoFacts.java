package org.ictograph.video;

/**
 * The truth about a video, measured rather than declared.
 *
 * @param container short name of the container, for example {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param codec short name of the codec, for example {@code h264}
 * @param pixelFormat for example {@code yuv420p}
 * @param timeBaseNum numerator of the stream's time unit in seconds
 * @param timeBaseDen denominator of the stream's time unit in seconds
 * @param frames that can be decoded
 * @param durationMicros from the start of the first to the end of the last frame
 * @param nominalRate frames per second as declared by the file, 0 when it declares none
 * @param measuredRate frames per second as found
 * @param variableRate true when distances between frames differ by more than the container's rounding explains
 * @param keyFrames number of frames that can be decoded alone
 * @param longestKeyDistance most frames from one key frame to the next
 * @param firstPts time stamp of the first frame in units of the time base
 * @param gaps distances of more than three usual frame lengths
 * @param duplicates frames with the time stamp of another
 * @param brokenStamps frames without a usable time stamp
 * @param truncated true when the file ends before what it promises
 * @param randomAccess true when frames reached by seeking were found equal to those of a sequential decode
 * @param fingerprint identity of the content, lower-case hexadecimal
 */
public record VideoFacts(
        String container,
        String codec,
        String pixelFormat,
        int width,
        int height,
        int timeBaseNum,
        int timeBaseDen,
        int frames,
        long durationMicros,
        double nominalRate,
        double measuredRate,
        boolean variableRate,
        int keyFrames,
        int longestKeyDistance,
        long firstPts,
        int gaps,
        int duplicates,
        int brokenStamps,
        boolean interlaced,
        boolean truncated,
        boolean audio,
        boolean randomAccess,
        long bytes,
        String fingerprint) {}
