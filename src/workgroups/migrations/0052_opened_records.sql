-- What each person opened last of planning, for the overview of that person alone: the latest moment for each record.
-- Old rows go whenever somebody opens something.
CREATE TABLE opened_records (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    kind TEXT NOT NULL CHECK (kind IN ('group', 'meeting', 'minutes')),
    about_id {ref} NOT NULL,               -- the group, or the meeting
    opened_at {instant} NOT NULL,
    {record},
    UNIQUE (person_id, kind, about_id)
);
CREATE INDEX opened_records_by_time ON opened_records (opened_at);
