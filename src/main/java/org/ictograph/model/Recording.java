package org.ictograph.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One recording of a rack of cages: files that follow each other on one time axis.
 *
 * @param name what people call it, unique in the study
 * @param files the files in the order in which they follow each other, at least one; the first starts at 0
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param frames number of frames that can be decoded
 * @param duration microseconds from the start of the first to the end of the last frame
 * @param gaps pieces of time without video: nothing can be seen there
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
        SpanSet gaps,
        Optional<Instant> startedAt,
        String zone)
        implements Entity {
    public Recording {
        files = List.copyOf(files);
        if (name.isBlank() || files.isEmpty() || width < 1 || height < 1 || frames < 1 || duration < 1) {
            throw new IllegalArgumentException("A recording needs a name and a file with at least one frame: " + name);
        }
        if (gaps.hull().stream().anyMatch(hull -> hull.start() < 0 || hull.end() > duration)) {
            throw new IllegalArgumentException("The gaps of " + name + " do not lie inside it.");
        }
    }

    /** The whole recording, gaps included. */
    public Span span() {
        return new Span(0, duration);
    }

    /** Microseconds of video: the duration without the gaps. */
    public long filmed() {
        return duration - gaps.total();
    }

    /** The same recording under another name, with another wall-clock start or zone. */
    public Recording described(String newName, Optional<Instant> newStart, String newZone) {
        return new Recording(id, newName, files, width, height, frames, duration, gaps, newStart, newZone);
    }

    /** The same recording with its files found elsewhere. */
    public Recording foundAt(List<VideoFile> newFiles) {
        return new Recording(id, name, newFiles, width, height, frames, duration, gaps, startedAt, zone);
    }

    /** The same recording with other times of its frames, as when a person stated the rate of its files. */
    public Recording timed(List<VideoFile> newFiles, long newDuration, SpanSet newGaps) {
        return new Recording(id, name, newFiles, width, height, frames, newDuration, newGaps, startedAt, zone);
    }
}
