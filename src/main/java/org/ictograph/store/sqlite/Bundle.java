package org.ictograph.store.sqlite;

import java.util.List;
import java.util.UUID;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.ScoreTrack;

/**
 * One rater's work on its way to another copy of the study, as read from a file whose checksum and chain were found right.
 *
 * @param first hash of the first entry of the study's log, the same in all copies
 * @param edits in the order in which they became known to the sender
 */
record Bundle(
        UUID studyId,
        String studyName,
        String first,
        String raterName,
        List<MergedEdit> edits,
        List<ScoreTrack> tracks) {}
