package org.ictograph.model;

import java.nio.file.Path;
import java.time.ZonedDateTime;

/**
 * A whole, verified copy of a study as it was at one moment, kept beside it.
 *
 * @param made when, to the second, in the time zone of the machine that made it
 * @param edits number of edits in it
 */
public record Snapshot(Path file, ZonedDateTime made, Reason reason, long edits) {
    /** Why a snapshot was made. */
    public enum Reason {
        FIRST_EDIT,
        WORK,
        MIGRATION,
        IMPORT,
        RESTORE,
        CLOSE,
        WISH
    }
}
