-- Minutes of a meeting.  Phases go one way: draft, comments, verified, approved, published; a published one is locked
-- and carries the hash of what was published.
CREATE TABLE meeting_minutes (
    id {id},
    meeting_id {ref} NOT NULL UNIQUE REFERENCES meetings,
    phase TEXT NOT NULL CHECK (phase IN ('draft', 'comments', 'verified', 'approved', 'published')),
    label_style TEXT NOT NULL CHECK (label_style IN ('ad', 'slash', 'number', 'none')),    -- Ad 3), 3/, 3., nothing
    recorded_by TEXT,
    recorded_on {date},
    recorded_in TEXT,
    verifier_id {ref} REFERENCES planning_people,
    comments_until {date},
    approved_at_id {ref} REFERENCES meetings,
    published_at {instant},
    content_hash TEXT,                     -- SHA-256 of the published copy, in hex
    -- What the programme that pays asks for: row 4.30.
    programme TEXT,                        -- Operační program Zaměstnanost
    project_title TEXT,
    project_number TEXT,                   -- CZ.03.4.74/0.0/0.0/16_033/0003005
    project_term TEXT,                     -- 01/2017–12/2018
    {record}
);

-- The parts of minutes: to an item of the agenda, a report of a group, or of their own.  Each is saved by itself, so
-- that several people write at once.
CREATE TABLE minutes_parts (
    id {id},
    minutes_id {ref} NOT NULL REFERENCES meeting_minutes,
    place_in_order INTEGER NOT NULL,       -- from 1
    agenda_item_id {ref} REFERENCES agenda_items,
    about_group_id {ref} REFERENCES working_groups,    -- the group that the report is of
    label TEXT,                            -- as it stood in the document: Ad. 3)
    heading TEXT NOT NULL,
    body TEXT NOT NULL,                    -- paragraphs between empty lines; - begins an item of a list
    dropped {bool} NOT NULL,               -- left out of the minutes; kept for the history
    {record}
);
CREATE INDEX minutes_parts_of ON minutes_parts (minutes_id, place_in_order);
