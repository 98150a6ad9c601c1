-- What happened that concerns a person: shown in the program, and sent by mail as the person chose.
CREATE TABLE notices (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,                 -- what it is about, by its public name
    address TEXT NOT NULL,                 -- where in the program it leads
    happened_at {instant} NOT NULL,
    read_at {instant},
    mail TEXT NOT NULL CHECK (mail IN ('at_once', 'daily', 'done', 'never')),
    {record}
);
CREATE INDEX notices_of_person ON notices (person_id, read_at, happened_at);
CREATE INDEX notices_to_mail ON notices (mail, person_id);

-- How a person wishes to learn of each kind; where there is no row, at once.
CREATE TABLE notice_choices (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    kind TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('at_once', 'daily', 'never')),
    {record},
    UNIQUE (person_id, kind)
);
