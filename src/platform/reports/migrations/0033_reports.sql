-- Questions about lists that people keep and share: which list, which columns, which conditions.  Never the rows.
CREATE TABLE saved_reports (
    id {id},
    owner_id {ref} NOT NULL REFERENCES people,
    title {text_cs},
    source TEXT NOT NULL,                  -- the list, as addresses name it: sluzby
    question TEXT NOT NULL,                -- as the address of the builder writes it
    shared_with TEXT NOT NULL CHECK (shared_with IN ('nobody', 'organisation', 'everybody')),
    deleted_at {instant},                  -- nothing: it is there
    {record}
);
CREATE INDEX saved_reports_of_owner ON saved_reports (owner_id, title_sort);
CREATE INDEX saved_reports_shared ON saved_reports (shared_with, title_sort);
