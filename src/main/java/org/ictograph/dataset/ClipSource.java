package org.ictograph.dataset;

/**
 * The piece of a video that a clip shows.
 *
 * @param file name of the video file that the first frame lies in, without folders
 * @param fingerprint identity of that file's content
 * @param startMicros start of the piece since the recording's first frame
 * @param endMicros end of the piece
 * @param firstFrame source frame of the clip's first frame, counted from 0 through all files of the recording
 * @param lastFrame source frame of the clip's last frame, which may lie in the next file
 * @param firstPtsMicros when the first source frame starts
 * @param lastPtsMicros when the last source frame starts
 */
public record ClipSource(
        String file,
        String fingerprint,
        long startMicros,
        long endMicros,
        int firstFrame,
        int lastFrame,
        long firstPtsMicros,
        long lastPtsMicros) {}
