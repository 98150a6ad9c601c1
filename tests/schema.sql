CREATE TABLE action_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id BLOB REFERENCES people,
    about_id BLOB,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    revoked_at TEXT,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX action_links_about ON action_links (about_id, kind);

CREATE INDEX action_links_of_person ON action_links (person_id, kind);

CREATE TABLE agenda_items (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    meeting_id BLOB REFERENCES meetings,
    place_in_order INTEGER NOT NULL,       -- from 1
    title TEXT NOT NULL,
    minutes_long INTEGER,
    presenter TEXT,                        -- who speaks to it, as typed
    note TEXT,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused', 'done', 'postponed')),
    proposed_by BLOB REFERENCES planning_people,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
, refusal TEXT) STRICT;

CREATE INDEX agenda_items_of_group ON agenda_items (group_id, state);

CREATE INDEX agenda_items_of_meeting ON agenda_items (meeting_id, place_in_order);

CREATE TABLE agenda_papers (
    id BLOB NOT NULL PRIMARY KEY,
    file_id BLOB NOT NULL UNIQUE REFERENCES files,
    meeting_id BLOB REFERENCES meetings,  -- of those that belong to no item
    agenda_item_id BLOB REFERENCES agenda_items,
    purpose TEXT NOT NULL CHECK (purpose IN ('paper', 'attendance')),
    title TEXT NOT NULL,
    removed INTEGER NOT NULL,               -- taken away; can be brought back
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK ((meeting_id IS NULL) <> (agenda_item_id IS NULL))
) STRICT;

CREATE INDEX agenda_papers_of_item ON agenda_papers (agenda_item_id);

CREATE INDEX agenda_papers_of_meeting ON agenda_papers (meeting_id);

