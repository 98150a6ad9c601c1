-- Who got a draft of minutes for comments by a letter, having no account: the link in it names this row.
CREATE TABLE minutes_letters (
    id {id},
    minutes_id {ref} NOT NULL REFERENCES meeting_minutes,
    planner_id {ref} NOT NULL REFERENCES planning_people,
    sent_at {instant} NOT NULL,
    {record}
);
CREATE INDEX minutes_letters_of ON minutes_letters (minutes_id, planner_id);
