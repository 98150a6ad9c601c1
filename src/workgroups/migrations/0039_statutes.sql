-- Versions of what a group goes by, with the rules that the program can watch over.
CREATE TABLE group_statutes (
    id {id},
    group_id {ref} NOT NULL REFERENCES working_groups,
    kind TEXT NOT NULL CHECK (kind IN ('statute', 'rules_of_procedure', 'code_of_ethics', 'charter')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                    -- its text; may be empty while only its rules are known
    approved_by TEXT,                      -- the resolution
    valid_from {date} NOT NULL,
    valid_to {date},                       -- the first day without it
    months_between INTEGER,                -- at most so many calendar months from one meeting to the next
    on_demand_months TEXT,                 -- months in which it meets only when needed: 7,8
    notice_days INTEGER,                   -- the invitation leaves at least so many days before
    quorum TEXT CHECK (quorum IN ('majority', 'half', 'third', 'two_thirds', 'none')),    -- of the members who vote
    voting TEXT CHECK (voting IN ('majority_present', 'majority_all', 'two_thirds_present', 'consensus')),
    minutes_by TEXT CHECK (minutes_by IN ('next_meeting', 'verifier', 'chair')),    -- who approves minutes
    minutes_days INTEGER,                  -- minutes are written within so many days
    {record},
    CHECK (valid_to IS NULL OR valid_from <= valid_to),
    CHECK (months_between IS NULL OR months_between BETWEEN 1 AND 24),
    CHECK (notice_days IS NULL OR notice_days BETWEEN 0 AND 90)
);
CREATE INDEX group_statutes_of_group ON group_statutes (group_id, valid_from);

-- Months or weeks in which no meeting is to be, or only on demand; of one group or of all.
CREATE TABLE blocked_periods (
    id {id},
    group_id {ref} REFERENCES working_groups,    -- nothing: of all groups
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'on_demand')),
    first_day {date} NOT NULL,
    last_day {date} NOT NULL,
    reason TEXT NOT NULL,
    came_from TEXT NOT NULL,               -- people, or the capability that says so: projects
    ended {bool} NOT NULL,                 -- it holds no more; kept for the history
    {record},
    CHECK (first_day <= last_day)
);
CREATE INDEX blocked_periods_of_group ON blocked_periods (group_id, first_day);
