-- Whose key was destroyed and when; restoring an older key store destroys them again.
CREATE TABLE erasures (
    key_id {ref} NOT NULL PRIMARY KEY,
    erased_at {instant} NOT NULL,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);

-- What sealed names are found by: keyed hashes that only the holder of the organisation's key can make.
CREATE TABLE blind_tokens (
    token {blob} NOT NULL,
    record_id {ref} NOT NULL,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL,
    PRIMARY KEY (token, record_id)
);
CREATE INDEX blind_tokens_of_record ON blind_tokens (record_id);
