package org.ictograph.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One row of the append-only edit log.
 *
 * @param sequence counted from 1 without gaps
 * @param raterId who did it
 * @param at when, by this machine's clock
 * @param zone time zone of this machine at that moment
 * @param uptime the same moment by a clock that never goes back; empty in entries of old files
 * @param undoes sequence of the entry that this one takes back (an undone undo is a redo), empty for a first-hand edit
 * @param origin hash of the entry in the copy of the study where the edit was made, empty for edits made in this one
 * @param hash SHA-256 over the previous entry's hash and this entry's canonical text, lower-case hexadecimal
 */
public record LogEntry(
        long sequence,
        UUID raterId,
        Instant at,
        String zone,
        Optional<Uptime> uptime,
        OptionalLong undoes,
        Edit edit,
        Optional<String> origin,
        String hash) {
    /** What matters for undo. */
    public LogStep step() {
        return new LogStep(sequence, undoes, edit.verb());
    }
}
