-- Readings of the national register's file: what was found in each, and what became of it.
CREATE TABLE register_imports (
    id {id},
    file_name TEXT NOT NULL,
    file_hash {blob},                      -- BLAKE2b of the bytes as they came
    bytes {int} NOT NULL,
    region_code TEXT,                      -- NUTS 3 of the region that was taken; nothing: the whole country
    allow_drop {bool} NOT NULL,            -- a person knows that much is gone and wants it so
    state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'applying', 'applied', 'failed', 'refused', 'cancelled')),
    services {int} NOT NULL,               -- taken from the file
    facilities {int} NOT NULL,
    services_before {int} NOT NULL,        -- as the register said last
    facilities_before {int} NOT NULL,
    new_count {int} NOT NULL,
    changed_count {int} NOT NULL,
    ended_count {int} NOT NULL,
    vanished_count {int} NOT NULL,
    suspicious_count {int} NOT NULL,
    unchanged_count {int} NOT NULL,
    drop_percent {real} NOT NULL,          -- by how much services or facilities are fewer, the worse of both
    job_id {ref} REFERENCES jobs,          -- the one that reads or applies
    source_id {ref} REFERENCES sources,    -- of what applying changes
    read_at {instant},
    applied_at {instant},
    error_key TEXT,                        -- why nothing was taken: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    {record}
);
CREATE INDEX register_imports_by_time ON register_imports (created_at);

-- What the register said last of each service.  A row stays when the register says no more: gone_at is its tombstone.
CREATE TABLE register_services (
    id {id},
    identifier TEXT NOT NULL UNIQUE,       -- of the service; where the register gives none, portal: and the registration
    portal_id {int},
    fingerprint {blob} NOT NULL,
    said TEXT NOT NULL,                    -- all that was read, as JSON; nobody's name among it
    facilities {int} NOT NULL,
    service_id {ref} REFERENCES services,  -- nothing: had ended long before it was first seen
    last_import_id {ref} NOT NULL REFERENCES register_imports,
    gone_at {instant},
    {record}
);

-- How one service of the file differs from what the register said last.
CREATE TABLE register_differences (
    id {id},
    import_id {ref} NOT NULL REFERENCES register_imports,
    position {int} NOT NULL,               -- order of the file, vanished ones behind
    identifier TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'ended', 'vanished', 'suspicious')),
    region_code TEXT,                      -- NUTS 3 of its first place, else of the provider's seat
    orp_codes TEXT NOT NULL,               -- of its places in the territory that we hold: ;5104;5108;
    type_code TEXT NOT NULL,
    provider_name TEXT NOT NULL,
    before TEXT,                           -- what the register said last, as JSON; nothing for a new service
    staged TEXT,                           -- what it says now; nothing once it stands in register_services
    fields TEXT NOT NULL,                  -- JSON list of name, about, before, after, held (our value that was kept)
    decided TEXT CHECK (decided IN ('accept', 'leave')),    -- about held values; nothing: they wait for a person
    applied_at {instant},
    {record},
    UNIQUE (import_id, position)
);
CREATE INDEX differences_of_import ON register_differences (import_id, kind, position);

-- What an import did not know or did not believe.
CREATE TABLE register_notes (
    id {id},
    import_id {ref} NOT NULL REFERENCES register_imports,
    position {int} NOT NULL,
    kind TEXT NOT NULL,                    -- register.warning.KIND
    identifier TEXT NOT NULL,              -- of the first service where it was met
    note_values TEXT NOT NULL,             -- a JSON list of texts
    times {int} NOT NULL,
    {record}
);
CREATE INDEX notes_of_import ON register_notes (import_id, position);
