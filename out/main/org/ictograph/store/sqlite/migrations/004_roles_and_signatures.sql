-- What a rater may change, and who put their name to which recording. A rater without a role is the owner when they were
-- the first, else an adjudicator: in files from before everybody goes on as they did.

ALTER TABLE rater ADD COLUMN role TEXT CHECK (role IN ('OPERATOR', 'REVIEWER', 'ADJUDICATOR', 'OWNER'));

-- work: SHA-256 over what the signature covers; when the tables give another hash now, a later change voided it.
CREATE TABLE signature (
    id TEXT NOT NULL PRIMARY KEY,
    rater_id TEXT NOT NULL REFERENCES rater (id) DEFERRABLE INITIALLY DEFERRED,
    recording_id TEXT NOT NULL REFERENCES recording (id) DEFERRABLE INITIALLY DEFERRED,
    meaning TEXT NOT NULL CHECK (meaning IN ('REVIEWED', 'APPROVED', 'RESPONSIBLE')),
    signed_at TEXT NOT NULL, -- ISO 8601, UTC, by the machine's clock
    work TEXT NOT NULL CHECK (length(work) = 64)
) STRICT;

CREATE INDEX signature_under_recording ON signature (recording_id);
CREATE INDEX signature_of_rater ON signature (rater_id);
