-- Who asked for whose record, what they did there, and every refusal.  Rows are only added; once sealed they are held by
-- the chain of audit_seals.
CREATE TABLE audit_rows (
    id {id},
    happened_at {instant} NOT NULL,
    organisation_id {ref},
    user_id {ref},
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    about_id {ref},
    subject_id {ref},
    outcome TEXT NOT NULL CHECK (outcome IN ('allowed', 'forbidden', 'hidden', 'done', 'failed')),
    reason TEXT
);
CREATE INDEX audit_rows_by_record ON audit_rows (about_id, happened_at);
CREATE INDEX audit_rows_by_time ON audit_rows (happened_at);

-- One batch of rows of one organisation: the root of the rows and of the seal before it.
CREATE TABLE audit_seals (
    id {id},
    chain TEXT NOT NULL,
    number {int} NOT NULL,
    sealed_at {instant} NOT NULL,
    row_count {int} NOT NULL,
    root {blob} NOT NULL,
    previous_root {blob} NOT NULL,
    UNIQUE (chain, number)
);

-- Which seal holds which row, and in which order.
CREATE TABLE audit_sealed_rows (
    row_id {ref} NOT NULL PRIMARY KEY REFERENCES audit_rows,
    seal_id {ref} NOT NULL REFERENCES audit_seals,
    position {int} NOT NULL,
    UNIQUE (seal_id, position)
);
