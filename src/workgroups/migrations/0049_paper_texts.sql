-- What was read in a paper of a meeting, for the search: sealed with the key of its file, so that it goes with the file.
-- No record of its own: it is read again from the file whenever it is missing.
CREATE TABLE paper_texts (
    paper_id {ref} NOT NULL PRIMARY KEY REFERENCES agenda_papers,
    body {blob},                           -- sealed; nothing before it was read, and where it cannot be read
    fault TEXT,                            -- why it cannot be read: a fault of platform/reading
    tries {int} NOT NULL,                  -- begun readings: one that ends the program is not begun for ever
    read_at {instant} NOT NULL,            -- or begun
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL,
    CHECK (body IS NULL OR fault IS NULL)
);
CREATE INDEX paper_texts_by_time ON paper_texts (read_at);
