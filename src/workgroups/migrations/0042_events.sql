-- Seminars, round tables, open days and other things that take place besides meetings.  Never deleted: one that does
-- not come about is cancelled, with its reason.
CREATE TABLE planning_events (
    id {id},
    slug TEXT NOT NULL UNIQUE,             -- its address for ever
    group_id {ref} REFERENCES working_groups,    -- nothing: of the region
    kind TEXT NOT NULL CHECK (kind IN ('seminar', 'round_table', 'open_day', 'collection', 'campaign', 'other')),
    title TEXT NOT NULL,
    edition INTEGER,                       -- 3. ročník
    edition_of_id {ref} REFERENCES planning_events,    -- the edition before
    first_day {date} NOT NULL,
    last_day {date} NOT NULL,
    from_minute INTEGER,                   -- after midnight of the first day
    to_minute INTEGER,                     -- after midnight of the last day
    place TEXT,                            -- hotel Orion
    address TEXT,                          -- street and number
    municipality_code TEXT,                -- 563889
    latitude {real},                       -- WGS 84, degrees
    longitude {real},
    organisers TEXT NOT NULL,              -- one a line
    description TEXT,
    web TEXT,
    published {bool} NOT NULL,             -- not: for members of the group, or of any group
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    state_reason TEXT,
    meeting_id {ref} REFERENCES meetings,  -- in whose minutes it was read
    source_text TEXT,                      -- the sentence there
    {record},
    CHECK (first_day <= last_day),
    CHECK (edition IS NULL OR edition BETWEEN 1 AND 999),
    CHECK (from_minute IS NULL OR (from_minute >= 0 AND from_minute < 1440)),
    CHECK (to_minute IS NULL OR (to_minute > 0 AND to_minute <= 1440)),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX planning_events_on ON planning_events (last_day);
CREATE INDEX planning_events_of_group ON planning_events (group_id, first_day);
CREATE INDEX planning_events_editions ON planning_events (edition_of_id);

-- Personal calendars that programs read behind a secret address: its hash alone.
CREATE TABLE calendar_subscriptions (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    name TEXT NOT NULL,                    -- what it is for, by the person's own words
    token_hash {blob} NOT NULL UNIQUE,
    last_used_on {date},                   -- the day alone
    revoked_at {instant},
    {record}
);
CREATE INDEX calendar_subscriptions_of ON calendar_subscriptions (person_id);
