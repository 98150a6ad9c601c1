-- A registered social service: one decision of registration, one type.
CREATE TABLE services (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    provider_id {ref} NOT NULL REFERENCES providers,
    register_identifier TEXT UNIQUE,       -- 7 digits, as text; nothing while not known
    portal_id {int} UNIQUE,                -- the registration in the file of the national register
    type_code TEXT NOT NULL,               -- code list service_types
    name {text_cs},
    summary TEXT,                          -- one plain sentence
    description TEXT,
    eligibility TEXT,                      -- for whom, in plain words
    age_min {int},                         -- completed years; nothing: no limit
    age_max {int},
    age_wording TEXT,                      -- as the provider says it: do 65 let věku
    age_max_ambiguous {bool} NOT NULL,     -- the wording does not say whether the highest year still belongs
    starts_on {date},
    starts_on_precision TEXT NOT NULL CHECK (starts_on_precision IN ('day', 'month', 'year')),
    ends_on {date},                        -- first day on which it is no more
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
    status_reason TEXT,
    community_based {bool} NOT NULL,       -- a service of community character, § 33a
    fees_kind TEXT CHECK (fees_kind IN ('free', 'partly', 'paid')),    -- free: by § 72; nothing: not said
    fees TEXT,
    accessibility TEXT NOT NULL,           -- codes of the list accessibility, ; between
    accessibility_note TEXT,
    how_to_apply TEXT,
    project_name TEXT,                     -- shown only; the project itself is kept by projects
    project_number TEXT,
    secret {bool} NOT NULL,                -- its address is never shown nor located
    invented {bool} NOT NULL,              -- the whole service is made up for the demonstration region
    sample_fields TEXT,                    -- what is made up about a real one: capacities;phone
    verified_on {date},                    -- last day on which somebody vouched for it
    verified_by TEXT,
    {record}
);
CREATE INDEX services_of_provider ON services (provider_id);
CREATE INDEX services_by_name ON services (name_sort);

-- Forms in which a service is provided: field, outpatient, residential.
CREATE TABLE service_forms (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    form_code TEXT NOT NULL,               -- code list forms
    {valid},
    {record}
);
CREATE INDEX forms_of_service ON service_forms (service_id);

-- The registered maximum of one form of a service in one unit.  Never free places; never added up over units or places.
CREATE TABLE registered_capacities (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    form_code TEXT NOT NULL,
    unit_code TEXT NOT NULL,               -- code list capacity_units
    count {int} NOT NULL CHECK (count >= 0),
    scope TEXT CHECK (scope IN ('at_once', 'day', 'year')),
    of_total {int},                        -- where this is a part of a bigger house: 80 of 110 beds
    note TEXT,                             -- as the register says it
    {valid},
    recorded_at {instant} NOT NULL,
    replaced_at {instant},                 -- when we learned better
    {record}
);
CREATE INDEX capacities_of_service ON registered_capacities (service_id);

-- How much of a service the region took into its network, and how much of that it pays for.
CREATE TABLE agreed_capacities (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    kind TEXT NOT NULL CHECK (kind IN ('network', 'funded')),
    form_code TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    count {int} NOT NULL CHECK (count >= 0),
    note TEXT,
    {valid},
    recorded_at {instant} NOT NULL,
    replaced_at {instant},
    {record}
);
CREATE INDEX agreed_capacities_of_service ON agreed_capacities (service_id);

-- Places that are really free, as a provider reported on a day.
CREATE TABLE free_places (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    form_code TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    count {int} NOT NULL CHECK (count >= 0),
    as_of {date} NOT NULL,
    {record}
);
CREATE INDEX free_places_of_service ON free_places (service_id, as_of);

-- What a provider says about getting in: free, waiting list, open to everybody, not known.
CREATE TABLE availabilities (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    state TEXT NOT NULL CHECK (state IN ('free', 'waiting', 'open', 'unknown')),
    wording TEXT,                          -- plno, odhad čekání 4 měsíce
    waiting_people {int},
    waiting_weeks {int},                   -- estimate of the provider
    as_of {date} NOT NULL,
    {record}
);
CREATE INDEX availabilities_of_service ON availabilities (service_id, as_of);

-- Whom a service is for, by the register's list.
CREATE TABLE service_target_groups (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    group_code TEXT NOT NULL,              -- code list target_groups
    note TEXT,                             -- what the provider wrote beside the group
    {valid},
    {record}
);
CREATE INDEX target_groups_of_service ON service_target_groups (service_id);

-- Age bands of a service; narrowed by its limits.
CREATE TABLE service_age_bands (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    band_code TEXT NOT NULL,               -- code list age_bands
    note TEXT,                             -- služba je poskytována do 65 let věku
    {valid},
    {record}
);
CREATE INDEX age_bands_of_service ON service_age_bands (service_id);

-- What happens, step by step.
CREATE TABLE service_steps (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    position {int} NOT NULL,
    title TEXT NOT NULL,
    explanation TEXT,
    {record}
);
CREATE INDEX steps_of_service ON service_steps (service_id, position);

-- Texts of a service in another language or in easy words.
CREATE TABLE service_texts (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    language TEXT NOT NULL CHECK (language IN ('cs', 'en', 'uk', 'easy')),
    name TEXT,
    summary TEXT,
    description TEXT,
    steps TEXT,                            -- what happens, one step a line
    {record},
    UNIQUE (service_id, language)
);

-- Clients of a service who come from a territory, as reported at a day: not its capacity.
CREATE TABLE client_counts (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    level TEXT NOT NULL CHECK (level IN ('region', 'orp', 'pou', 'municipality', 'area')),
    code TEXT NOT NULL,
    as_of {date} NOT NULL,
    count {int} NOT NULL CHECK (count >= 0),
    note TEXT,
    {record}
);
CREATE INDEX client_counts_of_service ON client_counts (service_id, as_of);

-- What a provider says of its places and plans: full, will grow, waits for a tender, seeks staff.
CREATE TABLE capacity_states (
    id {id},
    provider_id {ref} NOT NULL REFERENCES providers,
    service_id {ref} REFERENCES services,  -- nothing: a service that is yet to come
    kind TEXT NOT NULL CHECK (kind IN ('full', 'free', 'expansion_planned', 'expanded',
        'waiting_for_tender', 'seeking_staff', 'investment_grant', 'development')),
    territory TEXT,                        -- codes of areas or districts that it is about, ; between
    note TEXT,                             -- in the words of the source
    as_of {date} NOT NULL,
    {record}
);
CREATE INDEX capacity_states_of_provider ON capacity_states (provider_id, as_of);
