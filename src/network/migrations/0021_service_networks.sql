-- A network of social services: a kind, the time it is for and whose it is.  The law knows one, the region's; practice
-- knows more, so kinds are data.
CREATE TABLE service_networks (
    id {id},
    slug TEXT NOT NULL UNIQUE,             -- zakladni-sit-2026
    kind_code TEXT NOT NULL,               -- code list network_kinds
    name {text_cs},
    municipality_code TEXT,                -- whose it is; nothing: the region's
    approved_on {date},                    -- nothing: in preparation
    resolution TEXT,                       -- number of the resolution that approved it
    resolution_body TEXT,
    published {bool} NOT NULL,
    note TEXT,
    {valid},
    {record}
);

-- A service in a network, as we knew it at one time.  Versions of one membership share membership_id.
CREATE TABLE network_members (
    id {id},
    membership_id {ref} NOT NULL,
    network_id {ref} NOT NULL REFERENCES service_networks,
    service_id {ref} NOT NULL REFERENCES services,
    mark_code TEXT,                        -- code list network_marks
    capacities TEXT NOT NULL,              -- as listed: FormaSocialniSluzby/amb:TypKapacitySocialniSluzby/klient=12;…
    conditions TEXT,                       -- what is to be put right
    conditions_until {date},               -- last day for it
    conditions_met_on {date},
    entered_reason TEXT,
    left_reason TEXT,
    resolution TEXT,                       -- of the change within the year
    entrustment_number TEXT,
    entrustment_from {date},
    entrustment_to {date},                 -- first day on which it no longer holds
    entrustment_body TEXT,
    entrustment_resolution TEXT,
    entrustment_resolved_on {date},
    note TEXT,
    {valid},
    recorded_at {instant} NOT NULL,
    replaced_at {instant},                 -- when we learned better
    {record}
);
CREATE UNIQUE INDEX network_members_now ON network_members (membership_id) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX network_members_once ON network_members (network_id, service_id, valid_from) WHERE replaced_at IS NULL;
CREATE INDEX network_members_of_service ON network_members (service_id);

-- A service or a capacity that is not there yet and is proposed for a network.
CREATE TABLE development_proposals (
    id {id},
    network_id {ref} NOT NULL REFERENCES service_networks,
    service_id {ref} REFERENCES services,  -- the service that should grow; nothing: a new one
    provider_id {ref} REFERENCES providers,
    provider_name TEXT,                    -- a provider that we do not keep
    type_code TEXT NOT NULL,               -- code list service_types
    name TEXT NOT NULL,
    territory TEXT NOT NULL,               -- orp:5104;area:jilemnicko
    capacities TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    decision_reason TEXT,
    decided_on {date},
    {record}
);
CREATE INDEX development_proposals_of_network ON development_proposals (network_id);

-- What a municipality says of the need of a service or of a proposal, § 94 f) of act 108/2006.
CREATE TABLE municipal_statements (
    id {id},
    network_id {ref} NOT NULL REFERENCES service_networks,
    municipality_code TEXT NOT NULL,
    service_id {ref} REFERENCES services,
    proposal_id {ref} REFERENCES development_proposals,
    verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'conditions')),
    conditions TEXT,
    capacities TEXT NOT NULL,              -- the capacity that the municipality needs
    given_on {date} NOT NULL,
    document_number TEXT,
    note TEXT,
    {record},
    CHECK ((service_id IS NULL) <> (proposal_id IS NULL))
);
CREATE INDEX municipal_statements_of_network ON municipal_statements (network_id);

-- What a service of a type usually needs or costs, as the region's planners compare with.
CREATE TABLE reference_values (
    id {id},
    type_code TEXT NOT NULL,               -- code list service_types
    measure TEXT NOT NULL,                 -- what is measured: náklady na úvazek v přímé péči
    unit TEXT NOT NULL,
    hundredths {int} NOT NULL,
    year {int} NOT NULL,
    source TEXT NOT NULL,
    note TEXT,
    {record}
);
