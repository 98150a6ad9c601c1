-- Whose account at the region's identity provider belongs to which person; ended, not deleted.
CREATE TABLE external_identities (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    email TEXT,
    last_used_at {instant},
    ended_at {instant},
    {record}
);
-- One account leads to one person, and a person has one account at a provider.
CREATE UNIQUE INDEX external_identities_of_subject ON external_identities (issuer, subject) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX external_identities_of_person ON external_identities (person_id, issuer) WHERE ended_at IS NULL;

-- Who was sent to the provider and is to come back: found by the hash of the state, bound to the browser by the hash of
-- its cookie, good once and for ten minutes.  With a person it links an account, with a link it is their first way in.
CREATE TABLE identity_attempts (
    state_hash {blob} NOT NULL PRIMARY KEY,
    browser_hash {blob} NOT NULL,
    remote_hash {blob} NOT NULL,
    person_id {ref} REFERENCES people,
    link_hash {blob},
    back TEXT NOT NULL,
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    ended_at {instant},
    retention TEXT NOT NULL
);
CREATE INDEX identity_attempts_of_browser ON identity_attempts (browser_hash);
CREATE INDEX identity_attempts_of_remote ON identity_attempts (remote_hash);
CREATE INDEX identity_attempts_by_end ON identity_attempts (expires_at);

-- Sessions whose second step the provider asked for.
CREATE TABLE provider_steps (
    token_hash {blob} NOT NULL PRIMARY KEY,
    identity_id {ref} NOT NULL REFERENCES external_identities,
    made_at {instant} NOT NULL,
    retention TEXT NOT NULL
);
