-- What was told about a meeting by letters: the invitation, each change, its cancellation.
CREATE TABLE meeting_convenings (
    id {id},
    meeting_id {ref} NOT NULL REFERENCES meetings,
    kind TEXT NOT NULL CHECK (kind IN ('request', 'update', 'cancel')),
    sequence {int} NOT NULL,             -- as calendars count changes of one event: from 0
    told TEXT NOT NULL,                    -- day, time, place and address as the letter said them
    words TEXT NOT NULL,                   -- what the group's manager added
    sent_at {instant} NOT NULL,
    letters {int} NOT NULL,              -- how many left by e-mail
    {record}
);
CREATE INDEX meeting_convenings_of ON meeting_convenings (meeting_id, sequence);

-- Who was invited to a meeting and what they answered; the newest answer holds.
CREATE TABLE meeting_invitations (
    id {id},
    meeting_id {ref} NOT NULL REFERENCES meetings,
    planner_id {ref} NOT NULL REFERENCES planning_people,
    sent_at {instant},                     -- nothing: no e-mail is known, they are told otherwise
    reply TEXT CHECK (reply IN ('comes', 'apologises', 'substitute')),
    substitute_name TEXT,
    replied_at {instant},
    replied_by TEXT CHECK (replied_by IN ('link', 'account', 'manager')),
    {record},
    UNIQUE (meeting_id, planner_id),
    CHECK ((reply = 'substitute') = (substitute_name IS NOT NULL))
);
CREATE INDEX meeting_invitations_of_planner ON meeting_invitations (planner_id);

-- Files to an item of the agenda, or to the meeting as a whole: its attendance sheet as it was signed.
CREATE TABLE agenda_papers (
    id {id},
    file_id {ref} NOT NULL UNIQUE REFERENCES files,
    meeting_id {ref} REFERENCES meetings,  -- of those that belong to no item
    agenda_item_id {ref} REFERENCES agenda_items,
    purpose TEXT NOT NULL CHECK (purpose IN ('paper', 'attendance')),
    title TEXT NOT NULL,
    removed {bool} NOT NULL,               -- taken away; can be brought back
    {record},
    CHECK ((meeting_id IS NULL) <> (agenda_item_id IS NULL))
);
CREATE INDEX agenda_papers_of_meeting ON agenda_papers (meeting_id);
CREATE INDEX agenda_papers_of_item ON agenda_papers (agenda_item_id);
