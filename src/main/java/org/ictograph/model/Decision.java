package org.ictograph.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What one rater decided about one proposal.
 *
 * @param id one from {@link #idOf} tells how the decision came about
 * @param markId the mark that came of it, or that it joined; empty for a rejected proposal
 */
public record Decision(UUID id, UUID proposalId, UUID raterId, Verdict verdict, Optional<UUID> markId)
        implements Entity {
    /** The possible outcomes. */
    public enum Verdict {
        ACCEPTED,
        ADJUSTED,
        REJECTED
    }

    /** Of a UUID's first half: the four bits of its version, and 8 in them, which RFC 9562 leaves to whoever makes it. */
    private static final int VERSION = 8;

    private static final long UNAIDED = 1;
    private static final long TIMED = 2;
    private static final long LOW_BITS = 0xFFFFL;
    private static final long MOST_MILLIS = 0xFFFF_FFFFL;

    /**
     * A new id. Of its first half, the upper 16 bits are by chance, the next 32 are the milliseconds, then come the version
     * and two flags; the second half is by chance.
     *
     * @param millis how long the rater looked at it before they decided, if somebody knows
     * @param unaided whether the rater said what they saw before they knew of the proposal
     */
    public static UUID idOf(OptionalLong millis, boolean unaided) {
        UUID chance = UUID.randomUUID();
        if (millis.isEmpty() && !unaided) {
            return chance;
        }
        long kept = Math.max(0, Math.min(MOST_MILLIS, millis.orElse(0)));
        long flags = (unaided ? UNAIDED : 0) | (millis.isPresent() ? TIMED : 0);
        long first =
                (chance.getMostSignificantBits() & (LOW_BITS << 48)) | (kept << 16) | ((long) VERSION << 12) | flags;
        return new UUID(first, chance.getLeastSignificantBits());
    }

    /** How long the rater looked at it before they decided, in milliseconds; empty where nobody measured. */
    public OptionalLong millis() {
        return flagged(TIMED)
                ? OptionalLong.of((id.getMostSignificantBits() >>> 16) & MOST_MILLIS)
                : OptionalLong.empty();
    }

    /** True when the rater said what they saw before they knew of the proposal. */
    public boolean unaided() {
        return flagged(UNAIDED);
    }

    /** False when the rater saw nothing before they knew of the proposal: then they are still asked about it. */
    public boolean settles() {
        return !unaided() || verdict != Verdict.REJECTED;
    }

    private boolean flagged(long flag) {
        return id.version() == VERSION && (id.getMostSignificantBits() & flag) != 0;
    }
}
