-- Code lists of the law and the register, each item with the time in which it holds and in which we knew it so.
CREATE TABLE code_list_items (
    id {id},
    list TEXT NOT NULL,                    -- service_types, forms, target_groups, age_bands, capacity_units…
    code TEXT NOT NULL,                    -- as the register writes it: DruhSocialniSluzby/30
    position {int} NOT NULL,               -- order in the list
    name_cs TEXT NOT NULL,
    name_en TEXT,
    short_cs TEXT,                         -- for small places
    plain_cs TEXT,                         -- in plain words
    plain_en TEXT,
    details {json} NOT NULL,               -- what else this list tells of its items
    {valid},
    recorded_at {instant} NOT NULL,
    replaced_at {instant},                 -- when we learned better; nothing: this is what we hold true
    {record}
);
CREATE UNIQUE INDEX code_list_items_now ON code_list_items (list, code, valid_from) WHERE replaced_at IS NULL;

-- Which forms the law allows a type of service, section by section of act 108/2006.
CREATE TABLE type_forms (
    id {id},
    type_code TEXT NOT NULL,
    form_code TEXT NOT NULL,
    allowed {bool} NOT NULL,
    certainty TEXT NOT NULL,               -- V verified, K believed, U unsure
    law TEXT,                              -- where it is said
    note TEXT,
    {valid},
    recorded_at {instant} NOT NULL,
    replaced_at {instant},
    {record}
);
CREATE UNIQUE INDEX type_forms_now ON type_forms (type_code, form_code, valid_from) WHERE replaced_at IS NULL;
