package org.ictograph.model;

/**
 * One file of a recording.
 *
 * @param path as it was found, relative to the study file with {@code /} between names where that is possible, else
 *     absolute
 * @param bytes size of the file
 * @param fingerprint lower-case hexadecimal fingerprint of the content; the identity of the file
 */
public record VideoFile(String path, long bytes, String fingerprint) {
    public VideoFile {
        if (path.isBlank() || fingerprint.isBlank()) {
            throw new IllegalArgumentException("A video file needs a path and a fingerprint.");
        }
    }
}
