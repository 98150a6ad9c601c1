-- A collection of data: what is asked of whom, until when.  Built once; networks of the next year are collected so.
CREATE TABLE collections (
    id {id},
    title {text_cs},
    network_id {ref} REFERENCES service_networks,    -- the network that answers are for; nothing: another purpose
    letter TEXT NOT NULL,                  -- what recipients read
    deadline {date} NOT NULL,              -- the last day for answers
    reminder_days TEXT NOT NULL,           -- days before it on which who has not answered is reminded: 7;1
    opened_at {instant},                   -- nothing: a draft
    closed_at {instant},
    {record}
);

-- What is asked, of the recipient or of each service of theirs.
CREATE TABLE collection_questions (
    id {id},
    collection_id {ref} NOT NULL REFERENCES collections,
    position {int} NOT NULL,
    label TEXT NOT NULL,
    hint TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'choice', 'date', 'yes_no')),
    choices TEXT NOT NULL,                 -- one a line
    per_service {bool} NOT NULL,
    needed {bool} NOT NULL,
    meaning TEXT,                          -- what it says for a network: stays, capacity, reason, proposal_name…
    {record}
);
CREATE INDEX questions_of_collection ON collection_questions (collection_id, position);

-- Who is asked.  Nobody twice.
CREATE TABLE collection_recipients (
    id {id},
    collection_id {ref} NOT NULL REFERENCES collections,
    who TEXT NOT NULL,                     -- provider:ID, municipality:CODE or email:ADDRESS
    name {text_cs},
    email TEXT,                            -- nothing: not known yet, so nothing was sent
    sent_at {instant},
    apologised_at {instant},
    apology TEXT,
    {record},
    UNIQUE (collection_id, who)
);

-- What a recipient answered so far; the version is that of the whole answer.
CREATE TABLE collection_answers (
    id {id},
    recipient_id {ref} NOT NULL UNIQUE REFERENCES collection_recipients,
    said TEXT NOT NULL,                    -- JSON: question, or service/question, to what was typed
    sent_at {instant},                     -- nothing: a draft that only the recipient works on
    {record}
);

-- Letters that reminded somebody, so that nobody is reminded twice for one day.
CREATE TABLE collection_reminders (
    id {id},
    recipient_id {ref} NOT NULL REFERENCES collection_recipients,
    for_day {date} NOT NULL,
    {record},
    UNIQUE (recipient_id, for_day)
);
