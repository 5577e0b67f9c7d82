package org.ictograph.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the raters' marks for one event were settled when the consensus was made.
 *
 * @param id one from {@link #idAbout} tells later whether the marks are still as they were
 * @param raterId who settled it, or let a rule settle it
 * @param sources the raters' marks that are settled by it, at least one; of two, the first rater's first
 * @param markId the mark of the consensus that came of it, empty when none did
 * @param rule the rule that settled it by itself, empty when a person decided
 * @param reason in the person's words, may be empty
 * @param doubt the time that stays undecided, for {@link Outcome#UNCLEAR}
 */
public record Settlement(
        UUID id,
        UUID recordingId,
        UUID cageId,
        UUID raterId,
        List<UUID> sources,
        Outcome outcome,
        Optional<UUID> markId,
        Optional<EdgeRule> rule,
        String reason,
        Optional<Doubt> doubt)
        implements Entity {
    /** What became of the raters' marks. */
    public enum Outcome {
        /** The first rater's mark. */
        FIRST,
        /** The second rater's mark. */
        SECOND,
        /** From the mean of the onsets to the mean of the offsets. */
        MEAN,
        /** From the earlier onset to the later offset. */
        UNION,
        /** The time that both marked. */
        INTERSECTION,
        /** A mark whose edges and label the adjudicator gave. */
        DRAWN,
        /** Nothing: no such event happened there. */
        NEITHER,
        /** Nothing: nobody can tell whether it happened. */
        UNCLEAR;

        /** True when a mark of the consensus comes of it. */
        public boolean makesMark() {
            return this != NEITHER && this != UNCLEAR;
        }

        /** What becomes of two spans; empty when they alone do not tell, or have no time in common. */
        public Optional<Span> merged(Span first, Span second) {
            return switch (this) {
                case FIRST -> Optional.of(first);
                case SECOND -> Optional.of(second);
                case MEAN ->
                    Optional.of(new Span(
                            Math.floorDiv(first.start() + second.start(), 2L),
                            Math.floorDiv(first.end() + second.end(), 2L)));
                case UNION ->
                    Optional.of(new Span(Math.min(first.start(), second.start()), Math.max(first.end(), second.end())));
                case INTERSECTION -> first.intersection(second);
                case DRAWN, NEITHER, UNCLEAR -> Optional.empty();
            };
        }
    }

    /** Of a UUID's first half: the four bits of its version, and 8 in them, which RFC 9562 leaves to whoever makes it. */
    private static final long VERSION = 0xF000L;

    private static final long VENDOR = 0x8000L;

    public Settlement {
        sources = List.copyOf(sources);
        reason = reason.strip();
        if (sources.isEmpty() || markId.isPresent() != outcome.makesMark()) {
            throw new IllegalArgumentException("A settlement names what it settles and what came of it.");
        }
        if (doubt.isPresent() != (outcome == Outcome.UNCLEAR)) {
            throw new IllegalArgumentException("A settlement says which time stays undecided, and only then.");
        }
    }

    /** A person's settlement without a reason. */
    public Settlement(
            UUID id,
            UUID recordingId,
            UUID cageId,
            UUID raterId,
            List<UUID> sources,
            Outcome outcome,
            Optional<UUID> markId) {
        this(id, recordingId, cageId, raterId, sources, outcome, markId, Optional.empty(), "", Optional.empty());
    }

    /** A new id for a decision about these marks as they are now. */
    public static UUID idAbout(List<Mark> sources) {
        return new UUID((UUID.randomUUID().getMostSignificantBits() & ~VERSION) | VENDOR, print(sources));
    }

    /**
     * False when a mark of the sources has another label or span than when it was decided about. True of settlements whose
     * id does not tell, as in studies from before.
     *
     * @param marks the sources as they are now
     */
    public boolean stillAbout(List<Mark> marks) {
        return id.version() != 8 || id.getLeastSignificantBits() == print(marks);
    }

    /** 62 bits of a SHA-256 below the two that every UUID has there. */
    private static long print(List<Mark> marks) {
        StringBuilder text = new StringBuilder();
        for (Mark mark : marks) {
            text.append(mark.id()).append(' ').append(mark.span().start());
            text.append(' ').append(mark.span().end()).append(' ').append(mark.label());
            text.append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 2) | Long.MIN_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
