-- What people told us is wrong in the catalogue, and what became of it.
CREATE TABLE mistake_reports (
    id {id},
    service_id {ref} NOT NULL REFERENCES services,
    message TEXT NOT NULL,
    contact TEXT,                          -- e-mail or telephone, if the person wants an answer
    state TEXT NOT NULL CHECK (state IN ('new', 'settled', 'rejected')),
    settled_by {ref},
    settled_at {instant},
    answer TEXT,                           -- what was done, or why nothing
    {record},
    CHECK ((state = 'new') = (settled_at IS NULL))
);
CREATE INDEX mistake_reports_by_state ON mistake_reports (state, created_at);

-- How many reports came from one address within an hour; the address itself is not kept, the row goes with the hour.
CREATE TABLE mistake_report_senders (
    sender {blob} NOT NULL PRIMARY KEY,    -- hash of the address
    began_at {instant} NOT NULL,
    reports {int} NOT NULL
);
CREATE INDEX mistake_report_senders_by_time ON mistake_report_senders (began_at);
