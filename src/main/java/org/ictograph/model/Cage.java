package org.ictograph.model;

import java.util.Optional;
import java.util.UUID;

/**
 * A numbered position in a recording.
 *
 * @param position counted from 1, unique in the recording
 * @param box where the cage is in the picture
 * @param tagMask the part of the box that shows the cage's tag and is painted over in every clip, in source pixels
 * @param subjectId the animal that lives in it, when known
 */
public record Cage(UUID id, UUID recordingId, int position, Box box, Optional<Box> tagMask, Optional<UUID> subjectId)
        implements Entity {
    public Cage {
        if (position < 1) {
            throw new IllegalArgumentException("Cages are numbered from 1, not " + position);
        }
    }

    public Cage withBox(Box changed) {
        return new Cage(id, recordingId, position, changed, tagMask, subjectId);
    }

    public Cage withTagMask(Optional<Box> changed) {
        return new Cage(id, recordingId, position, box, changed, subjectId);
    }

    public Cage withPosition(int changed) {
        return new Cage(id, recordingId, changed, box, tagMask, subjectId);
    }

    public Cage withSubject(Optional<UUID> changed) {
        return new Cage(id, recordingId, position, box, tagMask, changed);
    }
}
