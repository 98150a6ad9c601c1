-- What the national register said each day: the source was asked, and this came of it.
CREATE TABLE register_days (
    id {id},
    day {date} NOT NULL UNIQUE,            -- in Prague
    state TEXT NOT NULL CHECK (state IN ('reading', 'unchanged', 'differs', 'superseded', 'failed')),
    source TEXT NOT NULL,                  -- where it was taken, without names and passwords
    import_id {ref} REFERENCES register_imports,    -- the day's difference; nothing where nothing had to be read
    bytes {int} NOT NULL,                  -- of the file as it came
    packed {bool} NOT NULL,                -- it was gzip
    file_hash {blob},                      -- BLAKE2b of the bytes as they came
    etag TEXT,                             -- what the source said of the file, to be asked with the next time
    last_modified TEXT,
    taken_at {instant},                    -- when it was read to the end
    error_key TEXT,                        -- why nothing was taken: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    {record}
);
