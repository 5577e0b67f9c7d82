-- Edits that were made in another copy of the study and came with a bundle, each exactly as it was made there. What of
-- them was really done here stands in the edit log, in the entry whose origin is the hash.
-- entry: object, the row of the other copy's edit log. strands: list of what the edit follows, by entity. undoes: hash.

CREATE TABLE merged_edit (
    id TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    entry TEXT NOT NULL CHECK (json_type(entry) = 'object'),
    strands TEXT NOT NULL CHECK (json_type(strands) = 'array'),
    undoes TEXT
) STRICT;
