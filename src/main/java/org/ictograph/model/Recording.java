package org.ictograph.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One continuous recording of a rack of cages.
 *
 * @param name what people call it, unique in the study
 * @param files the files in the order in which they follow each other, at least one
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param frames number of frames that can be decoded
 * @param duration microseconds from the start of the first to the end of the last frame
 * @param startedAt wall-clock time of the first frame, when known
 * @param zone time zone of the lab, for example {@code Europe/Luxembourg}; empty when not known
 */
public record Recording(
        UUID id,
        String name,
        List<VideoFile> files,
        int width,
        int height,
        int frames,
        long duration,
        Optional<Instant> startedAt,
        String zone)
        implements Entity {
    public Recording {
        files = List.copyOf(files);
        if (name.isBlank() || files.isEmpty() || width < 1 || height < 1 || frames < 1 || duration < 1) {
            throw new IllegalArgumentException("A recording needs a name and a file with at least one frame: " + name);
        }
    }

    /** The whole recording. */
    public Span span() {
        return new Span(0, duration);
    }
}
