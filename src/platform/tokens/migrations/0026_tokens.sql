-- By which a person's programs ask in the person's name: the hash of the token, how far it reaches and for how long.
CREATE TABLE api_tokens (
    id {id},
    person_id {ref} NOT NULL REFERENCES people,
    name TEXT NOT NULL,                    -- what it is for, by the person's own words
    token_hash {blob} NOT NULL UNIQUE,
    reach TEXT NOT NULL,                   -- groups of permissions, parted by spaces: public network
    may_write {bool} NOT NULL,
    expires_at {instant} NOT NULL,
    last_used_on {date},                   -- the day alone
    warned_at {instant},                   -- the person was told that it runs out
    revoked_at {instant},
    revoked_by {ref},
    {record}
);
CREATE INDEX api_tokens_of_person ON api_tokens (person_id);
CREATE INDEX api_tokens_by_end ON api_tokens (expires_at);
