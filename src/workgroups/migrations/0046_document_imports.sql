-- Documents handed over to a group: minutes that were written elsewhere.  What was read of them waits here until people
-- have looked at it; nothing else comes into being before that.
CREATE TABLE document_imports (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    title TEXT NOT NULL,                   -- the name of the file, or the first words of a pasted text
    file_id {ref} REFERENCES files,        -- nothing where the kind of file may not be kept
    content_hash TEXT NOT NULL,            -- SHA-256 of its bytes, in hex
    state TEXT NOT NULL CHECK (state IN ('reading', 'open', 'taken', 'refused', 'dropped')),
    error_key TEXT,                        -- why it was refused: a text key
    lines TEXT NOT NULL,                   -- the document as it was read, JSON of platform/reading; empty before
    label_style TEXT NOT NULL CHECK (label_style IN ('ad', 'slash', 'number', 'none')),
    job_id {ref} REFERENCES jobs,          -- the one that reads it, where that takes long
    source_id {ref} REFERENCES sources,    -- of all that was taken over
    meeting_id {ref} REFERENCES meetings,  -- what it became the minutes of
    taken_at {instant},
    {record}
);
CREATE INDEX document_imports_of_group ON document_imports (group_id, created_at);
CREATE INDEX document_imports_by_hash ON document_imports (group_id, content_hash);

-- What was read in a document, each with the lines where it stands; waits to be accepted, corrected or dropped.
CREATE TABLE document_facts (
    id {id},
    import_id {ref} NOT NULL REFERENCES document_imports,
    kind TEXT NOT NULL,                    -- date, present, agenda, task, … of document_fact.cpp
    place_in_order INTEGER NOT NULL,       -- within the document, from 1
    first_line INTEGER NOT NULL,           -- of document_imports.lines, from 0
    last_line INTEGER NOT NULL,
    body TEXT NOT NULL,                    -- a name, a heading, a sentence
    who TEXT,                              -- who is to do it, who reported, as printed
    day {date},
    until {date},                          -- the last day, where it lasts
    minute INTEGER,                        -- after midnight
    number INTEGER,                        -- of the meeting, of members, of the item of the agenda
    extra TEXT,                            -- a label as printed, a place, a number of registration
    planner_id {ref} REFERENCES planning_people,
    question TEXT CHECK (question IN ('two_fit', 'nobody_fits', 'one_or_two', 'number_repeats')),
    answer TEXT CHECK (answer IN ('member', 'new', 'guest', 'stays')),
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dropped')),
    by_hand {bool} NOT NULL,               -- added by a person
    {record}
);
CREATE INDEX document_facts_of_import ON document_facts (import_id, place_in_order);
