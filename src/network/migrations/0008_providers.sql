-- Who provides social services.  Recognised by the number of the organisation (IČO), never by name.
CREATE TABLE providers (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    name {text_cs},
    short_name TEXT,                       -- FOKUS Semily
    ico TEXT UNIQUE,                       -- 8 digits, as text
    legal_form TEXT,
    parent_id {ref} REFERENCES providers,  -- the organisation of which it is a branch
    street TEXT,                           -- seat: street with number
    postal_code TEXT,
    municipality_code TEXT,                -- may lie outside what we hold of the territory
    municipality_name TEXT,
    region_code TEXT,                      -- region of the seat
    description TEXT,
    note TEXT,                             -- what the source leaves open: the seat is not given
    invented {bool} NOT NULL,              -- made up for the demonstration region
    verified_on {date},
    verified_by TEXT,                      -- who said so, as a role or organisation
    {record}
);
CREATE INDEX providers_by_name ON providers (name_sort);

-- Readable names in addresses, kept for ever: those before the current one lead to it.
CREATE TABLE slugs (
    id {id},
    kind TEXT NOT NULL,                    -- provider, service, related_service
    slug TEXT NOT NULL,
    record_id {ref} NOT NULL,
    current {bool} NOT NULL,
    {record},
    UNIQUE (kind, slug)
);
CREATE INDEX slugs_of_record ON slugs (record_id);

-- Ways to reach a provider, service, facility or related service.
CREATE TABLE contacts (
    id {id},
    owner_id {ref} NOT NULL,               -- the provider, service, facility or related service
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'web', 'data_box')),
    value TEXT NOT NULL,
    label TEXT,                            -- a role or an occasion, never a person out of the register
    position {int} NOT NULL,
    {record}
);
CREATE INDEX contacts_of_owner ON contacts (owner_id, position);
