package org.ictograph.model;

import java.time.Instant;
import java.util.UUID;

/**
 * The seal on what a rater handed in for an assignment: it is never taken back, and each later change of the set is an
 * amendment with a reason.
 *
 * @param at when, by this machine's clock
 * @param work SHA-256 over the set, in lower-case hexadecimal digits
 * @param head where the log of the file in which it was sealed ended before
 */
public record Submission(UUID id, UUID assignmentId, UUID raterId, Instant at, String work, Head head)
        implements Entity {
    /** A submission that is not stored yet: the store puts hash and head in. */
    public static Submission of(Assignment assignment, Instant at) {
        return new Submission(UUID.randomUUID(), assignment.id(), assignment.raterId(), at, "", new Head(0, ""));
    }

    /** The same submission of this set. */
    public Submission over(String hash, Head before) {
        return new Submission(id, assignmentId, raterId, at, hash, before);
    }
}
