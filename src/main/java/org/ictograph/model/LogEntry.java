package org.ictograph.model;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One row of the append-only edit log.
 *
 * @param sequence counted from 1 without gaps
 * @param raterId who did it
 * @param at when, by this machine's clock
 * @param zone time zone of this machine at that moment
 * @param undoes sequence of the entry that this one takes back (an undone undo is a redo), empty for a first-hand edit
 * @param hash SHA-256 over the previous entry's hash and this entry's canonical text, lower-case hexadecimal
 */
public record LogEntry(
        long sequence, UUID raterId, Instant at, String zone, OptionalLong undoes, Edit edit, String hash) {
    /** What matters for undo. */
    public LogStep step() {
        return new LogStep(sequence, undoes, edit.verb());
    }
}
