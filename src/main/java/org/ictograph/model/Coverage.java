package org.ictograph.model;

import java.util.UUID;

/**
 * A piece of time of one cage that a rater has looked at. "No label" and "not looked at" are different facts.
 *
 * @param speed the playback speed at which it was shown, 1 for real time; 0 for a piece that the rater declared reviewed
 */
public record Coverage(UUID id, UUID raterId, UUID recordingId, UUID cageId, Span span, Seen seen, double speed)
        implements Entity {
    /** How closely it was looked at, in rising order. */
    public enum Seen {
        SKIMMED,
        WATCHED,
        REVIEWED
    }

    /** The fastest speed at which showing a piece counts as watching it rather than skimming over it. */
    public static final double WATCHED_UP_TO = 2;

    public static Seen seenAt(double speed) {
        return speed <= WATCHED_UP_TO ? Seen.WATCHED : Seen.SKIMMED;
    }
}
