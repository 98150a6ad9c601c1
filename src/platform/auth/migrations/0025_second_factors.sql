-- The second step of signing in: the secret shared with a phone, sealed under a key of its own in the key store.
CREATE TABLE second_factors (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    key_id {ref} NOT NULL,
    secret {blob} NOT NULL,
    confirmed_at {instant},
    last_step {int} NOT NULL,
    {record}
);
-- One at a time: a new one is made only when there is none that was confirmed.
CREATE UNIQUE INDEX second_factors_of_person ON second_factors (person_id);

-- For the day when the phone is lost: hashes of codes that were shown once.
CREATE TABLE recovery_codes (
    code_hash {blob} NOT NULL PRIMARY KEY,
    person_id {ref} NOT NULL REFERENCES people,
    made_at {instant} NOT NULL,
    used_at {instant},
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);
CREATE INDEX recovery_codes_of_person ON recovery_codes (person_id);

-- Whose password was right and whose code is to come.
CREATE TABLE sign_in_steps (
    token_hash {blob} NOT NULL PRIMARY KEY,
    person_id {ref} NOT NULL REFERENCES people,
    back TEXT NOT NULL,
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    failures {int} NOT NULL,
    ended_at {instant},
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);
CREATE INDEX sign_in_steps_of_person ON sign_in_steps (person_id);

-- What the instance asks of those who hold a role; a role without a row keeps what is built in.
CREATE TABLE role_rules (
    id {id},
    role TEXT NOT NULL UNIQUE,
    second_factor {bool} NOT NULL,
    {record}
);
