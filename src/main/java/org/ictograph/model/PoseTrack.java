package org.ictograph.model;

import java.util.List;
import java.util.UUID;

/**
 * Key points of the animal in a cage: what a pose program found in a recording and keeps in a file of its own.
 *
 * @param path of the file, relative to the study file with {@code /} between names where that is possible, else absolute
 * @param bytes size of the file
 * @param fingerprint SHA-256 of the file, lower-case hexadecimal
 * @param track what the file calls the animal; empty in files of one animal
 * @param x pixels from the left of the picture to where the file begins to count; not 0 where the program saw a part of it
 * @param y the same from the top
 * @param points names of the key points
 */
public record PoseTrack(
        UUID id,
        UUID recordingId,
        UUID cageId,
        String path,
        long bytes,
        String fingerprint,
        String track,
        int x,
        int y,
        List<String> points)
        implements Entity {
    public PoseTrack {
        points = List.copyOf(points);
        if (path.isBlank() || bytes < 1 || fingerprint.length() != 64 || points.isEmpty()) {
            throw new IllegalArgumentException("Key points need a file, its SHA-256 and names: " + path);
        }
    }
}
