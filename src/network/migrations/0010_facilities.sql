-- A place where services are provided.
CREATE TABLE facilities (
    id {id},
    provider_id {ref} NOT NULL REFERENCES providers,
    name {text_cs},
    street TEXT,                           -- street with number
    postal_code TEXT,
    municipality_code TEXT,
    municipality_name TEXT,
    address_code TEXT,                     -- place in the register of addresses (RÚIAN)
    latitude {real},
    longitude {real},
    approximate {bool} NOT NULL,           -- the point is near, not exact
    secret {bool} NOT NULL,                -- a hidden address: nothing about the place is kept
    accessibility TEXT,                    -- how one gets in and around
    directions TEXT,
    total_beds {int},                      -- of the whole house, where a service has a part
    note TEXT,
    {valid},
    {record},
    CHECK (NOT secret OR (street IS NULL AND address_code IS NULL AND latitude IS NULL AND longitude IS NULL))
);
CREATE INDEX facilities_of_provider ON facilities (provider_id);

-- Which services are provided in a facility.
CREATE TABLE service_facilities (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    facility_id {ref} NOT NULL REFERENCES facilities,
    {valid},
    {record}
);
CREATE INDEX facilities_of_service ON service_facilities (service_id);

-- When a service is open, as a weekly recurrence.
CREATE TABLE opening_times (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    facility_id {ref} REFERENCES facilities,    -- nothing: at all of them
    form_code TEXT,                        -- nothing: in all forms
    days TEXT NOT NULL,                    -- MO,TU,WE,TH,FR,SA,SU as in calendars; empty: the day is not known
    opens_at {int},                        -- minutes after midnight
    closes_at {int},                       -- 1440: midnight at the end of the day
    times_a_week {int},                    -- where only that is known: once a week
    by_appointment {bool} NOT NULL,
    nonstop {bool} NOT NULL,               -- day and night
    note TEXT,
    {valid},
    {record},
    CHECK ((opens_at IS NULL) = (closes_at IS NULL)),
    CHECK (opens_at IS NULL OR (opens_at >= 0 AND opens_at < closes_at AND closes_at <= 1440))
);
CREATE INDEX opening_times_of_service ON opening_times (service_id);

-- The territory that a service reaches.
CREATE TABLE coverages (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    level TEXT NOT NULL CHECK (level IN ('country', 'region', 'orp', 'pou', 'municipality', 'area')),
    code TEXT NOT NULL,
    note TEXT,                             -- what the source says: ve spádových obcích
    {valid},
    {record}
);
CREATE INDEX coverages_of_service ON coverages (service_id);

-- Rooms and grounds in which one or more services are provided.
CREATE TABLE premises (
    id {id},
    name TEXT NOT NULL,
    owner TEXT,                            -- of the building
    tenure TEXT CHECK (tenure IN ('owned', 'rented', 'lent')),
    meets_norms {bool},                    -- nothing: nobody said
    declared_rooms {int},                  -- as the provider counts them
    area_m2 {real},
    garden_m2 {real},
    municipality_code TEXT,
    facility_id {ref} REFERENCES facilities,
    note TEXT,
    {record}
);

-- Rooms of premises, as listed.
CREATE TABLE rooms (
    id {id},
    premises_id {ref} NOT NULL REFERENCES premises,
    position {int} NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,                             -- kitchen, workshop, office, wc…
    declared {bool} NOT NULL,              -- one of those that the declared number counts
    note TEXT,                             -- on each floor; barrier-free
    {record}
);
CREATE INDEX rooms_of_premises ON rooms (premises_id, position);

-- Services that use the premises: they share them, so nothing is counted twice.
CREATE TABLE service_premises (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    premises_id {ref} NOT NULL REFERENCES premises,
    {valid},
    {record}
);
CREATE INDEX premises_of_service ON service_premises (service_id);
