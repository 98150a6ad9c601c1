-- Slow work: queued in the transaction that asks for it, leased by a worker with a heartbeat, done in steps that may be
-- repeated, so that a worker killed at any moment loses nothing.
CREATE TABLE jobs (
    id {id},
    kind TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done_steps {int} NOT NULL,
    all_steps {int} NOT NULL,
    checkpoint TEXT NOT NULL,
    result TEXT NOT NULL,
    attempts {int} NOT NULL,
    not_before {instant} NOT NULL,
    leased_until {instant},
    worker TEXT,
    cancel_asked {bool} NOT NULL,
    finished_at {instant},
    {record}
);
CREATE INDEX jobs_waiting ON jobs (state, not_before);
