-- Links that act once: sign-in, invitation, a forgotten password, the free places of a service.  They carry random bits;
-- only the hash is here.  A link may belong to a person, and be about a record.
ALTER TABLE action_links RENAME TO former_action_links;
CREATE TABLE action_links (
    token_hash {blob} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id {ref} REFERENCES people,
    about_id {ref},
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    used_at {instant},
    revoked_at {instant},
    organisation_id {ref} NOT NULL,
    retention TEXT NOT NULL
);
INSERT INTO action_links (token_hash, kind, person_id, made_at, expires_at, used_at, organisation_id, retention)
    SELECT token_hash, kind, person_id, made_at, expires_at, used_at, organisation_id, retention FROM former_action_links;
DROP TABLE former_action_links;
CREATE INDEX action_links_of_person ON action_links (person_id, kind);
CREATE INDEX action_links_about ON action_links (about_id, kind);
