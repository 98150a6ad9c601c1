-- A contract by which a region or municipality finances services; its number stands here once for all of them.
CREATE TABLE financing_contracts (
    id {id},
    number TEXT NOT NULL UNIQUE,           -- OLP/2668/2023
    term TEXT NOT NULL CHECK (term IN ('definite', 'indefinite')),
    starts_on {date},                      -- nothing: the source does not say, and a warning does
    ends_on {date},
    project_name TEXT,
    project_number TEXT,
    published {bool} NOT NULL,             -- a public contract
    note TEXT,
    {record}
);

-- The services that a contract finances.
CREATE TABLE financing_contract_services (
    id {id},
    contract_id {ref} NOT NULL REFERENCES financing_contracts,
    service_id {ref} NOT NULL REFERENCES services,
    {record},
    UNIQUE (contract_id, service_id)
);

-- Help that is not a registered social service: leisure for children, rental of aids, transport.
CREATE TABLE related_services (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    provider_id {ref} REFERENCES providers,
    organisation_name TEXT,                -- where it is no provider that we hold
    kind_code TEXT NOT NULL,               -- code list related_kinds
    name {text_cs},
    summary TEXT,
    description TEXT,
    opening TEXT,                          -- odpolední provoz
    municipality_code TEXT,
    for_whom TEXT,
    latitude {real},
    longitude {real},
    coverage TEXT NOT NULL,                -- the territory it reaches: orp:5104;area:jilemnicko
    invented {bool} NOT NULL,
    verified_on {date},
    verified_by TEXT,
    {valid},
    {record}
);
