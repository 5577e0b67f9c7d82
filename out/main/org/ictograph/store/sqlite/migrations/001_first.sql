-- The first shape of a study file. Files of this folder are never edited after a release: a later shape is a further
-- file, and new files walk through all of them just as old ones do.
-- Times are microseconds since the first frame unless a column says otherwise; ids are lower-case UUIDs.

PRAGMA application_id = 1229149263; -- "ICTO"

CREATE TABLE study (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

-- What raters look for. labels: list of labels in the order of the screens; stages: list of names in rising order.
CREATE TABLE protocol (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    labels TEXT NOT NULL CHECK (json_type(labels) = 'array'),
    scale TEXT NOT NULL,
    stages TEXT NOT NULL CHECK (json_type(stages) = 'array')
) STRICT;

CREATE TABLE rater (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE subject (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    litter TEXT NOT NULL,
    experimental_group TEXT NOT NULL,
    treatment TEXT NOT NULL
) STRICT;

-- files: list of video files in the order in which they follow each other; gaps: list of spans without video.
CREATE TABLE recording (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    files TEXT NOT NULL CHECK (json_array_length(files) > 0),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    frames INTEGER NOT NULL CHECK (frames > 0),
    duration_micros INTEGER NOT NULL CHECK (duration_micros > 0),
    gaps TEXT NOT NULL CHECK (json_valid(gaps)),
    started_at TEXT, -- ISO 8601, UTC
    zone TEXT NOT NULL
) STRICT;

CREATE TABLE cage (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL REFERENCES recording (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position > 0),
    x INTEGER NOT NULL CHECK (x >= 0),
    y INTEGER NOT NULL CHECK (y >= 0),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    tag_mask TEXT CHECK (json_type(tag_mask) = 'object'),
    subject_id TEXT REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (id, recording_id)
) STRICT;

CREATE INDEX cage_of_recording ON cage (recording_id);
CREATE INDEX cage_of_subject ON cage (subject_id);

-- sources: ids of the proposal or of the ratings that the mark was made of.
CREATE TABLE mark (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL,
    cage_id TEXT NOT NULL,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    layer TEXT NOT NULL CHECK (layer IN ('RATING', 'CONSENSUS')),
    label TEXT NOT NULL CHECK (label <> ''),
    start_micros INTEGER NOT NULL,
    end_micros INTEGER NOT NULL,
    stage TEXT NOT NULL,
    certainty TEXT NOT NULL CHECK (certainty IN ('CERTAIN', 'PROBABLE', 'UNCERTAIN')),
    visibility TEXT NOT NULL CHECK (visibility IN ('FULL', 'PARTIAL', 'HIDDEN')),
    note TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('HAND', 'PROPOSAL', 'IMPORT', 'ADJUDICATION')),
    sources TEXT NOT NULL CHECK (json_type(sources) = 'array'),
    CHECK (start_micros < end_micros),
    FOREIGN KEY (cage_id, recording_id) REFERENCES cage (id, recording_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX mark_in_recording ON mark (recording_id, start_micros);
CREATE INDEX mark_in_cage ON mark (cage_id, recording_id);
CREATE INDEX mark_of_rater ON mark (rater_id);

CREATE TABLE coverage (
    id TEXT NOT NULL PRIMARY KEY,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    recording_id TEXT NOT NULL,
    cage_id TEXT NOT NULL,
    start_micros INTEGER NOT NULL,
    end_micros INTEGER NOT NULL,
    seen TEXT NOT NULL CHECK (seen IN ('SKIMMED', 'WATCHED', 'REVIEWED')),
    speed REAL NOT NULL,
    CHECK (start_micros < end_micros),
    FOREIGN KEY (cage_id, recording_id) REFERENCES cage (id, recording_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX coverage_in_recording ON coverage (recording_id, start_micros);
CREATE INDEX coverage_in_cage ON coverage (cage_id, recording_id);
CREATE INDEX coverage_of_rater ON coverage (rater_id);

-- parameters: object of numbers by name, names in rising order.
CREATE TABLE run (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL REFERENCES recording (id) DEFERRABLE INITIALLY DEFERRED,
    model TEXT NOT NULL,
    weights TEXT NOT NULL,
    parameters TEXT NOT NULL CHECK (json_type(parameters) = 'object'),
    tracks_hash TEXT NOT NULL,
    UNIQUE (id, recording_id)
) STRICT;

CREATE INDEX run_over_recording ON run (recording_id);

CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY,
    run_id TEXT NOT NULL,
    recording_id TEXT NOT NULL,
    cage_id TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    start_micros INTEGER NOT NULL,
    end_micros INTEGER NOT NULL,
    score REAL NOT NULL,
    CHECK (start_micros < end_micros),
    FOREIGN KEY (run_id, recording_id) REFERENCES run (id, recording_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (cage_id, recording_id) REFERENCES cage (id, recording_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX proposal_in_recording ON proposal (recording_id, start_micros);
CREATE INDEX proposal_of_run ON proposal (run_id, recording_id);
CREATE INDEX proposal_in_cage ON proposal (cage_id, recording_id);

-- mark_id names the mark that came of the decision then; the mark itself may be deleted later, so it is no reference.
CREATE TABLE decision (
    id TEXT NOT NULL PRIMARY KEY,
    proposal_id TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT NOT NULL CHECK (verdict IN ('ACCEPTED', 'ADJUSTED', 'REJECTED')),
    mark_id TEXT
) STRICT;

CREATE INDEX decision_on_proposal ON decision (proposal_id);
CREATE INDEX decision_of_rater ON decision (rater_id);

-- sources: ids of the ratings that are settled by it. mark_id names the mark of the consensus as it was made then.
CREATE TABLE settlement (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL,
    cage_id TEXT NOT NULL,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    sources TEXT NOT NULL CHECK (json_array_length(sources) > 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('FIRST', 'SECOND', 'MEAN', 'NEITHER')),
    mark_id TEXT,
    FOREIGN KEY (cage_id, recording_id) REFERENCES cage (id, recording_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX settlement_in_recording ON settlement (recording_id);
CREATE INDEX settlement_in_cage ON settlement (cage_id, recording_id);
CREATE INDEX settlement_of_rater ON settlement (rater_id);

CREATE TABLE export_receipt (
    id TEXT NOT NULL PRIMARY KEY,
    profile TEXT NOT NULL,
    folder TEXT NOT NULL,
    manifest_hash TEXT NOT NULL,
    clips INTEGER NOT NULL
) STRICT;

-- Machine output, too bulky for the log: run.tracks_hash, which is in the log, proves it.
-- scores: 32-bit little-endian floats.
CREATE TABLE score_track (
    run_id TEXT NOT NULL REFERENCES run (id) DEFERRABLE INITIALLY DEFERRED,
    cage_id TEXT NOT NULL REFERENCES cage (id) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    start_micros INTEGER NOT NULL,
    step_micros INTEGER NOT NULL CHECK (step_micros > 0),
    scores BLOB NOT NULL CHECK (length(scores) % 4 = 0),
    PRIMARY KEY (run_id, cage_id, label)
) STRICT;

CREATE INDEX score_track_of_cage ON score_track (cage_id);

-- The truth: every table above except study and score_track is a projection of this log.
CREATE TABLE edit_log (
    sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence > 0),
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    made_at TEXT NOT NULL, -- ISO 8601, UTC, by this machine's clock
    zone TEXT NOT NULL,
    undoes INTEGER REFERENCES edit_log (sequence) DEFERRABLE INITIALLY DEFERRED,
    verb TEXT NOT NULL,
    changes TEXT NOT NULL CHECK (json_array_length(changes) > 0),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    CHECK (undoes < sequence)
) STRICT;

CREATE INDEX edit_log_of_rater ON edit_log (rater_id);
CREATE INDEX edit_log_undone ON edit_log (undoes);

CREATE TRIGGER edit_log_keeps_rows BEFORE UPDATE ON edit_log
BEGIN
    SELECT RAISE(ABORT, 'The edit log is append-only.');
END;

CREATE TRIGGER edit_log_keeps_all_rows BEFORE DELETE ON edit_log
BEGIN
    SELECT RAISE(ABORT, 'The edit log is append-only.');
END;

-- Also keeps INSERT OR REPLACE, which fires no DELETE trigger, from replacing a row.
CREATE TRIGGER edit_log_has_no_gaps BEFORE INSERT ON edit_log
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM edit_log)
BEGIN
    SELECT RAISE(ABORT, 'The edit log is append-only and has no gaps.');
END;
