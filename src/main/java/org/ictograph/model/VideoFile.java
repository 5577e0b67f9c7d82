package org.ictograph.model;

import java.util.Optional;

/**
 * One file of a recording.
 *
 * @param path as it was found, relative to the study file with {@code /} between names where that is possible, else
 *     absolute
 * @param bytes size of the file
 * @param fingerprint lower-case hexadecimal fingerprint of the content; the identity of the file
 * @param start where its first frame lies on the time axis of the recording, in microseconds
 * @param rate the true frame rate as a person stated it because the file's own stamps are broken; empty to trust them
 */
public record VideoFile(String path, long bytes, String fingerprint, long start, Optional<FrameRate> rate) {
    public VideoFile {
        if (path.isBlank() || fingerprint.isBlank() || start < 0) {
            throw new IllegalArgumentException(
                    "A video file needs a path, a fingerprint and a place on the time axis.");
        }
    }

    /** The only file of a recording, whose time stamps are trusted. */
    public static VideoFile only(String path, long bytes, String fingerprint) {
        return new VideoFile(path, bytes, fingerprint, 0, Optional.empty());
    }

    /** The same file, found elsewhere. */
    public VideoFile at(String newPath) {
        return new VideoFile(newPath, bytes, fingerprint, start, rate);
    }

    /** The same file with another place on the time axis and another stated rate. */
    public VideoFile timed(long newStart, Optional<FrameRate> newRate) {
        return new VideoFile(path, bytes, fingerprint, newStart, newRate);
    }
}
