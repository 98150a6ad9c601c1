-- Where a value comes from: a person at a form, the national register, a document, an import, the sample region.
CREATE TABLE sources (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('person', 'register', 'document', 'import', 'sample')),
    label TEXT NOT NULL,
    address TEXT,
    retrieved_at {instant} NOT NULL,
    {record}
);

-- One save of one record: who, when, from which source.
CREATE TABLE changes (
    id {id},
    record_table TEXT NOT NULL,
    record_id {ref} NOT NULL,
    happened_at {instant} NOT NULL,
    user_id {ref},
    source_id {ref} NOT NULL REFERENCES sources,
    kind TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'undone')),
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);
CREATE INDEX changes_of_record ON changes (record_id, happened_at);

-- Old and new value of each field of a save, as text; values that are encrypted stay so.
CREATE TABLE field_changes (
    change_id {ref} NOT NULL REFERENCES changes,
    field TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    PRIMARY KEY (change_id, field)
);

-- What a source says in its own words beside the clean value: typing errors, doubled words and all.
CREATE TABLE verbatims (
    id {id},
    record_id {ref} NOT NULL,
    field TEXT NOT NULL,
    wording TEXT NOT NULL,
    source_id {ref} NOT NULL REFERENCES sources,
    {record}
);
CREATE INDEX verbatims_of_record ON verbatims (record_id, field);

-- What the instance is: whether it shows the demonstration region.
CREATE TABLE instance_facts (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Counts saves of each kind of content; what is kept in memory compares itself with it.
CREATE TABLE content_versions (
    content TEXT NOT NULL PRIMARY KEY,
    version {int} NOT NULL
);
