package org.ictograph.model;

import java.util.UUID;

/**
 * A thing in a study that has an identity and that edits add, change or remove. The study file keeps one table per
 * entity; the edit log holds the values before and after.
 */
public sealed interface Entity
        permits Assignment,
                Cage,
                Coverage,
                Decision,
                ExportReceipt,
                Mark,
                MergedEdit,
                PoseTrack,
                Proposal,
                Protocol,
                Rater,
                Recording,
                Run,
                Settlement,
                Signature,
                Subject,
                Submission {
    UUID id();
}
