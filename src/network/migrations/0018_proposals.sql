-- Where values come from may be a proposal of a provider that the region approved.
ALTER TABLE sources ADD COLUMN origin TEXT NOT NULL DEFAULT 'person'
    CHECK (origin IN ('person', 'register', 'document', 'import', 'sample', 'proposal'));
UPDATE sources SET origin = kind;
ALTER TABLE sources DROP COLUMN kind;
ALTER TABLE sources RENAME COLUMN origin TO kind;

-- Which organisation of people who sign in stands for which provider; its directors see and propose.
CREATE TABLE provider_representations (
    id {id},
    provider_id {ref} NOT NULL REFERENCES providers,
    represented_by {ref} NOT NULL REFERENCES organisations,
    ended_at {instant},
    {record}
);
CREATE UNIQUE INDEX provider_representations_once ON provider_representations (provider_id, represented_by)
    WHERE ended_at IS NULL;
CREATE INDEX provider_representations_by_organisation ON provider_representations (represented_by);

-- What a provider wishes to change, until the region decides; each answer to a returned one is a round of its own.
CREATE TABLE proposals (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('service', 'new_service', 'provider', 'facility', 'premises')),
    provider_id {ref} NOT NULL REFERENCES providers,
    record_id {ref},                       -- of a new service only once it was made
    title TEXT,                            -- of a new service: the name that was proposed
    base_version {int} NOT NULL,           -- of the record when it was proposed
    state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'returned', 'withdrawn')),
    round {int} NOT NULL,
    note TEXT,                             -- to the region
    remark TEXT,                           -- of the region
    proposed_by {ref} NOT NULL,
    proposed_at {instant} NOT NULL,
    decided_by {ref},
    decided_at {instant},
    {record}
);
CREATE INDEX proposals_by_state ON proposals (state, proposed_at);
CREATE INDEX proposals_of_provider ON proposals (provider_id, proposed_at);
CREATE INDEX proposals_of_record ON proposals (record_id);

-- Field by field, as forms say it: what stood there, what is wished, what came of it.
CREATE TABLE proposal_fields (
    proposal_id {ref} NOT NULL REFERENCES proposals,
    round {int} NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT,                        -- nothing once the place became secret
    new_value TEXT,
    accepted_value TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'approved', 'corrected', 'refused', 'trusted', 'forgotten')),
    PRIMARY KEY (proposal_id, round, field)
);

-- Fields in which the region trusts its providers: they hold without approval.
CREATE TABLE trusted_fields (
    id {id},
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    ended_at {instant},
    {record}
);
CREATE UNIQUE INDEX trusted_fields_once ON trusted_fields (kind, field) WHERE ended_at IS NULL;
