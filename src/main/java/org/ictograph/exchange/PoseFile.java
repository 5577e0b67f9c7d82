package org.ictograph.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a pose program found in one video.
 *
 * @param program who wrote it, for example {@code DeepLabCut}
 * @param bytes size of the file
 * @param fingerprint SHA-256 of the file, lower-case hexadecimal
 * @param frames how many frames it tells of, from the first of the video on
 * @param openEnded true when the program leaves frames away that follow the last one with an animal
 * @param tracks one for each animal, each with a name of its own
 */
public record PoseFile(
        String program, long bytes, String fingerprint, int frames, boolean openEnded, List<KeyPoints> tracks) {
    public PoseFile {
        tracks = List.copyOf(tracks);
        if (tracks.isEmpty() || tracks.stream().anyMatch(track -> track.frames() != frames)) {
            throw new IllegalArgumentException("A file of key points has tracks, all equally long.");
        }
    }

    public Optional<KeyPoints> track(String name) {
        return tracks.stream().filter(track -> track.track().equals(name)).findFirst();
    }
}