CREATE TABLE agreed_capacities (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    kind TEXT NOT NULL CHECK (kind IN ('network', 'funded')),
    form_code TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    note TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    recorded_at TEXT NOT NULL,
    replaced_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX agreed_capacities_of_service ON agreed_capacities (service_id);

CREATE TABLE api_tokens (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    name TEXT NOT NULL,                    -- what it is for, by the person's own words
    token_hash BLOB NOT NULL UNIQUE,
    reach TEXT NOT NULL,                   -- groups of permissions, parted by spaces: public network
    may_write INTEGER NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_on TEXT,                   -- the day alone
    warned_at TEXT,                   -- the person was told that it runs out
    revoked_at TEXT,
    revoked_by BLOB,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX api_tokens_by_end ON api_tokens (expires_at);

CREATE INDEX api_tokens_of_person ON api_tokens (person_id);

CREATE TABLE area_municipalities (
    id BLOB NOT NULL PRIMARY KEY,
    area_id BLOB NOT NULL REFERENCES areas,
    municipality_code TEXT NOT NULL REFERENCES municipalities (code),
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX municipalities_of_area ON area_municipalities (area_id);

CREATE TABLE areas (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,             -- readable: rokytnicko
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    kind TEXT NOT NULL,                    -- mikroregion, spádová oblast…
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE attachment_removals (
    id BLOB NOT NULL PRIMARY KEY,
    attachment_id BLOB NOT NULL REFERENCES attachments,
    removed_at TEXT NOT NULL,
    taken_back_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX standing_removal ON attachment_removals (attachment_id) WHERE taken_back_at IS NULL;

CREATE TABLE attachments (
    id BLOB NOT NULL PRIMARY KEY,
    file_id BLOB NOT NULL UNIQUE REFERENCES files,
    record_kind TEXT NOT NULL CHECK (record_kind IN ('service', 'contract', 'statement')),
    record_id BLOB NOT NULL,
    title TEXT NOT NULL,
    published INTEGER NOT NULL,             -- on the public page of a service
    position INTEGER NOT NULL,               -- from 1, in the order in which they are listed
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX attachments_of_record ON attachments (record_id, position);

CREATE TABLE attendance (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings,
    planner_id BLOB REFERENCES planning_people,
    name TEXT NOT NULL, name_sort BLOB NOT NULL,                        -- as it was written down
    organisation TEXT,
    status TEXT NOT NULL CHECK (status IN ('present', 'apologised', 'absent', 'guest')),
    stands_in_for BLOB REFERENCES planning_people,
    came_by TEXT NOT NULL CHECK (came_by IN ('typed', 'code', 'document', 'reply')),
    open_question TEXT,                    -- why it is not certain who this is
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
, withdrawn INTEGER NOT NULL DEFAULT FALSE) STRICT;

CREATE INDEX attendance_of_meeting ON attendance (meeting_id);

CREATE INDEX attendance_of_planner ON attendance (planner_id);

CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, planner_id) WHERE planner_id IS NOT NULL;

CREATE TABLE audit_anchor_heads (
    anchor_id BLOB NOT NULL REFERENCES audit_anchors,
    chain TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (anchor_id, chain)
) STRICT;

CREATE TABLE audit_anchors (
    id BLOB NOT NULL PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,           -- the day that had ended
    made_at TEXT NOT NULL,
    root BLOB NOT NULL,                 -- of the anchor before, the day, and the last seal of each chain
    previous_root BLOB NOT NULL
) STRICT;

CREATE TABLE audit_rows (
    id BLOB NOT NULL PRIMARY KEY,
    happened_at TEXT NOT NULL,
    organisation_id BLOB,
    user_id BLOB,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    about_id BLOB,
    subject_id BLOB,
    outcome TEXT NOT NULL CHECK (outcome IN ('allowed', 'forbidden', 'hidden', 'done', 'failed')),
    reason TEXT
) STRICT;

CREATE INDEX audit_rows_by_record ON audit_rows (about_id, happened_at);

CREATE INDEX audit_rows_by_time ON audit_rows (happened_at);

CREATE TABLE audit_sealed_rows (
    row_id BLOB NOT NULL PRIMARY KEY REFERENCES audit_rows,
    seal_id BLOB NOT NULL REFERENCES audit_seals,
    position INTEGER NOT NULL,
    UNIQUE (seal_id, position)
) STRICT;

CREATE TABLE audit_seals (
    id BLOB NOT NULL PRIMARY KEY,
    chain TEXT NOT NULL,
    number INTEGER NOT NULL,
    sealed_at TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    root BLOB NOT NULL,
    previous_root BLOB NOT NULL,
    UNIQUE (chain, number)
) STRICT;

CREATE TABLE availabilities (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    state TEXT NOT NULL CHECK (state IN ('free', 'waiting', 'open', 'unknown')),
    wording TEXT,                          -- plno, odhad čekání 4 měsíce
    waiting_people INTEGER,
    waiting_weeks INTEGER,                   -- estimate of the provider
    as_of TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX availabilities_of_service ON availabilities (service_id, as_of);

CREATE TABLE blind_tokens (
    token BLOB NOT NULL,
    record_id BLOB NOT NULL,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL,
    PRIMARY KEY (token, record_id)
) STRICT;

CREATE INDEX blind_tokens_of_record ON blind_tokens (record_id);

CREATE TABLE blocked_periods (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB REFERENCES working_groups,    -- nothing: of all groups
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'on_demand')),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    came_from TEXT NOT NULL,               -- people, or the capability that says so: projects
    ended INTEGER NOT NULL,                 -- it holds no more; kept for the history
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (first_day <= last_day)
) STRICT;

CREATE INDEX blocked_periods_of_group ON blocked_periods (group_id, first_day);

CREATE TABLE boundaries (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('municipality', 'pou', 'orp', 'region')),
    code TEXT NOT NULL,
    polygons TEXT NOT NULL,              -- coordinates of a GeoJSON MultiPolygon, longitude before latitude
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (kind, code)
) STRICT;

CREATE TABLE calendar_subscriptions (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    name TEXT NOT NULL,                    -- what it is for, by the person's own words
    token_hash BLOB NOT NULL UNIQUE,
    last_used_on TEXT,                   -- the day alone
    revoked_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX calendar_subscriptions_of ON calendar_subscriptions (person_id);

CREATE TABLE capacity_import_problems (
    id BLOB NOT NULL PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES capacity_imports,
    row_number INTEGER NOT NULL,             -- as a spreadsheet counts them, the header is 1
    column_name TEXT NOT NULL,
    problem TEXT NOT NULL,                 -- capacity_import.problem.PROBLEM
    problem_values TEXT NOT NULL,          -- a JSON list of texts
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX problems_of_capacity_import ON capacity_import_problems (import_id, row_number);

CREATE TABLE capacity_imports (
    id BLOB NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'applying', 'applied', 'failed', 'cancelled')),
    all_rows INTEGER NOT NULL,
    new_rows INTEGER NOT NULL,               -- numbers of which we held nothing for those days
    changed_rows INTEGER NOT NULL,
    same_rows INTEGER NOT NULL,
    wrong_rows INTEGER NOT NULL,
    job_id BLOB REFERENCES jobs,          -- the one that reads or applies
    source_id BLOB REFERENCES sources,    -- of what applying changes
    read_at TEXT,
    applied_at TEXT,
    error_key TEXT,                        -- why nothing was read: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX capacity_imports_by_time ON capacity_imports (created_at);

CREATE TABLE capacity_states (
    id BLOB NOT NULL PRIMARY KEY,
    provider_id BLOB NOT NULL REFERENCES providers,
    service_id BLOB REFERENCES services,  -- nothing: a service that is yet to come
    kind TEXT NOT NULL CHECK (kind IN ('full', 'free', 'expansion_planned', 'expanded',
        'waiting_for_tender', 'seeking_staff', 'investment_grant', 'development')),
    territory TEXT,                        -- codes of areas or districts that it is about, ; between
    note TEXT,                             -- in the words of the source
    as_of TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
, ends_on TEXT) STRICT;

CREATE INDEX capacity_states_of_provider ON capacity_states (provider_id, as_of);

CREATE TABLE changes (
    id BLOB NOT NULL PRIMARY KEY,
    record_table TEXT NOT NULL,
    record_id BLOB NOT NULL,
    happened_at TEXT NOT NULL,
    user_id BLOB,
    source_id BLOB NOT NULL REFERENCES sources,
    kind TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'undone')),
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX changes_of_record ON changes (record_id, happened_at);

CREATE TABLE client_counts (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    level TEXT NOT NULL CHECK (level IN ('region', 'orp', 'pou', 'municipality', 'area')),
    code TEXT NOT NULL,
    as_of TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX client_counts_of_service ON client_counts (service_id, as_of);

CREATE TABLE code_list_items (
    id BLOB NOT NULL PRIMARY KEY,
    list TEXT NOT NULL,                    -- service_types, forms, target_groups, age_bands, capacity_units…
    code TEXT NOT NULL,                    -- as the register writes it: DruhSocialniSluzby/30
    position INTEGER NOT NULL,               -- order in the list
    name_cs TEXT NOT NULL,
    name_en TEXT,
    short_cs TEXT,                         -- for small places
    plain_cs TEXT,                         -- in plain words
    plain_en TEXT,
    details TEXT NOT NULL,               -- what else this list tells of its items
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    recorded_at TEXT NOT NULL,
    replaced_at TEXT,                 -- when we learned better; nothing: this is what we hold true
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX code_list_items_now ON code_list_items (list, code, valid_from) WHERE replaced_at IS NULL;

CREATE TABLE collection_answers (
    id BLOB NOT NULL PRIMARY KEY,
    recipient_id BLOB NOT NULL UNIQUE REFERENCES collection_recipients,
    said TEXT NOT NULL,                    -- JSON: question, or service/question, to what was typed
    sent_at TEXT,                     -- nothing: a draft that only the recipient works on
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE collection_questions (
    id BLOB NOT NULL PRIMARY KEY,
    collection_id BLOB NOT NULL REFERENCES collections,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    hint TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'choice', 'date', 'yes_no')),
    choices TEXT NOT NULL,                 -- one a line
    per_service INTEGER NOT NULL,
    needed INTEGER NOT NULL,
    meaning TEXT,                          -- what it says for a network: stays, capacity, reason, proposal_name…
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX questions_of_collection ON collection_questions (collection_id, position);

CREATE TABLE collection_recipients (
    id BLOB NOT NULL PRIMARY KEY,
    collection_id BLOB NOT NULL REFERENCES collections,
    who TEXT NOT NULL,                     -- provider:ID, municipality:CODE or email:ADDRESS
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    email TEXT,                            -- nothing: not known yet, so nothing was sent
    sent_at TEXT,
    apologised_at TEXT,
    apology TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (collection_id, who)
) STRICT;

CREATE TABLE collection_reminders (
    id BLOB NOT NULL PRIMARY KEY,
    recipient_id BLOB NOT NULL REFERENCES collection_recipients,
    for_day TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (recipient_id, for_day)
) STRICT;

CREATE TABLE collections (
    id BLOB NOT NULL PRIMARY KEY,
    title TEXT NOT NULL, title_sort BLOB NOT NULL,
    network_id BLOB REFERENCES service_networks,    -- the network that answers are for; nothing: another purpose
    letter TEXT NOT NULL,                  -- what recipients read
    deadline TEXT NOT NULL,              -- the last day for answers
    reminder_days TEXT NOT NULL,           -- days before it on which who has not answered is reminded: 7;1
    opened_at TEXT,                   -- nothing: a draft
    closed_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE contacts (
    id BLOB NOT NULL PRIMARY KEY,
    owner_id BLOB NOT NULL,               -- the provider, service, facility or related service
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'web', 'data_box')),
    value TEXT NOT NULL,
    label TEXT,                            -- a role or an occasion, never a person out of the register
    position INTEGER NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX contacts_of_owner ON contacts (owner_id, position);

CREATE TABLE content_versions (
    content TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE coverages (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    level TEXT NOT NULL CHECK (level IN ('country', 'region', 'orp', 'pou', 'municipality', 'area')),
    code TEXT NOT NULL,
    note TEXT,                             -- what the source says: ve spádových obcích
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX coverages_of_service ON coverages (service_id);

CREATE TABLE decisions (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    meeting_id BLOB REFERENCES meetings,
    agenda_item_id BLOB REFERENCES agenda_items,
    number TEXT NOT NULL,                  -- 3/2024, within the group
    body TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('valid', 'replaced', 'withdrawn')),
    replaced_by_id BLOB REFERENCES decisions,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (group_id, number)
) STRICT;

CREATE INDEX decisions_listed ON decisions (group_id, decided_on, state, meeting_id);

CREATE INDEX decisions_of_meeting ON decisions (meeting_id);

CREATE INDEX decisions_on ON decisions (decided_on);

CREATE TABLE development_proposals (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES service_networks,
    service_id BLOB REFERENCES services,  -- the service that should grow; nothing: a new one
    provider_id BLOB REFERENCES providers,
    provider_name TEXT,                    -- a provider that we do not keep
    type_code TEXT NOT NULL,               -- code list service_types
    name TEXT NOT NULL,
    territory TEXT NOT NULL,               -- orp:5104;area:jilemnicko
    capacities TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    decision_reason TEXT,
    decided_on TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX development_proposals_of_network ON development_proposals (network_id);

CREATE TABLE districts (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('orp', 'pou')),
    code TEXT NOT NULL,                    -- of the statistical office: 5104
    name TEXT NOT NULL, name_sort BLOB NOT NULL,                        -- Jilemnice
    short_name TEXT NOT NULL,              -- for maps and small screens
    region_code TEXT NOT NULL REFERENCES regions (code),
    orp_code TEXT,                         -- for pou: the orp around it
    seat_code TEXT,                        -- the municipality with the office
    hex_column INTEGER,                      -- place in the schematic map
    hex_row INTEGER,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (kind, code)
) STRICT;

CREATE TABLE document_facts (
    id BLOB NOT NULL PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES document_imports,
    kind TEXT NOT NULL,                    -- date, present, agenda, task, … of document_fact.cpp
    place_in_order INTEGER NOT NULL,       -- within the document, from 1
    first_line INTEGER NOT NULL,           -- of document_imports.lines, from 0
    last_line INTEGER NOT NULL,
    body TEXT NOT NULL,                    -- a name, a heading, a sentence
    who TEXT,                              -- who is to do it, who reported, as printed
    day TEXT,
    until TEXT,                          -- the last day, where it lasts
    minute INTEGER,                        -- after midnight
    number INTEGER,                        -- of the meeting, of members, of the item of the agenda
    extra TEXT,                            -- a label as printed, a place, a number of registration
    planner_id BLOB REFERENCES planning_people,
    question TEXT CHECK (question IN ('two_fit', 'nobody_fits', 'one_or_two', 'number_repeats')),
    answer TEXT CHECK (answer IN ('member', 'new', 'guest', 'stays')),
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dropped')),
    by_hand INTEGER NOT NULL,               -- added by a person
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX document_facts_of_import ON document_facts (import_id, place_in_order);

CREATE TABLE document_imports (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    title TEXT NOT NULL,                   -- the name of the file, or the first words of a pasted text
    file_id BLOB REFERENCES files,        -- nothing where the kind of file may not be kept
    content_hash TEXT NOT NULL,            -- SHA-256 of its bytes, in hex
    state TEXT NOT NULL CHECK (state IN ('reading', 'open', 'taken', 'refused', 'dropped')),
    error_key TEXT,                        -- why it was refused: a text key
    lines TEXT NOT NULL,                   -- the document as it was read, JSON of platform/reading; empty before
    label_style TEXT NOT NULL CHECK (label_style IN ('ad', 'slash', 'number', 'none')),
    job_id BLOB REFERENCES jobs,          -- the one that reads it, where that takes long
    source_id BLOB REFERENCES sources,    -- of all that was taken over
    meeting_id BLOB REFERENCES meetings,  -- what it became the minutes of
    taken_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX document_imports_by_hash ON document_imports (group_id, content_hash);

CREATE INDEX document_imports_of_group ON document_imports (group_id, created_at);

CREATE TABLE drafts (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    form TEXT NOT NULL,                    -- the address of the form
    typed TEXT NOT NULL,                   -- as the browser sends it, without the token
    saved_at TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (person_id, form)
) STRICT;

CREATE INDEX drafts_by_time ON drafts (saved_at);

CREATE TABLE erasures (
    key_id BLOB NOT NULL PRIMARY KEY,
    erased_at TEXT NOT NULL,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE TABLE external_identities (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    email TEXT,
    last_used_at TEXT,
    ended_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX external_identities_of_person ON external_identities (person_id, issuer) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX external_identities_of_subject ON external_identities (issuer, subject) WHERE ended_at IS NULL;

CREATE TABLE facilities (
    id BLOB NOT NULL PRIMARY KEY,
    provider_id BLOB NOT NULL REFERENCES providers,
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    street TEXT,                           -- street with number
    postal_code TEXT,
    municipality_code TEXT,
    municipality_name TEXT,
    address_code TEXT,                     -- place in the register of addresses (RÚIAN)
    latitude REAL,
    longitude REAL,
    approximate INTEGER NOT NULL,           -- the point is near, not exact
    secret INTEGER NOT NULL,                -- a hidden address: nothing about the place is kept
    accessibility TEXT,                    -- how one gets in and around
    directions TEXT,
    total_beds INTEGER,                      -- of the whole house, where a service has a part
    note TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (NOT secret OR (street IS NULL AND address_code IS NULL AND latitude IS NULL AND longitude IS NULL))
) STRICT;

CREATE INDEX facilities_of_provider ON facilities (provider_id);

CREATE TABLE "field_changes" (
    change_id BLOB NOT NULL REFERENCES changes,
    field TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    PRIMARY KEY (change_id, field)
) WITHOUT ROWID, STRICT;

CREATE TABLE file_chunks (
    file_id BLOB NOT NULL REFERENCES file_contents,
    number INTEGER NOT NULL,                 -- from 0
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, number)
) STRICT;

CREATE TABLE file_contents (
    file_id BLOB NOT NULL PRIMARY KEY,
    key_id BLOB NOT NULL,
    stored_in TEXT NOT NULL CHECK (stored_in IN ('database', 'folder')),
    began_at TEXT NOT NULL,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE TABLE files (
    id BLOB NOT NULL PRIMARY KEY,
    name BLOB NOT NULL,                  -- as its owner's computer called it, cleaned
    content_sha256 BLOB NOT NULL,        -- of the content before it was encrypted
    size_bytes INTEGER NOT NULL,
    type TEXT NOT NULL,                    -- what its bytes say: pdf, png, docx…
    key_id BLOB NOT NULL,                 -- in the key store
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX files_of_person ON files (created_by, created_at);

CREATE TABLE financing_contract_services (
    id BLOB NOT NULL PRIMARY KEY,
    contract_id BLOB NOT NULL REFERENCES financing_contracts,
    service_id BLOB NOT NULL REFERENCES services,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (contract_id, service_id)
) STRICT;

CREATE TABLE financing_contracts (
    id BLOB NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,           -- OLP/2668/2023
    term TEXT NOT NULL CHECK (term IN ('definite', 'indefinite')),
    starts_on TEXT,                      -- nothing: the source does not say, and a warning does
    ends_on TEXT,
    project_name TEXT,
    project_number TEXT,
    published INTEGER NOT NULL,             -- a public contract
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE free_places (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    form_code TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    as_of TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
, ends_on TEXT) STRICT;

CREATE INDEX free_places_of_service ON free_places (service_id, as_of);

CREATE TABLE grants (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    role TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('own', 'team', 'organisation', 'area', 'region')),
    team_id BLOB,
    districts TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX grants_of_person ON grants (person_id);

CREATE TABLE group_members (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    planner_id BLOB NOT NULL REFERENCES planning_people,
    role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'secretary', 'guarantor', 'member', 'guest')),
    side TEXT NOT NULL CHECK (side IN ('commissioner', 'provider', 'user', 'public')),
    stands_in_for_id BLOB REFERENCES group_members,
    valid_from TEXT NOT NULL,
    valid_to TEXT,                       -- the first day without the mandate; the same as valid_from: it never was
    end_reason TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE INDEX group_members_of_group ON group_members (group_id, valid_from);

CREATE INDEX group_members_of_planner ON group_members (planner_id);

CREATE UNIQUE INDEX group_members_once ON group_members (group_id, planner_id, valid_from)
    WHERE valid_to IS NULL OR valid_to > valid_from;

CREATE TABLE group_statutes (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    kind TEXT NOT NULL CHECK (kind IN ('statute', 'rules_of_procedure', 'code_of_ethics', 'charter')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,                    -- its text; may be empty while only its rules are known
    approved_by TEXT,                      -- the resolution
    valid_from TEXT NOT NULL,
    valid_to TEXT,                       -- the first day without it
    months_between INTEGER,                -- at most so many calendar months from one meeting to the next
    on_demand_months TEXT,                 -- months in which it meets only when needed: 7,8
    notice_days INTEGER,                   -- the invitation leaves at least so many days before
    quorum TEXT CHECK (quorum IN ('majority', 'half', 'third', 'two_thirds', 'none')),    -- of the members who vote
    voting TEXT CHECK (voting IN ('majority_present', 'majority_all', 'two_thirds_present', 'consensus')),
    minutes_by TEXT CHECK (minutes_by IN ('next_meeting', 'verifier', 'chair')),    -- who approves minutes
    minutes_days INTEGER,                  -- minutes are written within so many days
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (valid_to IS NULL OR valid_from <= valid_to),
    CHECK (months_between IS NULL OR months_between BETWEEN 1 AND 24),
    CHECK (notice_days IS NULL OR notice_days BETWEEN 0 AND 90)
) STRICT;

CREATE INDEX group_statutes_of_group ON group_statutes (group_id, valid_from);

CREATE TABLE identity_attempts (
    state_hash BLOB NOT NULL PRIMARY KEY,
    browser_hash BLOB NOT NULL,
    remote_hash BLOB NOT NULL,
    person_id BLOB REFERENCES people,
    link_hash BLOB,
    back TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX identity_attempts_by_end ON identity_attempts (expires_at);

CREATE INDEX identity_attempts_of_browser ON identity_attempts (browser_hash);

CREATE INDEX identity_attempts_of_remote ON identity_attempts (remote_hash);

CREATE TABLE instance_facts (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE jobs (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done_steps INTEGER NOT NULL,
    all_steps INTEGER NOT NULL,
    checkpoint TEXT NOT NULL,
    result TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    not_before TEXT NOT NULL,
    leased_until TEXT,
    worker TEXT,
    cancel_asked INTEGER NOT NULL,
    finished_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX jobs_waiting ON jobs (state, not_before);

CREATE TABLE letter_attachments (
    letter_id BLOB NOT NULL REFERENCES letters,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL,
    PRIMARY KEY (letter_id, position)
) STRICT;

CREATE TABLE letters (
    id BLOB NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'held', 'discarded')),
    attempts INTEGER NOT NULL,
    last_error TEXT,
    next_attempt_at TEXT NOT NULL,
    trying_until TEXT,
    give_up_at TEXT NOT NULL,
    ended_at TEXT,
    emptied_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX letters_by_state ON letters (state, next_attempt_at);

CREATE INDEX letters_by_time ON letters (created_at);

CREATE TABLE lineage_events (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'end')),
    state TEXT NOT NULL CHECK (state IN ('discussed', 'done', 'taken_back')),
    day TEXT,                            -- nothing: it is only talked about
    reason TEXT,
    resolution TEXT,
    new_names TEXT NOT NULL,               -- of groups that come into being, one a line
    goes_on INTEGER NOT NULL,               -- a split leaves the first group in being
    members_go TEXT NOT NULL CHECK (members_go IN ('nowhere', 'first', 'all')),
    save_id BLOB,                         -- the source of all that was saved when it was done
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (state <> 'done' OR day IS NOT NULL)
) STRICT;

CREATE TABLE lineage_links (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES lineage_events,
    group_id BLOB NOT NULL REFERENCES working_groups,
    side TEXT NOT NULL CHECK (side IN ('from', 'to')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (event_id, group_id, side)
) STRICT;

CREATE INDEX lineage_links_of_group ON lineage_links (group_id);

CREATE TABLE meeting_convenings (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings,
    kind TEXT NOT NULL CHECK (kind IN ('request', 'update', 'cancel')),
    sequence INTEGER NOT NULL,             -- as calendars count changes of one event: from 0
    told TEXT NOT NULL,                    -- day, time, place and address as the letter said them
    words TEXT NOT NULL,                   -- what the group's manager added
    sent_at TEXT NOT NULL,
    letters INTEGER NOT NULL,              -- how many left by e-mail
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX meeting_convenings_of ON meeting_convenings (meeting_id, sequence);

CREATE TABLE meeting_invitations (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings,
    planner_id BLOB NOT NULL REFERENCES planning_people,
    sent_at TEXT,                     -- nothing: no e-mail is known, they are told otherwise
    reply TEXT CHECK (reply IN ('comes', 'apologises', 'substitute')),
    substitute_name TEXT,
    replied_at TEXT,
    replied_by TEXT CHECK (replied_by IN ('link', 'account', 'manager')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (meeting_id, planner_id),
    CHECK ((reply = 'substitute') = (substitute_name IS NOT NULL))
) STRICT;

CREATE INDEX meeting_invitations_of_planner ON meeting_invitations (planner_id);

CREATE TABLE meeting_minutes (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL UNIQUE REFERENCES meetings,
    phase TEXT NOT NULL CHECK (phase IN ('draft', 'comments', 'verified', 'approved', 'published')),
    label_style TEXT NOT NULL CHECK (label_style IN ('ad', 'slash', 'number', 'none')),    -- Ad 3), 3/, 3., nothing
    recorded_by TEXT,
    recorded_on TEXT,
    recorded_in TEXT,
    verifier_id BLOB REFERENCES planning_people,
    comments_until TEXT,
    approved_at_id BLOB REFERENCES meetings,
    published_at TEXT,
    content_hash TEXT,                     -- SHA-256 of the published copy, in hex
    -- What the programme that pays asks for: row 4.30.
    programme TEXT,                        -- Operační program Zaměstnanost
    project_title TEXT,
    project_number TEXT,                   -- CZ.03.4.74/0.0/0.0/16_033/0003005
    project_term TEXT,                     -- 01/2017–12/2018
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX meeting_minutes_in_phase ON meeting_minutes (phase, meeting_id);

CREATE TABLE meeting_series (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    name TEXT NOT NULL,                    -- plán na rok 2016
    place TEXT,
    from_minute INTEGER,                   -- after midnight
    to_minute INTEGER,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (from_minute IS NULL OR (from_minute >= 0 AND from_minute < 1440)),
    CHECK (to_minute IS NULL OR (to_minute > 0 AND to_minute <= 1440))
) STRICT;

CREATE INDEX meeting_series_of_group ON meeting_series (group_id);

CREATE TABLE meetings (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    series_id BLOB REFERENCES meeting_series,
    number INTEGER,                        -- první setkání: 1
    title TEXT,                            -- nothing: the group's name
    day TEXT NOT NULL,
    from_minute INTEGER,                   -- after midnight; nothing: as the series says
    to_minute INTEGER,
    place TEXT,                            -- nothing: as the series says
    online_address TEXT,
    state TEXT NOT NULL CHECK (state IN ('planned', 'on_demand', 'convened', 'held', 'cancelled', 'moved')),
    state_reason TEXT,                     -- why it was cancelled or moved
    moved_to_id BLOB REFERENCES meetings, -- where it was moved
    convened_at TEXT,
    attendance_note TEXT,                  -- viz prezenční listina
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (from_minute IS NULL OR (from_minute >= 0 AND from_minute < 1440)),
    CHECK (to_minute IS NULL OR (to_minute > 0 AND to_minute <= 1440))
) STRICT;

CREATE INDEX meetings_of_group ON meetings (group_id, day);

CREATE INDEX meetings_of_series ON meetings (series_id);

CREATE INDEX meetings_on ON meetings (day);

CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, file TEXT NOT NULL, checksum TEXT NOT NULL) STRICT;

CREATE TABLE milestone_collections (
    id BLOB NOT NULL PRIMARY KEY,
    milestone_id BLOB NOT NULL REFERENCES milestones,
    collection_id BLOB NOT NULL REFERENCES collections,
    title TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX milestone_collections_of ON milestone_collections (milestone_id);

CREATE TABLE milestone_plans (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,    -- for which it is done
    title TEXT NOT NULL,
    supplier TEXT,                         -- ppm factum research, s.r.o.
    supplier_person TEXT,                  -- who speaks for it
    speaker TEXT,                          -- who tells the group of it
    project_title TEXT,
    project_number TEXT,                   -- CZ.03.4.74/0.0/0.0/16_033/0003005
    project_first TEXT,                  -- the term of the project; milestones outside of it are warned of
    project_last TEXT,
    published INTEGER NOT NULL,             -- to everybody who may know of the group
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB, dropped INTEGER NOT NULL DEFAULT FALSE,
    CHECK (project_first IS NULL OR project_last IS NULL OR project_first <= project_last)
) STRICT;

CREATE INDEX milestone_plans_of_group ON milestone_plans (group_id);

CREATE TABLE milestone_recipients (
    id BLOB NOT NULL PRIMARY KEY,
    asked_by_id BLOB NOT NULL REFERENCES milestone_collections,
    recipient_group TEXT NOT NULL,         -- obce SO POÚ Jilemnice; may be empty
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX milestone_recipients_of ON milestone_recipients (asked_by_id);

CREATE TABLE milestones (
    id BLOB NOT NULL PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES milestone_plans,
    title TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    precision TEXT NOT NULL CHECK (precision IN ('day', 'month')),    -- as it was said: 06–07/2017
    state TEXT NOT NULL CHECK (state IN ('waiting', 'under_way', 'done')),
    note TEXT,
    dropped INTEGER NOT NULL,               -- it is not to be any more; kept for the history
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (first_day <= last_day)
) STRICT;

CREATE INDEX milestones_of_plan ON milestones (plan_id, first_day);

CREATE TABLE minutes_comments (
    id BLOB NOT NULL PRIMARY KEY,
    minutes_id BLOB NOT NULL REFERENCES meeting_minutes,
    part_id BLOB REFERENCES minutes_parts,    -- nothing: the minutes as a whole
    author_name TEXT NOT NULL,                 -- as it was when it was written
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
    reason TEXT,                               -- why it was refused; what was done
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (state <> 'refused' OR reason IS NOT NULL)
) STRICT;

CREATE INDEX minutes_comments_of ON minutes_comments (minutes_id);

CREATE TABLE minutes_letters (
    id BLOB NOT NULL PRIMARY KEY,
    minutes_id BLOB NOT NULL REFERENCES meeting_minutes,
    planner_id BLOB NOT NULL REFERENCES planning_people,
    sent_at TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX minutes_letters_of ON minutes_letters (minutes_id, planner_id);

CREATE TABLE minutes_parts (
    id BLOB NOT NULL PRIMARY KEY,
    minutes_id BLOB NOT NULL REFERENCES meeting_minutes,
    place_in_order INTEGER NOT NULL,       -- from 1
    agenda_item_id BLOB REFERENCES agenda_items,
    about_group_id BLOB REFERENCES working_groups,    -- the group that the report is of
    label TEXT,                            -- as it stood in the document: Ad. 3)
    heading TEXT NOT NULL,
    body TEXT NOT NULL,                    -- paragraphs between empty lines; - begins an item of a list
    dropped INTEGER NOT NULL,               -- left out of the minutes; kept for the history
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX minutes_parts_about ON minutes_parts (about_group_id) WHERE about_group_id IS NOT NULL;

CREATE INDEX minutes_parts_of ON minutes_parts (minutes_id, place_in_order);

CREATE TABLE minutes_steps (
    id BLOB NOT NULL PRIMARY KEY,
    minutes_id BLOB NOT NULL REFERENCES meeting_minutes,
    from_phase TEXT NOT NULL,
    to_phase TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    reason TEXT,                               -- of a step back
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX minutes_steps_of ON minutes_steps (minutes_id, taken_at);

CREATE TABLE mistake_report_senders (
    sender BLOB NOT NULL PRIMARY KEY,    -- hash of the address
    began_at TEXT NOT NULL,
    reports INTEGER NOT NULL
) STRICT;

CREATE INDEX mistake_report_senders_by_time ON mistake_report_senders (began_at);

CREATE TABLE mistake_reports (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    message TEXT NOT NULL,
    contact TEXT,                          -- e-mail or telephone, if the person wants an answer
    state TEXT NOT NULL CHECK (state IN ('new', 'settled', 'rejected')),
    settled_by BLOB,
    settled_at TEXT,
    answer TEXT,                           -- what was done, or why nothing
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK ((state = 'new') = (settled_at IS NULL))
) STRICT;

CREATE INDEX mistake_reports_by_state ON mistake_reports (state, created_at);

CREATE TABLE municipal_statements (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES service_networks,
    municipality_code TEXT NOT NULL,
    service_id BLOB REFERENCES services,
    proposal_id BLOB REFERENCES development_proposals,
    verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'conditions')),
    conditions TEXT,
    capacities TEXT NOT NULL,              -- the capacity that the municipality needs
    given_on TEXT NOT NULL,
    document_number TEXT,
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK ((service_id IS NULL) <> (proposal_id IS NULL))
) STRICT;

CREATE INDEX municipal_statements_of_network ON municipal_statements (network_id);

CREATE TABLE municipalities (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,             -- LAU 2, the same in the register of addresses: 577197
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    kind TEXT NOT NULL,                    -- I plain, II authorised office, III extended powers, V military area
    orp_code TEXT NOT NULL,
    pou_code TEXT,
    region_code TEXT NOT NULL REFERENCES regions (code),
    latitude REAL,                       -- WGS 84, degrees
    longitude REAL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX municipalities_of_orp ON municipalities (orp_code);

CREATE TABLE network_members (
    id BLOB NOT NULL PRIMARY KEY,
    membership_id BLOB NOT NULL,
    network_id BLOB NOT NULL REFERENCES service_networks,
    service_id BLOB NOT NULL REFERENCES services,
    mark_code TEXT,                        -- code list network_marks
    capacities TEXT NOT NULL,              -- as listed: FormaSocialniSluzby/amb:TypKapacitySocialniSluzby/klient=12;…
    conditions TEXT,                       -- what is to be put right
    conditions_until TEXT,               -- last day for it
    conditions_met_on TEXT,
    entered_reason TEXT,
    left_reason TEXT,
    resolution TEXT,                       -- of the change within the year
    entrustment_number TEXT,
    entrustment_from TEXT,
    entrustment_to TEXT,                 -- first day on which it no longer holds
    entrustment_body TEXT,
    entrustment_resolution TEXT,
    entrustment_resolved_on TEXT,
    note TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    recorded_at TEXT NOT NULL,
    replaced_at TEXT,                 -- when we learned better
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX network_members_now ON network_members (membership_id) WHERE replaced_at IS NULL;

CREATE INDEX network_members_of_service ON network_members (service_id);

CREATE UNIQUE INDEX network_members_once ON network_members (network_id, service_id, valid_from) WHERE replaced_at IS NULL;

CREATE TABLE notice_choices (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    kind TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('at_once', 'daily', 'never')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (person_id, kind)
) STRICT;

CREATE TABLE notices (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,                 -- what it is about, by its public name
    address TEXT NOT NULL,                 -- where in the program it leads
    happened_at TEXT NOT NULL,
    read_at TEXT,
    mail TEXT NOT NULL CHECK (mail IN ('at_once', 'daily', 'done', 'never')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX notices_of_person ON notices (person_id, read_at, happened_at);

CREATE INDEX notices_to_mail ON notices (mail, person_id);

CREATE TABLE opened_records (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    kind TEXT NOT NULL CHECK (kind IN ('group', 'meeting', 'minutes')),
    about_id BLOB NOT NULL,               -- the group, or the meeting
    opened_at TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (person_id, kind, about_id)
) STRICT;

CREATE INDEX opened_records_by_time ON opened_records (opened_at);

CREATE TABLE opening_times (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    facility_id BLOB REFERENCES facilities,    -- nothing: at all of them
    form_code TEXT,                        -- nothing: in all forms
    days TEXT NOT NULL,                    -- MO,TU,WE,TH,FR,SA,SU as in calendars; empty: the day is not known
    opens_at INTEGER,                        -- minutes after midnight
    closes_at INTEGER,                       -- 1440: midnight at the end of the day
    times_a_week INTEGER,                    -- where only that is known: once a week
    by_appointment INTEGER NOT NULL,
    nonstop INTEGER NOT NULL,               -- day and night
    note TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK ((opens_at IS NULL) = (closes_at IS NULL)),
    CHECK (opens_at IS NULL OR (opens_at >= 0 AND opens_at < closes_at AND closes_at <= 1440))
) STRICT;

CREATE INDEX opening_times_of_service ON opening_times (service_id);

CREATE TABLE organisations (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('region', 'municipality', 'provider', 'other')),
    ico TEXT UNIQUE,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE paper_texts (
    paper_id BLOB NOT NULL PRIMARY KEY REFERENCES agenda_papers,
    body BLOB,                           -- sealed; nothing before it was read, and where it cannot be read
    fault TEXT,                            -- why it cannot be read: a fault of platform/reading
    tries INTEGER NOT NULL,                  -- begun readings: one that ends the program is not begun for ever
    read_at TEXT NOT NULL,            -- or begun
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL,
    CHECK (body IS NULL OR fault IS NULL)
) STRICT;

CREATE INDEX paper_texts_by_time ON paper_texts (read_at);

CREATE TABLE people (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    password_hash TEXT,
    disabled_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE place_confirmers (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL UNIQUE REFERENCES services,
    email TEXT,                            -- of a contact of the service or its provider; nothing: nobody is asked
    every_days INTEGER CHECK (every_days > 0),    -- nothing: as the region has it, code list report_paces
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE place_requests (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    email TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    answered_at TEXT,
    answer TEXT CHECK (answer IN ('confirmed', 'changed')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX place_requests_of_service ON place_requests (service_id, asked_at);

CREATE TABLE planning_contacts (
    id BLOB NOT NULL PRIMARY KEY,
    planner_id BLOB NOT NULL UNIQUE REFERENCES planning_people,
    email TEXT,
    phone TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE planning_events (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,             -- its address for ever
    group_id BLOB REFERENCES working_groups,    -- nothing: of the region
    kind TEXT NOT NULL CHECK (kind IN ('seminar', 'round_table', 'open_day', 'collection', 'campaign', 'other')),
    title TEXT NOT NULL,
    edition INTEGER,                       -- 3. ročník
    edition_of_id BLOB REFERENCES planning_events,    -- the edition before
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    from_minute INTEGER,                   -- after midnight of the first day
    to_minute INTEGER,                     -- after midnight of the last day
    place TEXT,                            -- hotel Orion
    address TEXT,                          -- street and number
    municipality_code TEXT,                -- 563889
    latitude REAL,                       -- WGS 84, degrees
    longitude REAL,
    organisers TEXT NOT NULL,              -- one a line
    description TEXT,
    web TEXT,
    published INTEGER NOT NULL,             -- not: for members of the group, or of any group
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    state_reason TEXT,
    meeting_id BLOB REFERENCES meetings,  -- in whose minutes it was read
    source_text TEXT,                      -- the sentence there
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (first_day <= last_day),
    CHECK (edition IS NULL OR edition BETWEEN 1 AND 999),
    CHECK (from_minute IS NULL OR (from_minute >= 0 AND from_minute < 1440)),
    CHECK (to_minute IS NULL OR (to_minute > 0 AND to_minute <= 1440)),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE INDEX planning_events_editions ON planning_events (edition_of_id);

CREATE INDEX planning_events_of_group ON planning_events (group_id, first_day);

CREATE INDEX planning_events_on ON planning_events (last_day);

CREATE TABLE planning_people (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB REFERENCES people,
    name TEXT NOT NULL, name_sort BLOB NOT NULL,                        -- of an account, as it was when they came
    organisation TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX planning_people_of_account ON planning_people (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE populations (
    id BLOB NOT NULL PRIMARY KEY,
    municipality_code TEXT NOT NULL REFERENCES municipalities (code),
    as_of TEXT NOT NULL,                 -- 1 January for counts at the end of the year before
    age_from INTEGER,                        -- completed years, both ends belong to the group; nothing: no limit
    age_to INTEGER,
    count INTEGER NOT NULL CHECK (count >= 0),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX populations_of_municipality ON populations (municipality_code, as_of);

CREATE TABLE premises (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    owner TEXT,                            -- of the building
    tenure TEXT CHECK (tenure IN ('owned', 'rented', 'lent')),
    meets_norms INTEGER,                    -- nothing: nobody said
    declared_rooms INTEGER,                  -- as the provider counts them
    area_m2 REAL,
    garden_m2 REAL,
    municipality_code TEXT,
    facility_id BLOB REFERENCES facilities,
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE proposal_fields (
    proposal_id BLOB NOT NULL REFERENCES proposals,
    round INTEGER NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT,                        -- nothing once the place became secret
    new_value TEXT,
    accepted_value TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'approved', 'corrected', 'refused', 'trusted', 'forgotten')),
    PRIMARY KEY (proposal_id, round, field)
) STRICT;

CREATE TABLE proposals (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('service', 'new_service', 'provider', 'facility', 'premises')),
    provider_id BLOB NOT NULL REFERENCES providers,
    record_id BLOB,                       -- of a new service only once it was made
    title TEXT,                            -- of a new service: the name that was proposed
    base_version INTEGER NOT NULL,           -- of the record when it was proposed
    state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'returned', 'withdrawn')),
    round INTEGER NOT NULL,
    note TEXT,                             -- to the region
    remark TEXT,                           -- of the region
    proposed_by BLOB NOT NULL,
    proposed_at TEXT NOT NULL,
    decided_by BLOB,
    decided_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX proposals_by_state ON proposals (state, proposed_at);

CREATE INDEX proposals_of_provider ON proposals (provider_id, proposed_at);

CREATE INDEX proposals_of_record ON proposals (record_id);

CREATE TABLE provider_representations (
    id BLOB NOT NULL PRIMARY KEY,
    provider_id BLOB NOT NULL REFERENCES providers,
    represented_by BLOB NOT NULL REFERENCES organisations,
    ended_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX provider_representations_by_organisation ON provider_representations (represented_by);

CREATE UNIQUE INDEX provider_representations_once ON provider_representations (provider_id, represented_by)
    WHERE ended_at IS NULL;

CREATE TABLE provider_steps (
    token_hash BLOB NOT NULL PRIMARY KEY,
    identity_id BLOB NOT NULL REFERENCES external_identities,
    made_at TEXT NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE TABLE providers (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    short_name TEXT,                       -- FOKUS Semily
    ico TEXT UNIQUE,                       -- 8 digits, as text
    legal_form TEXT,
    parent_id BLOB REFERENCES providers,  -- the organisation of which it is a branch
    street TEXT,                           -- seat: street with number
    postal_code TEXT,
    municipality_code TEXT,                -- may lie outside what we hold of the territory
    municipality_name TEXT,
    region_code TEXT,                      -- region of the seat
    description TEXT,
    note TEXT,                             -- what the source leaves open: the seat is not given
    invented INTEGER NOT NULL,              -- made up for the demonstration region
    verified_on TEXT,
    verified_by TEXT,                      -- who said so, as a role or organisation
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX providers_by_name ON providers (name_sort);

CREATE TABLE published_minutes (
    id BLOB NOT NULL PRIMARY KEY,
    minutes_id BLOB NOT NULL UNIQUE REFERENCES meeting_minutes,
    body TEXT NOT NULL,                        -- pieces of the document, one a line
    words TEXT NOT NULL,                       -- folded, to be searched
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE recovery_codes (
    code_hash BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    made_at TEXT NOT NULL,
    used_at TEXT,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX recovery_codes_of_person ON recovery_codes (person_id);

CREATE TABLE reference_values (
    id BLOB NOT NULL PRIMARY KEY,
    type_code TEXT NOT NULL,               -- code list service_types
    measure TEXT NOT NULL,                 -- what is measured: náklady na úvazek v přímé péči
    unit TEXT NOT NULL,
    hundredths INTEGER NOT NULL,
    year INTEGER NOT NULL,
    source TEXT NOT NULL,
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE refusal_counts (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    reason_code TEXT NOT NULL,             -- code list refusal_reasons
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,             -- first day behind the period
    count INTEGER NOT NULL CHECK (count >= 0),
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (service_id, reason_code, period_from, period_to)
) STRICT;

CREATE TABLE regions (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,             -- NUTS 3: CZ051
    name TEXT NOT NULL, name_sort BLOB NOT NULL,                        -- Liberecký kraj
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE register_days (
    id BLOB NOT NULL PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,            -- in Prague
    state TEXT NOT NULL CHECK (state IN ('reading', 'unchanged', 'differs', 'superseded', 'failed')),
    source TEXT NOT NULL,                  -- where it was taken, without names and passwords
    import_id BLOB REFERENCES register_imports,    -- the day's difference; nothing where nothing had to be read
    bytes INTEGER NOT NULL,                  -- of the file as it came
    packed INTEGER NOT NULL,                -- it was gzip
    file_hash BLOB,                      -- BLAKE2b of the bytes as they came
    etag TEXT,                             -- what the source said of the file, to be asked with the next time
    last_modified TEXT,
    taken_at TEXT,                    -- when it was read to the end
    error_key TEXT,                        -- why nothing was taken: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE register_differences (
    id BLOB NOT NULL PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES register_imports,
    position INTEGER NOT NULL,               -- order of the file, vanished ones behind
    identifier TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'ended', 'vanished', 'suspicious')),
    region_code TEXT,                      -- NUTS 3 of its first place, else of the provider's seat
    orp_codes TEXT NOT NULL,               -- of its places in the territory that we hold: ;5104;5108;
    type_code TEXT NOT NULL,
    provider_name TEXT NOT NULL,
    before TEXT,                           -- what the register said last, as JSON; nothing for a new service
    staged TEXT,                           -- what it says now; nothing once it stands in register_services
    fields TEXT NOT NULL,                  -- JSON list of name, about, before, after, held (our value that was kept)
    decided TEXT CHECK (decided IN ('accept', 'leave')),    -- about held values; nothing: they wait for a person
    applied_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (import_id, position)
) STRICT;

CREATE INDEX differences_of_import ON register_differences (import_id, kind, position);

CREATE TABLE register_imports (
    id BLOB NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    file_hash BLOB,                      -- BLAKE2b of the bytes as they came
    bytes INTEGER NOT NULL,
    region_code TEXT,                      -- NUTS 3 of the region that was taken; nothing: the whole country
    allow_drop INTEGER NOT NULL,            -- a person knows that much is gone and wants it so
    state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'applying', 'applied', 'failed', 'refused', 'cancelled')),
    services INTEGER NOT NULL,               -- taken from the file
    facilities INTEGER NOT NULL,
    services_before INTEGER NOT NULL,        -- as the register said last
    facilities_before INTEGER NOT NULL,
    new_count INTEGER NOT NULL,
    changed_count INTEGER NOT NULL,
    ended_count INTEGER NOT NULL,
    vanished_count INTEGER NOT NULL,
    suspicious_count INTEGER NOT NULL,
    unchanged_count INTEGER NOT NULL,
    drop_percent REAL NOT NULL,          -- by how much services or facilities are fewer, the worse of both
    job_id BLOB REFERENCES jobs,          -- the one that reads or applies
    source_id BLOB REFERENCES sources,    -- of what applying changes
    read_at TEXT,
    applied_at TEXT,
    error_key TEXT,                        -- why nothing was taken: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX register_imports_by_time ON register_imports (created_at);

CREATE TABLE register_notes (
    id BLOB NOT NULL PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES register_imports,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,                    -- register.warning.KIND
    identifier TEXT NOT NULL,              -- of the first service where it was met
    note_values TEXT NOT NULL,             -- a JSON list of texts
    times INTEGER NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX notes_of_import ON register_notes (import_id, position);

CREATE TABLE register_services (
    id BLOB NOT NULL PRIMARY KEY,
    identifier TEXT NOT NULL UNIQUE,       -- of the service; where the register gives none, portal: and the registration
    portal_id INTEGER,
    fingerprint BLOB NOT NULL,
    said TEXT NOT NULL,                    -- all that was read, as JSON; nobody's name among it
    facilities INTEGER NOT NULL,
    service_id BLOB REFERENCES services,  -- nothing: had ended long before it was first seen
    last_import_id BLOB NOT NULL REFERENCES register_imports,
    gone_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE registered_capacities (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    form_code TEXT NOT NULL,
    unit_code TEXT NOT NULL,               -- code list capacity_units
    count INTEGER NOT NULL CHECK (count >= 0),
    scope TEXT CHECK (scope IN ('at_once', 'day', 'year')),
    of_total INTEGER,                        -- where this is a part of a bigger house: 80 of 110 beds
    note TEXT,                             -- as the register says it
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    recorded_at TEXT NOT NULL,
    replaced_at TEXT,                 -- when we learned better
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
, whole TEXT) STRICT;

CREATE INDEX capacities_of_service ON registered_capacities (service_id);

CREATE TABLE related_services (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    provider_id BLOB REFERENCES providers,
    organisation_name TEXT,                -- where it is no provider that we hold
    kind_code TEXT NOT NULL,               -- code list related_kinds
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    summary TEXT,
    description TEXT,
    opening TEXT,                          -- odpolední provoz
    municipality_code TEXT,
    for_whom TEXT,
    latitude REAL,
    longitude REAL,
    coverage TEXT NOT NULL,                -- the territory it reaches: orp:5104;area:jilemnicko
    invented INTEGER NOT NULL,
    verified_on TEXT,
    verified_by TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE role_rules (
    id BLOB NOT NULL PRIMARY KEY,
    role TEXT NOT NULL UNIQUE,
    second_factor INTEGER NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE rooms (
    id BLOB NOT NULL PRIMARY KEY,
    premises_id BLOB NOT NULL REFERENCES premises,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,                             -- kitchen, workshop, office, wc…
    declared INTEGER NOT NULL,              -- one of those that the declared number counts
    note TEXT,                             -- on each floor; barrier-free
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX rooms_of_premises ON rooms (premises_id, position);

CREATE TABLE saved_reports (
    id BLOB NOT NULL PRIMARY KEY,
    owner_id BLOB NOT NULL REFERENCES people,
    title TEXT NOT NULL, title_sort BLOB NOT NULL,
    source TEXT NOT NULL,                  -- the list, as addresses name it: sluzby
    question TEXT NOT NULL,                -- as the address of the builder writes it
    shared_with TEXT NOT NULL CHECK (shared_with IN ('nobody', 'organisation', 'everybody')),
    deleted_at TEXT,                  -- nothing: it is there
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX saved_reports_of_owner ON saved_reports (owner_id, title_sort);

CREATE INDEX saved_reports_shared ON saved_reports (shared_with, title_sort);

CREATE TABLE second_factors (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    key_id BLOB NOT NULL,
    secret BLOB NOT NULL,
    confirmed_at TEXT,
    last_step INTEGER NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX second_factors_of_person ON second_factors (person_id);

CREATE TABLE service_age_bands (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    band_code TEXT NOT NULL,               -- code list age_bands
    note TEXT,                             -- služba je poskytována do 65 let věku
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX age_bands_of_service ON service_age_bands (service_id);

CREATE TABLE service_facilities (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    facility_id BLOB NOT NULL REFERENCES facilities,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX facilities_of_service ON service_facilities (service_id);

CREATE TABLE service_forms (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    form_code TEXT NOT NULL,               -- code list forms
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX forms_of_service ON service_forms (service_id);

CREATE TABLE service_import_mappings (
    id BLOB NOT NULL PRIMARY KEY,
    headings_key TEXT NOT NULL UNIQUE,     -- hash of the headings in small plain letters, in order of the alphabet
    mapping TEXT NOT NULL,                 -- a JSON list: heading, field, heading, field…
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE service_import_problems (
    id BLOB NOT NULL PRIMARY KEY,
    import_id BLOB NOT NULL REFERENCES service_imports,
    row_number INTEGER NOT NULL,             -- as a spreadsheet counts them, the header is 1
    column_name TEXT NOT NULL,
    cell_value TEXT NOT NULL,
    problem TEXT NOT NULL,                 -- service_import.problem.PROBLEM
    problem_values TEXT NOT NULL,          -- a JSON list of texts
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX problems_of_service_import ON service_import_problems (import_id, row_number);

CREATE TABLE service_imports (
    id BLOB NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,                   -- of a workbook; empty: its first one
    sheets TEXT NOT NULL,                  -- a JSON list of their names
    state TEXT NOT NULL CHECK (state IN ('opening', 'mapping', 'reading', 'ready', 'applying', 'applied', 'failed', 'cancelled')),
    headings TEXT NOT NULL,                -- a JSON list of the table's headings
    examples TEXT NOT NULL,                -- a JSON list of the first value of each column
    mapping TEXT NOT NULL,                 -- a JSON list: the field of each column, empty where it is not taken
    mapping_from TEXT NOT NULL,            -- learned, guessed, person
    create_new INTEGER NOT NULL,            -- services that we do not know are founded
    overwrite INTEGER NOT NULL,             -- values that a person wrote here give way too
    all_rows INTEGER NOT NULL,
    new_rows INTEGER NOT NULL,               -- services that we do not know
    changed_rows INTEGER NOT NULL,
    same_rows INTEGER NOT NULL,
    wrong_rows INTEGER NOT NULL,
    held_rows INTEGER NOT NULL,              -- where a person's value was kept
    preview TEXT NOT NULL,                 -- a JSON list of the first rows as they were understood
    job_id BLOB REFERENCES jobs,          -- the one that reads or applies
    source_id BLOB REFERENCES sources,    -- of what applying changes
    read_at TEXT,
    applied_at TEXT,
    error_key TEXT,                        -- why nothing was read: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX service_imports_by_time ON service_imports (created_at);

CREATE TABLE service_networks (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,             -- zakladni-sit-2026
    kind_code TEXT NOT NULL,               -- code list network_kinds
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    municipality_code TEXT,                -- whose it is; nothing: the region's
    approved_on TEXT,                    -- nothing: in preparation
    resolution TEXT,                       -- number of the resolution that approved it
    resolution_body TEXT,
    published INTEGER NOT NULL,
    note TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE service_premises (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    premises_id BLOB NOT NULL REFERENCES premises,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX premises_of_service ON service_premises (service_id);

CREATE TABLE service_steps (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    explanation TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX steps_of_service ON service_steps (service_id, position);

CREATE TABLE service_target_groups (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    group_code TEXT NOT NULL,              -- code list target_groups
    note TEXT,                             -- what the provider wrote beside the group
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX target_groups_of_service ON service_target_groups (service_id);

CREATE TABLE service_texts (
    id BLOB NOT NULL PRIMARY KEY,
    service_id BLOB NOT NULL REFERENCES services,
    language TEXT NOT NULL CHECK (language IN ('cs', 'en', 'uk', 'easy')),
    name TEXT,
    summary TEXT,
    description TEXT,
    steps TEXT,                            -- what happens, one step a line
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (service_id, language)
) STRICT;

CREATE TABLE services (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    provider_id BLOB NOT NULL REFERENCES providers,
    register_identifier TEXT UNIQUE,       -- 7 digits, as text; nothing while not known
    portal_id INTEGER UNIQUE,                -- the registration in the file of the national register
    type_code TEXT NOT NULL,               -- code list service_types
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    summary TEXT,                          -- one plain sentence
    description TEXT,
    eligibility TEXT,                      -- for whom, in plain words
    age_min INTEGER,                         -- completed years; nothing: no limit
    age_max INTEGER,
    age_wording TEXT,                      -- as the provider says it: do 65 let věku
    age_max_ambiguous INTEGER NOT NULL,     -- the wording does not say whether the highest year still belongs
    starts_on TEXT,
    starts_on_precision TEXT NOT NULL CHECK (starts_on_precision IN ('day', 'month', 'year')),
    ends_on TEXT,                        -- first day on which it is no more
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
    status_reason TEXT,
    community_based INTEGER NOT NULL,       -- a service of community character, § 33a
    fees_kind TEXT CHECK (fees_kind IN ('free', 'partly', 'paid')),    -- free: by § 72; nothing: not said
    fees TEXT,
    accessibility TEXT NOT NULL,           -- codes of the list accessibility, ; between
    accessibility_note TEXT,
    how_to_apply TEXT,
    project_name TEXT,                     -- shown only; the project itself is kept by projects
    project_number TEXT,
    secret INTEGER NOT NULL,                -- its address is never shown nor located
    invented INTEGER NOT NULL,              -- the whole service is made up for the demonstration region
    sample_fields TEXT,                    -- what is made up about a real one: capacities;phone
    verified_on TEXT,                    -- last day on which somebody vouched for it
    verified_by TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX services_by_name ON services (name_sort);

CREATE INDEX services_of_provider ON services (provider_id);

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL,
    began_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ended_at TEXT
) STRICT;

CREATE INDEX sessions_of_person ON sessions (person_id);

CREATE TABLE sign_in_attempts (
    subject BLOB NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL
) STRICT;

CREATE TABLE sign_in_steps (
    token_hash BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people,
    back TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    ended_at TEXT,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX sign_in_steps_of_person ON sign_in_steps (person_id);

CREATE TABLE slugs (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,                    -- provider, service, related_service
    slug TEXT NOT NULL,
    record_id BLOB NOT NULL,
    current INTEGER NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (kind, slug)
) STRICT;

CREATE INDEX slugs_of_record ON slugs (record_id);

CREATE TABLE sources (
    id BLOB NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    address TEXT,
    retrieved_at TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
, kind TEXT NOT NULL DEFAULT 'person'
    CHECK (kind IN ('person', 'register', 'document', 'import', 'sample', 'proposal'))) STRICT;

CREATE TABLE task_checks (
    id BLOB NOT NULL PRIMARY KEY,
    task_id BLOB NOT NULL REFERENCES tasks,
    meeting_id BLOB NOT NULL REFERENCES meetings,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'done', 'goes_on', 'dropped')),
    due_before TEXT,                     -- until when it was due when the meeting began
    due_text_before TEXT,
    new_due_on TEXT,
    note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (task_id, meeting_id)
) STRICT;

CREATE INDEX task_checks_of_meeting ON task_checks (meeting_id);

CREATE INDEX task_checks_waiting ON task_checks (outcome, meeting_id);

CREATE TABLE task_letter_choices (
    id BLOB NOT NULL PRIMARY KEY,
    planner_id BLOB NOT NULL UNIQUE REFERENCES planning_people,
    wanted INTEGER NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE task_letters (
    id BLOB NOT NULL PRIMARY KEY,
    planner_id BLOB NOT NULL REFERENCES planning_people,
    sent_on TEXT NOT NULL,
    answered_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (planner_id, sent_on)
) STRICT;

CREATE TABLE task_notes (
    id BLOB NOT NULL PRIMARY KEY,
    task_id BLOB NOT NULL REFERENCES tasks,
    author_name TEXT NOT NULL,             -- as it was then; who has no account writes from a letter
    body TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX task_notes_of_task ON task_notes (task_id);

CREATE TABLE task_reminders (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES task_letters,
    task_id BLOB NOT NULL REFERENCES tasks,
    kind TEXT NOT NULL CHECK (kind IN ('soon', 'today', 'overdue')),
    due_on TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX task_reminders_of_task ON task_reminders (task_id, due_on);

CREATE TABLE tasks (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES working_groups,
    meeting_id BLOB REFERENCES meetings,  -- where it was given
    agenda_item_id BLOB REFERENCES agenda_items,
    decision_id BLOB REFERENCES decisions,
    number INTEGER NOT NULL,               -- within the group, from 1
    body TEXT NOT NULL,
    source_text TEXT,                      -- the sentence of the minutes that it was read from
    owner_id BLOB REFERENCES planning_people,
    owner_text TEXT,                       -- as written, where nobody known fits
    due_on TEXT,
    due_text TEXT,                         -- průběžně
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    closed_on TEXT,
    closing_note TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (group_id, number)
) STRICT;

CREATE INDEX tasks_due ON tasks (state, due_on);

CREATE INDEX tasks_of_decision ON tasks (decision_id);

CREATE INDEX tasks_of_group ON tasks (group_id, state, due_on);

CREATE INDEX tasks_of_meeting ON tasks (meeting_id);

CREATE INDEX tasks_of_owner ON tasks (owner_id, state);

CREATE INDEX tasks_open ON tasks (state, group_id, due_on);

CREATE TABLE trusted_fields (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    ended_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX trusted_fields_once ON trusted_fields (kind, field) WHERE ended_at IS NULL;

CREATE TABLE type_forms (
    id BLOB NOT NULL PRIMARY KEY,
    type_code TEXT NOT NULL,
    form_code TEXT NOT NULL,
    allowed INTEGER NOT NULL,
    certainty TEXT NOT NULL,               -- V verified, K believed, U unsure
    law TEXT,                              -- where it is said
    note TEXT,
    valid_from TEXT NOT NULL, valid_to TEXT CHECK (valid_to IS NULL OR valid_from < valid_to),
    recorded_at TEXT NOT NULL,
    replaced_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE UNIQUE INDEX type_forms_now ON type_forms (type_code, form_code, valid_from) WHERE replaced_at IS NULL;

CREATE TABLE verbatims (
    id BLOB NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL,
    field TEXT NOT NULL,
    wording TEXT NOT NULL,
    source_id BLOB NOT NULL REFERENCES sources,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE INDEX verbatims_of_record ON verbatims (record_id, field);

CREATE TABLE vote_counts (
    vote_id BLOB PRIMARY KEY REFERENCES votes,
    votes_for INTEGER NOT NULL,
    votes_against INTEGER NOT NULL,
    abstained INTEGER NOT NULL
) STRICT;

CREATE TABLE vote_hands (
    id BLOB NOT NULL PRIMARY KEY,
    vote_id BLOB NOT NULL REFERENCES votes,
    planner_id BLOB NOT NULL REFERENCES planning_people,
    choice TEXT NOT NULL CHECK (choice IN ('for', 'against', 'abstains')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    UNIQUE (vote_id, planner_id)
) STRICT;

CREATE TABLE vote_turnout (
    vote_id BLOB NOT NULL REFERENCES votes,
    planner_id BLOB NOT NULL REFERENCES planning_people,
    PRIMARY KEY (vote_id, planner_id)
) WITHOUT ROWID, STRICT;

CREATE TABLE votes (
    id BLOB NOT NULL PRIMARY KEY,
    meeting_id BLOB NOT NULL REFERENCES meetings,
    agenda_item_id BLOB REFERENCES agenda_items,
    question TEXT NOT NULL,                -- what is voted about, as it will be decided
    secret INTEGER NOT NULL,
    cast_by TEXT NOT NULL CHECK (cast_by IN ('recorder', 'members')),    -- counts typed, or each by their own
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'withdrawn')),
    votes_for INTEGER,                     -- what was counted when it closed
    votes_against INTEGER,
    abstained INTEGER,
    voters INTEGER,                        -- members who vote, on the day
    present INTEGER,                       -- of them there, themselves or by a substitute
    needed INTEGER,                        -- of them needed for a quorum
    rule TEXT,                             -- majority_present, majority_all, two_thirds_present, consensus
    passed INTEGER,
    closed_at TEXT,
    decision_id BLOB REFERENCES decisions,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK ((state = 'closed') = (passed IS NOT NULL))
) STRICT;

CREATE INDEX votes_of_meeting ON votes (meeting_id);

CREATE TABLE webhook_deliveries (
    id BLOB NOT NULL PRIMARY KEY,
    subscription_id BLOB NOT NULL REFERENCES webhook_subscriptions,
    event_id BLOB NOT NULL REFERENCES webhook_events,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    attempts INTEGER NOT NULL,
    last_error TEXT,                       -- a code: http.500, timeout, private
    next_attempt_at TEXT NOT NULL,
    trying_until TEXT,                -- somebody has it under way, unless they were killed
    give_up_at TEXT NOT NULL,
    ended_at TEXT,
    made_at TEXT NOT NULL,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, next_attempt_at);

CREATE INDEX webhook_deliveries_of ON webhook_deliveries (subscription_id, made_at);

CREATE INDEX webhook_deliveries_of_event ON webhook_deliveries (event_id);

CREATE TABLE webhook_events (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    record_id BLOB,
    body TEXT NOT NULL,
    organisation_id BLOB NOT NULL,
    retention TEXT NOT NULL
) STRICT;

CREATE INDEX webhook_events_by_time ON webhook_events (happened_at);

CREATE TABLE webhook_records (
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    digest BLOB NOT NULL,                -- one byte for a record whose place is secret
    path TEXT NOT NULL,
    api_path TEXT NOT NULL,
    PRIMARY KEY (kind, record_id)
) STRICT;

CREATE TABLE webhook_subscriptions (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    kinds TEXT NOT NULL,                   -- of events, parted by spaces
    key_id BLOB NOT NULL,
    secret BLOB NOT NULL,                -- sealed; what deliveries are signed with
    given_up_in_a_row INTEGER NOT NULL,
    away_in_a_row INTEGER NOT NULL,          -- tries that nobody answered
    resting_until TEXT,               -- nobody is tried before, since nobody answered
    paused_at TEXT,
    paused_because TEXT CHECK (paused_because IN ('person', 'failing')),
    ended_at TEXT,
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB
) STRICT;

CREATE TABLE webhook_watches (
    code TEXT NOT NULL PRIMARY KEY,
    stamp TEXT NOT NULL,
    ready INTEGER NOT NULL
) STRICT;

CREATE TABLE working_groups (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    kind_code TEXT NOT NULL,               -- code list group_kinds
    name TEXT NOT NULL, name_sort BLOB NOT NULL,
    short_name TEXT,                       -- ŘPS
    aliases TEXT NOT NULL,                 -- how else it is called in minutes, one a line
    parent_id BLOB REFERENCES working_groups,
    territory TEXT,                        -- orp:5104, municipality:577197, area:jilemnicko, region:CZ051
    target_group_code TEXT,                -- code list target_groups
    lead_text TEXT,                        -- what it is for, in a few sentences
    founded_on TEXT,                     -- nothing: before anybody remembers
    founded_by TEXT,                       -- the resolution that founded it
    ended_on TEXT,                       -- the first day without it; the same as founded_on: it never was
    published INTEGER NOT NULL,
    names_shown TEXT NOT NULL CHECK (names_shown IN ('nobody', 'leaders', 'members')),
    organisation_id BLOB, retention TEXT NOT NULL, version INTEGER NOT NULL, created_at TEXT NOT NULL, created_by BLOB, changed_at TEXT NOT NULL, changed_by BLOB,
    CHECK (ended_on IS NULL OR founded_on IS NULL OR founded_on <= ended_on)
) STRICT;

CREATE INDEX working_groups_under ON working_groups (parent_id);
