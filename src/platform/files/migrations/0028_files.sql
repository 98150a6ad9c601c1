-- A file that somebody handed over, as a record: what it is, whose, how long it stays.  Name and hash are sealed with
-- the key of the file, so that destroying the key leaves neither; two equal files cannot be told from their rows.
CREATE TABLE files (
    id {id},
    name {blob} NOT NULL,                  -- as its owner's computer called it, cleaned
    content_sha256 {blob} NOT NULL,        -- of the content before it was encrypted
    size_bytes {int} NOT NULL,
    type TEXT NOT NULL,                    -- what its bytes say: pdf, png, docx…
    key_id {ref} NOT NULL,                 -- in the key store
    {record}
);
CREATE INDEX files_of_person ON files (created_by, created_at);

-- Where the encrypted bytes of a file lie.  This row is there before the first of them and goes with the last: without
-- its file it is an upload that did not come to an end, and a file without it was erased.
CREATE TABLE file_contents (
    file_id {ref} NOT NULL PRIMARY KEY,
    key_id {ref} NOT NULL,
    stored_in TEXT NOT NULL CHECK (stored_in IN ('database', 'folder')),
    began_at {instant} NOT NULL,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);

-- The bytes themselves, where they are kept in the database: pieces of 64 KiB, encrypted one after another.
CREATE TABLE file_chunks (
    file_id {ref} NOT NULL REFERENCES file_contents,
    number {int} NOT NULL,                 -- from 0
    bytes {blob} NOT NULL,
    PRIMARY KEY (file_id, number)
);
