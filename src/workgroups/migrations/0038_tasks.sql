-- What a group decided.
CREATE TABLE decisions (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    meeting_id {ref} REFERENCES meetings,
    agenda_item_id {ref} REFERENCES agenda_items,
    number TEXT NOT NULL,                  -- 3/2024, within the group
    body TEXT NOT NULL,
    decided_on {date} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('valid', 'replaced', 'withdrawn')),
    replaced_by_id {ref} REFERENCES decisions,
    {record},
    UNIQUE (group_id, number)
);
CREATE INDEX decisions_of_meeting ON decisions (meeting_id);

-- What somebody is to do by a day, from a meeting or without one.
CREATE TABLE tasks (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    meeting_id {ref} REFERENCES meetings,  -- where it was given
    agenda_item_id {ref} REFERENCES agenda_items,
    decision_id {ref} REFERENCES decisions,
    number INTEGER NOT NULL,               -- within the group, from 1
    body TEXT NOT NULL,
    source_text TEXT,                      -- the sentence of the minutes that it was read from
    owner_id {ref} REFERENCES planning_people,
    owner_text TEXT,                       -- as written, where nobody known fits
    due_on {date},
    due_text TEXT,                         -- průběžně
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    closed_on {date},
    closing_note TEXT,
    {record},
    UNIQUE (group_id, number)
);
CREATE INDEX tasks_of_meeting ON tasks (meeting_id);
CREATE INDEX tasks_of_owner ON tasks (owner_id, state);
CREATE INDEX tasks_due ON tasks (state, due_on);
