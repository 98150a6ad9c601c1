-- A group of community planning.  What it was called stays its address for ever.
CREATE TABLE working_groups (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    kind_code TEXT NOT NULL,               -- code list group_kinds
    name {text_cs},
    short_name TEXT,                       -- ŘPS
    aliases TEXT NOT NULL,                 -- how else it is called in minutes, one a line
    parent_id {ref} REFERENCES working_groups,
    territory TEXT,                        -- orp:5104, municipality:577197, area:jilemnicko, region:CZ051
    target_group_code TEXT,                -- code list target_groups
    lead_text TEXT,                        -- what it is for, in a few sentences
    founded_on {date},                     -- nothing: before anybody remembers
    founded_by TEXT,                       -- the resolution that founded it
    ended_on {date},                       -- the first day without it; the same as founded_on: it never was
    published {bool} NOT NULL,
    names_shown TEXT NOT NULL CHECK (names_shown IN ('nobody', 'leaders', 'members')),
    {record},
    CHECK (ended_on IS NULL OR founded_on IS NULL OR founded_on <= ended_on)
);
CREATE INDEX working_groups_under ON working_groups (parent_id);

-- How groups came out of groups: a split, a merge, an end; while it is only talked about, it changes nothing.
CREATE TABLE lineage_events (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'end')),
    state TEXT NOT NULL CHECK (state IN ('discussed', 'done', 'taken_back')),
    day {date},                            -- nothing: it is only talked about
    reason TEXT,
    resolution TEXT,
    new_names TEXT NOT NULL,               -- of groups that come into being, one a line
    goes_on {bool} NOT NULL,               -- a split leaves the first group in being
    members_go TEXT NOT NULL CHECK (members_go IN ('nowhere', 'first', 'all')),
    save_id {ref},                         -- the source of all that was saved when it was done
    {record},
    CHECK (state <> 'done' OR day IS NOT NULL)
);

CREATE TABLE lineage_links (
    id {id},
    event_id {ref} NOT NULL REFERENCES lineage_events,
    group_id {ref} NOT NULL REFERENCES working_groups,
    side TEXT NOT NULL CHECK (side IN ('from', 'to')),
    {record},
    UNIQUE (event_id, group_id, side)
);
CREATE INDEX lineage_links_of_group ON lineage_links (group_id);

-- Who takes part in community planning: somebody with an account, or a name and an organisation alone.
CREATE TABLE planning_people (
    id {id},
    account_id {ref} REFERENCES people,
    name {text_cs},                        -- of an account, as it was when they came
    organisation TEXT,
    {record}
);
CREATE UNIQUE INDEX planning_people_of_account ON planning_people (account_id) WHERE account_id IS NOT NULL;

-- How they are reached: apart, since few may read it.
CREATE TABLE planning_contacts (
    id {id},
    planner_id {ref} NOT NULL UNIQUE REFERENCES planning_people,
    email TEXT,
    phone TEXT,
    {record}
);

-- A mandate in a group.
CREATE TABLE group_members (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    planner_id {ref} NOT NULL REFERENCES planning_people,
    role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'secretary', 'guarantor', 'member', 'guest')),
    side TEXT NOT NULL CHECK (side IN ('commissioner', 'provider', 'user', 'public')),
    stands_in_for_id {ref} REFERENCES group_members,
    valid_from {date} NOT NULL,
    valid_to {date},                       -- the first day without the mandate; the same as valid_from: it never was
    end_reason TEXT,
    {record},
    CHECK (valid_to IS NULL OR valid_from <= valid_to)
);
CREATE INDEX group_members_of_group ON group_members (group_id, valid_from);
CREATE INDEX group_members_of_planner ON group_members (planner_id);
CREATE UNIQUE INDEX group_members_once ON group_members (group_id, planner_id, valid_from)
    WHERE valid_to IS NULL OR valid_to > valid_from;
