-- What somebody typed into a form and has not saved yet: one draft for a person and form, gone when it is saved.
CREATE TABLE drafts (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    form TEXT NOT NULL,                    -- the address of the form
    typed TEXT NOT NULL,                   -- as the browser sends it, without the token
    saved_at {instant} NOT NULL,
    {record},
    UNIQUE (person_id, form)
);
CREATE INDEX drafts_by_time ON drafts (saved_at);
