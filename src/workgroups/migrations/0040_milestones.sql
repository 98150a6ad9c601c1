-- Work that goes by milestones: an analysis by its supplier, a part of a project.
CREATE TABLE milestone_plans (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,    -- for which it is done
    title TEXT NOT NULL,
    supplier TEXT,                         -- ppm factum research, s.r.o.
    supplier_person TEXT,                  -- who speaks for it
    speaker TEXT,                          -- who tells the group of it
    project_title TEXT,
    project_number TEXT,                   -- CZ.03.4.74/0.0/0.0/16_033/0003005
    project_first {date},                  -- the term of the project; milestones outside of it are warned of
    project_last {date},
    published {bool} NOT NULL,             -- to everybody who may know of the group
    {record},
    CHECK (project_first IS NULL OR project_last IS NULL OR project_first <= project_last)
);
CREATE INDEX milestone_plans_of_group ON milestone_plans (group_id);

-- They may overlap.
CREATE TABLE milestones (
    id {id},
    plan_id {ref} NOT NULL REFERENCES milestone_plans,
    title TEXT NOT NULL,
    first_day {date} NOT NULL,
    last_day {date} NOT NULL,
    precision TEXT NOT NULL CHECK (precision IN ('day', 'month')),    -- as it was said: 06–07/2017
    state TEXT NOT NULL CHECK (state IN ('waiting', 'under_way', 'done')),
    note TEXT,
    dropped {bool} NOT NULL,               -- it is not to be any more; kept for the history
    {record},
    CHECK (first_day <= last_day)
);
CREATE INDEX milestones_of_plan ON milestones (plan_id, first_day);

-- Data that are collected for a milestone; the collection itself is kept by network.
CREATE TABLE milestone_collections (
    id {id},
    milestone_id {ref} NOT NULL REFERENCES milestones,
    collection_id {ref} NOT NULL REFERENCES collections,
    title TEXT NOT NULL,
    {record}
);
CREATE INDEX milestone_collections_of ON milestone_collections (milestone_id);

-- Whom it asks, by groups of recipients, so that it is known how many of each answered.
CREATE TABLE milestone_recipients (
    id {id},
    asked_by_id {ref} NOT NULL REFERENCES milestone_collections,
    recipient_group TEXT NOT NULL,         -- obce SO POÚ Jilemnice; may be empty
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    {record}
);
CREATE INDEX milestone_recipients_of ON milestone_recipients (asked_by_id);
