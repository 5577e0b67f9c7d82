-- Why an edit was made, proof that the clock ran forward, edits that were made in another copy of the study, and what a
-- rater was in the middle of. Entries from before have no elapsed time; their hashes do not speak of these columns.

ALTER TABLE edit_log ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- The newest entry when the study was opened, and the time since then by a clock that never goes back.
ALTER TABLE edit_log ADD COLUMN opened_after INTEGER CHECK (opened_after < sequence);
ALTER TABLE edit_log ADD COLUMN elapsed_millis INTEGER CHECK (elapsed_millis >= 0);

-- Hash of the entry in the copy of the study where a merged edit was made; empty for what was done here.
ALTER TABLE edit_log ADD COLUMN origin TEXT NOT NULL DEFAULT '' CHECK (length(origin) IN (0, 64));

CREATE UNIQUE INDEX edit_log_origin ON edit_log (origin) WHERE origin <> '';

-- Not part of the log: where each rater was and what they had begun, at most two seconds old.
-- content: object, as the session writes it.
CREATE TABLE draft (
    rater_id TEXT NOT NULL PRIMARY KEY REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    content TEXT NOT NULL CHECK (json_type(content) = 'object'),
    written_at TEXT NOT NULL
) STRICT;
