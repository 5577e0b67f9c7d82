-- How two ratings become one data set, and settlements that say more: a rule that made them, why, and what stays undecided.
-- In rows from before, nothing there means the standard plan, a person, no reason, no doubt.

-- plan: object, as the store writes it.
ALTER TABLE protocol ADD COLUMN plan TEXT CHECK (json_type(plan) = 'object');

-- The same table with more outcomes, which ALTER TABLE cannot give.
CREATE TABLE fuller_settlement (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL,
    cage_id TEXT NOT NULL,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    sources TEXT NOT NULL CHECK (json_array_length(sources) > 0),
    outcome TEXT NOT NULL
        CHECK (outcome IN ('FIRST', 'SECOND', 'MEAN', 'UNION', 'INTERSECTION', 'DRAWN', 'NEITHER', 'UNCLEAR')),
    mark_id TEXT,
    rule TEXT CHECK (json_type(rule) = 'object'),
    reason TEXT CHECK (reason <> ''),
    doubt TEXT CHECK (json_type(doubt) = 'object'),
    CHECK ((doubt IS NULL) = (outcome <> 'UNCLEAR')),
    FOREIGN KEY (cage_id, recording_id) REFERENCES cage (id, recording_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO fuller_settlement (id, recording_id, cage_id, rater_id, sources, outcome, mark_id)
SELECT id, recording_id, cage_id, rater_id, sources, outcome, mark_id FROM settlement ORDER BY rowid;

DROP TABLE settlement;

ALTER TABLE fuller_settlement RENAME TO settlement;

CREATE INDEX settlement_in_recording ON settlement (recording_id);
CREATE INDEX settlement_in_cage ON settlement (cage_id, recording_id);
CREATE INDEX settlement_of_rater ON settlement (rater_id);
