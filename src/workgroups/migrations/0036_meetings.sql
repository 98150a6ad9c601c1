-- Meetings that belong together: a year's plan of one group, by a rule or a list.  Its place and times hold for each
-- of its meetings that says nothing of its own.
CREATE TABLE meeting_series (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    name TEXT NOT NULL,                    -- plán na rok 2016
    place TEXT,
    from_minute INTEGER,                   -- after midnight
    to_minute INTEGER,
    {record},
    CHECK (from_minute IS NULL OR (from_minute >= 0 AND from_minute < 1440)),
    CHECK (to_minute IS NULL OR (to_minute > 0 AND to_minute <= 1440))
);
CREATE INDEX meeting_series_of_group ON meeting_series (group_id);

-- A meeting of a group.  It is never deleted: one that does not come about is cancelled or moved, with its reason.
CREATE TABLE meetings (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    series_id {ref} REFERENCES meeting_series,
    number INTEGER,                        -- první setkání: 1
    title TEXT,                            -- nothing: the group's name
    day {date} NOT NULL,
    from_minute INTEGER,                   -- after midnight; nothing: as the series says
    to_minute INTEGER,
    place TEXT,                            -- nothing: as the series says
    online_address TEXT,
    state TEXT NOT NULL CHECK (state IN ('planned', 'on_demand', 'convened', 'held', 'cancelled', 'moved')),
    state_reason TEXT,                     -- why it was cancelled or moved
    moved_to_id {ref} REFERENCES meetings, -- where it was moved
    convened_at {instant},
    attendance_note TEXT,                  -- viz prezenční listina
    {record},
    CHECK (from_minute IS NULL OR (from_minute >= 0 AND from_minute < 1440)),
    CHECK (to_minute IS NULL OR (to_minute > 0 AND to_minute <= 1440))
);
CREATE INDEX meetings_of_group ON meetings (group_id, day);
CREATE INDEX meetings_on ON meetings (day);
CREATE INDEX meetings_of_series ON meetings (series_id);

-- What is to be talked about: at one meeting, or kept for a later one (the group's backlog: no meeting yet).
CREATE TABLE agenda_items (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    meeting_id {ref} REFERENCES meetings,
    place_in_order INTEGER NOT NULL,       -- from 1
    title TEXT NOT NULL,
    minutes_long INTEGER,
    presenter TEXT,                        -- who speaks to it, as typed
    note TEXT,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused', 'done', 'postponed')),
    proposed_by {ref} REFERENCES planning_people,
    {record}
);
CREATE INDEX agenda_items_of_meeting ON agenda_items (meeting_id, place_in_order);
CREATE INDEX agenda_items_of_group ON agenda_items (group_id, state);

-- Who was at a meeting, apologised or was missing.  A name that fits nobody, or two people, stays a question.
CREATE TABLE attendance (
    id {id},
    meeting_id {ref} NOT NULL REFERENCES meetings,
    planner_id {ref} REFERENCES planning_people,
    name {text_cs},                        -- as it was written down
    organisation TEXT,
    status TEXT NOT NULL CHECK (status IN ('present', 'apologised', 'absent', 'guest')),
    stands_in_for {ref} REFERENCES planning_people,
    came_by TEXT NOT NULL CHECK (came_by IN ('typed', 'code', 'document', 'reply')),
    open_question TEXT,                    -- why it is not certain who this is
    {record}
);
CREATE INDEX attendance_of_meeting ON attendance (meeting_id);
CREATE INDEX attendance_of_planner ON attendance (planner_id);
CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, planner_id) WHERE planner_id IS NOT NULL;
