-- A part of a bigger whole: 80 of the 110 beds of a house that several services share.
ALTER TABLE registered_capacities ADD COLUMN whole TEXT;

-- Since when a report of free places says nothing any more, where a form or unit is reported no longer.
ALTER TABLE free_places ADD COLUMN ends_on {date};

-- First day on which what a provider said of its places and plans no longer holds.
ALTER TABLE capacity_states ADD COLUMN ends_on {date};

-- Who was refused in a period, by the reasons of § 91(3), as the provider reports it: counts, never people.
CREATE TABLE refusal_counts (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    reason_code TEXT NOT NULL,             -- code list refusal_reasons
    period_from {date} NOT NULL,
    period_to {date} NOT NULL,             -- first day behind the period
    count {int} NOT NULL CHECK (count >= 0),
    note TEXT,
    {record},
    UNIQUE (service_id, reason_code, period_from, period_to)
);

-- Who is asked by mail whether the free places of a service still hold, and after how many days.
CREATE TABLE place_confirmers (
    id {id},
    service_id {ref} NOT NULL UNIQUE REFERENCES services,
    email TEXT,                            -- of a contact of the service or its provider; nothing: nobody is asked
    every_days {int} CHECK (every_days > 0),    -- nothing: as the region has it, code list report_paces
    {record}
);

-- A letter that asked, and whether anybody answered.
CREATE TABLE place_requests (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    email TEXT NOT NULL,
    asked_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    answered_at {instant},
    answer TEXT CHECK (answer IN ('confirmed', 'changed')),
    {record}
);
CREATE INDEX place_requests_of_service ON place_requests (service_id, asked_at);
