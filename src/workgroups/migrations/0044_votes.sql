-- A vote at a meeting.  A closed one changes no more.
CREATE TABLE votes (
    id {id},
    meeting_id {ref} NOT NULL REFERENCES meetings,
    agenda_item_id {ref} REFERENCES agenda_items,
    question TEXT NOT NULL,                -- what is voted about, as it will be decided
    secret {bool} NOT NULL,
    cast_by TEXT NOT NULL CHECK (cast_by IN ('recorder', 'members')),    -- counts typed, or each by their own
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'withdrawn')),
    votes_for {int},                     -- what was counted when it closed
    votes_against {int},
    abstained {int},
    voters {int},                        -- members who vote, on the day
    present {int},                       -- of them there, themselves or by a substitute
    needed {int},                        -- of them needed for a quorum
    rule TEXT,                             -- majority_present, majority_all, two_thirds_present, consensus
    passed {bool},
    closed_at {instant},
    decision_id {ref} REFERENCES decisions,
    {record},
    CHECK ((state = 'closed') = (passed IS NOT NULL))
);
CREATE INDEX votes_of_meeting ON votes (meeting_id);

-- Open voting: who voted and how.
CREATE TABLE vote_hands (
    id {id},
    vote_id {ref} NOT NULL REFERENCES votes,
    planner_id {ref} NOT NULL REFERENCES planning_people,
    choice TEXT NOT NULL CHECK (choice IN ('for', 'against', 'abstains')),
    {record},
    UNIQUE (vote_id, planner_id)
);

-- Secret voting: here stands who voted, and nothing else – no time, no order, no history.
CREATE TABLE vote_turnout (
    vote_id {ref} NOT NULL REFERENCES votes,
    planner_id {ref} NOT NULL REFERENCES planning_people,
    PRIMARY KEY (vote_id, planner_id)
) {clustered};

-- And here how often each answer was given: one row for a vote, made when it opens.  No ballot is a row of its own, so
-- there is nothing that could be laid beside the turnout.
CREATE TABLE vote_counts (
    vote_id {ref} PRIMARY KEY REFERENCES votes,
    votes_for {int} NOT NULL,
    votes_against {int} NOT NULL,
    abstained {int} NOT NULL
);
