-- Who is to rate what without seeing others' labels, and the seals under what they handed in.
-- windows: list of {recording_id, start_micros, end_micros} in the order in which they are to be watched.
-- hides: what a package of the assignment leaves out besides others' labels and proposals, which are never in it.
-- planted: list of {recording_id, cage_id, label, start_micros, end_micros}, events known to be in the windows; told after the seal.
CREATE TABLE assignment (
    id TEXT NOT NULL PRIMARY KEY,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    windows TEXT NOT NULL CHECK (json_array_length(windows) > 0),
    hides TEXT NOT NULL CHECK (json_type(hides) = 'array'),
    seed INTEGER NOT NULL,
    planted TEXT NOT NULL CHECK (json_type(planted) = 'array')
) STRICT;

CREATE INDEX assignment_of_rater ON assignment (rater_id);

-- work: SHA-256 over the set. sequence and head: where the log of the file in which it was sealed ended before the seal.
CREATE TABLE submission (
    id TEXT NOT NULL PRIMARY KEY,
    assignment_id TEXT NOT NULL UNIQUE REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    submitted_at TEXT NOT NULL, -- ISO 8601, UTC, by the machine's clock
    work TEXT NOT NULL CHECK (length(work) = 64),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    head TEXT NOT NULL CHECK (length(head) = 64)
) STRICT;

CREATE INDEX submission_of_rater ON submission (rater_id);
