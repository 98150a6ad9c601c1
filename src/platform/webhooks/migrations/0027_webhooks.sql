-- Whom the instance tells that a public record changed: an address of another program, and what it wishes to hear of.
CREATE TABLE webhook_subscriptions (
    id {id},
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    kinds TEXT NOT NULL,                   -- of events, parted by spaces
    key_id {ref} NOT NULL,
    secret {blob} NOT NULL,                -- sealed; what deliveries are signed with
    given_up_in_a_row {int} NOT NULL,
    away_in_a_row {int} NOT NULL,          -- tries that nobody answered
    resting_until {instant},               -- nobody is tried before, since nobody answered
    paused_at {instant},
    paused_because TEXT CHECK (paused_because IN ('person', 'failing')),
    ended_at {instant},
    {record}
);

-- What happened to a public record.  The body is what is sent, the same bytes each time.
CREATE TABLE webhook_events (
    id {id},
    kind TEXT NOT NULL,
    happened_at {instant} NOT NULL,
    record_id {ref},
    body TEXT NOT NULL,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);
CREATE INDEX webhook_events_by_time ON webhook_events (happened_at);

-- One event on its way to one subscription.
CREATE TABLE webhook_deliveries (
    id {id},
    subscription_id {ref} NOT NULL REFERENCES webhook_subscriptions,
    event_id {ref} NOT NULL REFERENCES webhook_events,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    attempts {int} NOT NULL,
    last_error TEXT,                       -- a code: http.500, timeout, private
    next_attempt_at {instant} NOT NULL,
    trying_until {instant},                -- somebody has it under way, unless they were killed
    give_up_at {instant} NOT NULL,
    ended_at {instant},
    made_at {instant} NOT NULL,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, next_attempt_at);
CREATE INDEX webhook_deliveries_of ON webhook_deliveries (subscription_id, made_at);
CREATE INDEX webhook_deliveries_of_event ON webhook_deliveries (event_id);

-- What strangers could read of each record when it was last looked at: what differs now is an event.
CREATE TABLE webhook_records (
    kind TEXT NOT NULL,
    record_id {ref} NOT NULL,
    digest {blob} NOT NULL,                -- one byte for a record whose place is secret
    path TEXT NOT NULL,
    api_path TEXT NOT NULL,
    PRIMARY KEY (kind, record_id)
);

-- How far the looking went: where it is not ready, differences are no news yet.
CREATE TABLE webhook_watches (
    code TEXT NOT NULL PRIMARY KEY,
    stamp TEXT NOT NULL,
    ready {bool} NOT NULL
);
