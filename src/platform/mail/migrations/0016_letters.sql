-- The outbox: letters that wait for the mail server, and what became of them.  A letter may hold a link that acts, so
-- its text and attachments are emptied as soon as nobody needs them to send it.
CREATE TABLE letters (
    id {id},
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'held', 'discarded')),
    attempts {int} NOT NULL,
    last_error TEXT,
    next_attempt_at {instant} NOT NULL,
    trying_until {instant},
    give_up_at {instant} NOT NULL,
    ended_at {instant},
    emptied_at {instant},
    {record}
);
CREATE INDEX letters_by_state ON letters (state, next_attempt_at);
CREATE INDEX letters_by_time ON letters (created_at);

CREATE TABLE letter_attachments (
    letter_id {ref} NOT NULL REFERENCES letters,
    position {int} NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes {blob} NOT NULL,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL,
    PRIMARY KEY (letter_id, position)
);
