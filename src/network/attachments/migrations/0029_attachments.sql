-- Files that belong to a record of the network: the price list of a service, a contract as it was signed, what a town
-- wrote.
CREATE TABLE attachments (
    id {id},
    file_id {ref} NOT NULL UNIQUE REFERENCES files,
    record_kind TEXT NOT NULL CHECK (record_kind IN ('service', 'contract', 'statement')),
    record_id {ref} NOT NULL,
    title TEXT NOT NULL,
    published {bool} NOT NULL,             -- on the public page of a service
    position {int} NOT NULL,               -- from 1, in the order in which they are listed
    {record}
);
CREATE INDEX attachments_of_record ON attachments (record_id, position);

-- Who took an attachment away and when; until its file is erased this may be taken back.
CREATE TABLE attachment_removals (
    id {id},
    attachment_id {ref} NOT NULL REFERENCES attachments,
    removed_at {instant} NOT NULL,
    taken_back_at {instant},
    {record}
);
CREATE UNIQUE INDEX standing_removal ON attachment_removals (attachment_id) WHERE taken_back_at IS NULL;
