package org.ictograph.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A person puts their name to the review of a recording. It is never taken back; a later change of what it covers voids it,
 * and a change after it needs a reason.
 *
 * @param at when, by this machine's clock
 * @param work SHA-256 over what it covers, in lower-case hexadecimal digits: the store puts it in
 */
public record Signature(UUID id, UUID raterId, UUID recordingId, Meaning meaning, Instant at, String work)
        implements Entity {
    /** What a person says by signing. */
    public enum Meaning {
        /** I reviewed this recording: covers the signer's own marks and what they declared reviewed. */
        REVIEWED(Role.REVIEWER),
        /** I approve what is recorded here: covers everybody's marks, the consensus and what was declared reviewed. */
        APPROVED(Role.ADJUDICATOR),
        /** I answer for what is recorded here: covers the same. */
        RESPONSIBLE(Role.OWNER);

        private final Role needs;

        Meaning(Role needs) {
            this.needs = needs;
        }

        /** The lowest role that may sign so. */
        public Role needs() {
            return needs;
        }

        /** True when it covers the work of all raters and not only the signer's own. */
        public boolean coversAll() {
            return this != REVIEWED;
        }
    }

    /** A signature that is not stored yet. */
    public static Signature of(UUID raterId, UUID recordingId, Meaning meaning, Instant at) {
        return new Signature(UUID.randomUUID(), raterId, recordingId, meaning, at, "");
    }

    /** The same signature over this work. */
    public Signature over(String hash) {
        return new Signature(id, raterId, recordingId, meaning, at, hash);
    }
}
