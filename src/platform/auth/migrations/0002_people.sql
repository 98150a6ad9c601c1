-- Who takes part: the region, municipalities, providers.
CREATE TABLE organisations (
    id {id},
    name {text_cs},
    kind TEXT NOT NULL CHECK (kind IN ('region', 'municipality', 'provider', 'other')),
    ico TEXT UNIQUE,
    {record}
);

-- People who sign in.
CREATE TABLE people (
    id {id},
    email TEXT NOT NULL UNIQUE,
    name {text_cs},
    password_hash TEXT,
    disabled_at {instant},
    {record}
);

-- What a person does for whom, and how far it reaches; ended by a day, not deleted.
CREATE TABLE grants (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    role TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('own', 'team', 'organisation', 'area', 'region')),
    team_id {ref},
    districts TEXT NOT NULL,
    valid_from {date} NOT NULL,
    valid_to {date},
    {record}
);
CREATE INDEX grants_of_person ON grants (person_id);

-- A browser in which somebody is signed in; only the hash of what its cookie holds.
CREATE TABLE sessions (
    token_hash {blob} NOT NULL PRIMARY KEY,
    person_id {ref} NOT NULL REFERENCES people,
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL,
    began_at {instant} NOT NULL,
    seen_at {instant} NOT NULL,
    ended_at {instant}
);
CREATE INDEX sessions_of_person ON sessions (person_id);

-- Links that act once: sign-in, invitation.  They carry 128 random bits; only the hash is here.
CREATE TABLE action_links (
    token_hash {blob} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('sign_in')),
    person_id {ref} NOT NULL REFERENCES people,
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    used_at {instant},
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);

-- Failed attempts to sign in, by account and by address (hashed), so that guessing slows down on every server.
CREATE TABLE sign_in_attempts (
    subject {blob} NOT NULL PRIMARY KEY,
    failures {int} NOT NULL,
    last_at {instant} NOT NULL
);
