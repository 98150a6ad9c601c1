-- What members object to while minutes are open for comments, each settled with an answer.
CREATE TABLE minutes_comments (
    id {id},
    minutes_id {ref} NOT NULL REFERENCES meeting_minutes,
    part_id {ref} REFERENCES minutes_parts,    -- nothing: the minutes as a whole
    author_name TEXT NOT NULL,                 -- as it was when it was written
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
    reason TEXT,                               -- why it was refused; what was done
    {record},
    CHECK (state <> 'refused' OR reason IS NOT NULL)
);
CREATE INDEX minutes_comments_of ON minutes_comments (minutes_id);

-- From phase to phase, when and why: the moments between which texts are compared.
CREATE TABLE minutes_steps (
    id {id},
    minutes_id {ref} NOT NULL REFERENCES meeting_minutes,
    from_phase TEXT NOT NULL,
    to_phase TEXT NOT NULL,
    taken_at {instant} NOT NULL,
    reason TEXT,                               -- of a step back
    {record}
);
CREATE INDEX minutes_steps_of ON minutes_steps (minutes_id, taken_at);

-- What strangers read: written once, when the minutes were published, and never again.
CREATE TABLE published_minutes (
    id {id},
    minutes_id {ref} NOT NULL UNIQUE REFERENCES meeting_minutes,
    body TEXT NOT NULL,                        -- pieces of the document, one a line
    words TEXT NOT NULL,                       -- folded, to be searched
    {record}
);
