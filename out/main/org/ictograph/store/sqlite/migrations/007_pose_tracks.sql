-- Key points that a pose program found of the animal in a cage, in a file beside the study.
-- fingerprint: SHA-256 of the file. x, y: where in the picture, in pixels, the file begins to count. points: list of names.
CREATE TABLE pose_track (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL,
    cage_id TEXT NOT NULL,
    path TEXT NOT NULL CHECK (path <> ''),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    track TEXT NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    points TEXT NOT NULL CHECK (json_array_length(points) > 0),
    FOREIGN KEY (cage_id, recording_id) REFERENCES cage (id, recording_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX pose_track_in_cage ON pose_track (cage_id, recording_id);
