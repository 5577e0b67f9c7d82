package org.ictograph.store;

import java.nio.file.Path;
import java.util.Optional;
import org.ictograph.model.Snapshot;

/**
 * What became of a study in whose place a snapshot was put.
 *
 * @param before the snapshot of the study as it was, empty when it was damaged or missing
 * @param aside the folder in which its files lie now
 * @param edits number of edits in the study now, the one that tells of this included
 */
public record Restored(Optional<Snapshot> before, Path aside, long edits) {}
