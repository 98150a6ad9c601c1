-- What is published of the audit each day, so that whoever notes it elsewhere can tell later that nothing was rewritten.
CREATE TABLE audit_anchors (
    id {id},
    day {date} NOT NULL UNIQUE,           -- the day that had ended
    made_at {instant} NOT NULL,
    root {blob} NOT NULL,                 -- of the anchor before, the day, and the last seal of each chain
    previous_root {blob} NOT NULL
);

-- The last seal of each chain, as the anchor holds it.
CREATE TABLE audit_anchor_heads (
    anchor_id {ref} NOT NULL REFERENCES audit_anchors,
    chain TEXT NOT NULL,
    number {int} NOT NULL,
    PRIMARY KEY (anchor_id, chain)
);
