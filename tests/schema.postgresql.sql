CREATE TABLE action_links (
    token_hash bytea NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    about_id uuid,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT action_links_pkey1 PRIMARY KEY (token_hash),
    CONSTRAINT action_links_person_id_fkey1 FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX action_links_about ON action_links USING btree (about_id, kind);

CREATE INDEX action_links_of_person ON action_links USING btree (person_id, kind);

CREATE TABLE agenda_items (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    meeting_id uuid,
    place_in_order integer NOT NULL,
    title text NOT NULL,
    minutes_long integer,
    presenter text,
    note text,
    state text NOT NULL,
    proposed_by uuid,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    refusal text,
    CONSTRAINT agenda_items_pkey PRIMARY KEY (id),
    CONSTRAINT agenda_items_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT agenda_items_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT agenda_items_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES planning_people(id),
    CONSTRAINT agenda_items_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'refused'::text, 'done'::text, 'postponed'::text]))
);

CREATE INDEX agenda_items_of_group ON agenda_items USING btree (group_id, state);

CREATE INDEX agenda_items_of_meeting ON agenda_items USING btree (meeting_id, place_in_order);

CREATE TABLE agenda_papers (
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    meeting_id uuid,
    agenda_item_id uuid,
    purpose text NOT NULL,
    title text NOT NULL,
    removed boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT agenda_papers_pkey PRIMARY KEY (id),
    CONSTRAINT agenda_papers_file_id_key UNIQUE (file_id),
    CONSTRAINT agenda_papers_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id),
    CONSTRAINT agenda_papers_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
    CONSTRAINT agenda_papers_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT agenda_papers_check CHECK ((meeting_id IS NULL) <> (agenda_item_id IS NULL)),
    CONSTRAINT agenda_papers_purpose_check CHECK (purpose = ANY (ARRAY['paper'::text, 'attendance'::text]))
);

CREATE INDEX agenda_papers_of_item ON agenda_papers USING btree (agenda_item_id);

CREATE INDEX agenda_papers_of_meeting ON agenda_papers USING btree (meeting_id);

CREATE TABLE agreed_capacities (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    kind text NOT NULL,
    form_code text NOT NULL,
    unit_code text NOT NULL,
    count bigint NOT NULL,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT agreed_capacities_pkey PRIMARY KEY (id),
    CONSTRAINT agreed_capacities_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT agreed_capacities_check CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT agreed_capacities_count_check CHECK (count >= 0),
    CONSTRAINT agreed_capacities_kind_check CHECK (kind = ANY (ARRAY['network'::text, 'funded'::text]))
);

CREATE INDEX agreed_capacities_of_service ON agreed_capacities USING btree (service_id);

CREATE TABLE api_tokens (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    reach text NOT NULL,
    may_write boolean NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_on date,
    warned_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
    CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash),
    CONSTRAINT api_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX api_tokens_by_end ON api_tokens USING btree (expires_at);

CREATE INDEX api_tokens_of_person ON api_tokens USING btree (person_id);

CREATE TABLE area_municipalities (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    municipality_code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT area_municipalities_pkey PRIMARY KEY (id),
    CONSTRAINT area_municipalities_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
    CONSTRAINT area_municipalities_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipalities(code),
    CONSTRAINT area_municipalities_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX municipalities_of_area ON area_municipalities USING btree (area_id);

CREATE TABLE areas (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    kind text NOT NULL,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT areas_pkey PRIMARY KEY (id),
    CONSTRAINT areas_code_key UNIQUE (code)
);

CREATE TABLE attachment_removals (
    id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    removed_at timestamp with time zone NOT NULL,
    taken_back_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT attachment_removals_pkey PRIMARY KEY (id),
    CONSTRAINT attachment_removals_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES attachments(id)
);

CREATE UNIQUE INDEX standing_removal ON attachment_removals USING btree (attachment_id) WHERE taken_back_at IS NULL;

CREATE TABLE attachments (
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    title text NOT NULL,
    published boolean NOT NULL,
    position bigint NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT attachments_pkey PRIMARY KEY (id),
    CONSTRAINT attachments_file_id_key UNIQUE (file_id),
    CONSTRAINT attachments_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
    CONSTRAINT attachments_record_kind_check CHECK (record_kind = ANY (ARRAY['service'::text, 'contract'::text, 'statement'::text]))
);

CREATE INDEX attachments_of_record ON attachments USING btree (record_id, "position");

CREATE TABLE attendance (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    planner_id uuid,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    organisation text,
    status text NOT NULL,
    stands_in_for uuid,
    came_by text NOT NULL,
    open_question text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    withdrawn boolean DEFAULT false NOT NULL,
    CONSTRAINT attendance_pkey PRIMARY KEY (id),
    CONSTRAINT attendance_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT attendance_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id),
    CONSTRAINT attendance_stands_in_for_fkey FOREIGN KEY (stands_in_for) REFERENCES planning_people(id),
    CONSTRAINT attendance_came_by_check CHECK (came_by = ANY (ARRAY['typed'::text, 'code'::text, 'document'::text, 'reply'::text])),
    CONSTRAINT attendance_status_check CHECK (status = ANY (ARRAY['present'::text, 'apologised'::text, 'absent'::text, 'guest'::text]))
);

CREATE INDEX attendance_of_meeting ON attendance USING btree (meeting_id);

CREATE INDEX attendance_of_planner ON attendance USING btree (planner_id);

CREATE UNIQUE INDEX attendance_once ON attendance USING btree (meeting_id, planner_id) WHERE planner_id IS NOT NULL;

CREATE TABLE audit_anchor_heads (
    anchor_id uuid NOT NULL,
    chain text NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT audit_anchor_heads_pkey PRIMARY KEY (anchor_id, chain),
    CONSTRAINT audit_anchor_heads_anchor_id_fkey FOREIGN KEY (anchor_id) REFERENCES audit_anchors(id)
);

CREATE TABLE audit_anchors (
    id uuid NOT NULL,
    day date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    root bytea NOT NULL,
    previous_root bytea NOT NULL,
    CONSTRAINT audit_anchors_pkey PRIMARY KEY (id),
    CONSTRAINT audit_anchors_day_key UNIQUE (day)
);

CREATE TABLE audit_rows (
    id uuid NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    organisation_id uuid,
    user_id uuid,
    actor text NOT NULL,
    act text NOT NULL,
    about_id uuid,
    subject_id uuid,
    outcome text NOT NULL,
    reason text,
    CONSTRAINT audit_rows_pkey PRIMARY KEY (id),
    CONSTRAINT audit_rows_outcome_check CHECK (outcome = ANY (ARRAY['allowed'::text, 'forbidden'::text, 'hidden'::text, 'done'::text, 'failed'::text]))
);

CREATE INDEX audit_rows_by_record ON audit_rows USING btree (about_id, happened_at);

CREATE INDEX audit_rows_by_time ON audit_rows USING btree (happened_at);

CREATE TABLE audit_sealed_rows (
    row_id uuid NOT NULL,
    seal_id uuid NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT audit_sealed_rows_pkey PRIMARY KEY (row_id),
    CONSTRAINT audit_sealed_rows_seal_id_position_key UNIQUE (seal_id, "position"),
    CONSTRAINT audit_sealed_rows_row_id_fkey FOREIGN KEY (row_id) REFERENCES audit_rows(id),
    CONSTRAINT audit_sealed_rows_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES audit_seals(id)
);

CREATE TABLE audit_seals (
    id uuid NOT NULL,
    chain text NOT NULL,
    number bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    row_count bigint NOT NULL,
    root bytea NOT NULL,
    previous_root bytea NOT NULL,
    CONSTRAINT audit_seals_pkey PRIMARY KEY (id),
    CONSTRAINT audit_seals_chain_number_key UNIQUE (chain, number)
);

CREATE TABLE availabilities (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    state text NOT NULL,
    wording text,
    waiting_people bigint,
    waiting_weeks bigint,
    as_of date NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT availabilities_pkey PRIMARY KEY (id),
    CONSTRAINT availabilities_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT availabilities_state_check CHECK (state = ANY (ARRAY['free'::text, 'waiting'::text, 'open'::text, 'unknown'::text]))
);

CREATE INDEX availabilities_of_service ON availabilities USING btree (service_id, as_of);

CREATE TABLE blind_tokens (
    token bytea NOT NULL,
    record_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT blind_tokens_pkey PRIMARY KEY (token, record_id)
);

CREATE INDEX blind_tokens_of_record ON blind_tokens USING btree (record_id);

CREATE TABLE blocked_periods (
    id uuid NOT NULL,
    group_id uuid,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    came_from text NOT NULL,
    ended boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT blocked_periods_pkey PRIMARY KEY (id),
    CONSTRAINT blocked_periods_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT blocked_periods_check CHECK (first_day <= last_day),
    CONSTRAINT blocked_periods_kind_check CHECK (kind = ANY (ARRAY['closed'::text, 'on_demand'::text]))
);

CREATE INDEX blocked_periods_of_group ON blocked_periods USING btree (group_id, first_day);

CREATE TABLE boundaries (
    id uuid NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    polygons text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT boundaries_pkey PRIMARY KEY (id),
    CONSTRAINT boundaries_kind_code_key UNIQUE (kind, code),
    CONSTRAINT boundaries_kind_check CHECK (kind = ANY (ARRAY['municipality'::text, 'pou'::text, 'orp'::text, 'region'::text]))
);

CREATE TABLE calendar_subscriptions (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    last_used_on date,
    revoked_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT calendar_subscriptions_pkey PRIMARY KEY (id),
    CONSTRAINT calendar_subscriptions_token_hash_key UNIQUE (token_hash),
    CONSTRAINT calendar_subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX calendar_subscriptions_of ON calendar_subscriptions USING btree (person_id);

CREATE TABLE capacity_import_problems (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    row_number bigint NOT NULL,
    column_name text NOT NULL,
    problem text NOT NULL,
    problem_values text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT capacity_import_problems_pkey PRIMARY KEY (id),
    CONSTRAINT capacity_import_problems_import_id_fkey FOREIGN KEY (import_id) REFERENCES capacity_imports(id)
);

CREATE INDEX problems_of_capacity_import ON capacity_import_problems USING btree (import_id, row_number);

CREATE TABLE capacity_imports (
    id uuid NOT NULL,
    file_name text NOT NULL,
    state text NOT NULL,
    all_rows bigint NOT NULL,
    new_rows bigint NOT NULL,
    changed_rows bigint NOT NULL,
    same_rows bigint NOT NULL,
    wrong_rows bigint NOT NULL,
    job_id uuid,
    source_id uuid,
    read_at timestamp with time zone,
    applied_at timestamp with time zone,
    error_key text,
    error_values text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT capacity_imports_pkey PRIMARY KEY (id),
    CONSTRAINT capacity_imports_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id),
    CONSTRAINT capacity_imports_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
    CONSTRAINT capacity_imports_state_check CHECK (state = ANY (ARRAY['reading'::text, 'ready'::text, 'applying'::text, 'applied'::text, 'failed'::text, 'cancelled'::text]))
);

CREATE INDEX capacity_imports_by_time ON capacity_imports USING btree (created_at);

CREATE TABLE capacity_states (
    id uuid NOT NULL,
    provider_id uuid NOT NULL,
    service_id uuid,
    kind text NOT NULL,
    territory text,
    note text,
    as_of date NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    ends_on date,
    CONSTRAINT capacity_states_pkey PRIMARY KEY (id),
    CONSTRAINT capacity_states_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT capacity_states_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT capacity_states_kind_check CHECK (kind = ANY (ARRAY['full'::text, 'free'::text, 'expansion_planned'::text, 'expanded'::text, 'waiting_for_tender'::text, 'seeking_staff'::text, 'investment_grant'::text, 'development'::text]))
);

CREATE INDEX capacity_states_of_provider ON capacity_states USING btree (provider_id, as_of);

CREATE TABLE changes (
    id uuid NOT NULL,
    record_table text NOT NULL,
    record_id uuid NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    user_id uuid,
    source_id uuid NOT NULL,
    kind text NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT changes_pkey PRIMARY KEY (id),
    CONSTRAINT changes_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
    CONSTRAINT changes_kind_check CHECK (kind = ANY (ARRAY['created'::text, 'changed'::text, 'undone'::text]))
);

CREATE INDEX changes_of_record ON changes USING btree (record_id, happened_at);

CREATE TABLE client_counts (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    level text NOT NULL,
    code text NOT NULL,
    as_of date NOT NULL,
    count bigint NOT NULL,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT client_counts_pkey PRIMARY KEY (id),
    CONSTRAINT client_counts_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT client_counts_count_check CHECK (count >= 0),
    CONSTRAINT client_counts_level_check CHECK (level = ANY (ARRAY['region'::text, 'orp'::text, 'pou'::text, 'municipality'::text, 'area'::text]))
);

CREATE INDEX client_counts_of_service ON client_counts USING btree (service_id, as_of);

CREATE TABLE code_list_items (
    id uuid NOT NULL,
    list text NOT NULL,
    code text NOT NULL,
    position bigint NOT NULL,
    name_cs text NOT NULL,
    name_en text,
    short_cs text,
    plain_cs text,
    plain_en text,
    details text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT code_list_items_pkey PRIMARY KEY (id),
    CONSTRAINT code_list_items_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE UNIQUE INDEX code_list_items_now ON code_list_items USING btree (list, code, valid_from) WHERE replaced_at IS NULL;

CREATE TABLE collection_answers (
    id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    said text NOT NULL,
    sent_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT collection_answers_pkey PRIMARY KEY (id),
    CONSTRAINT collection_answers_recipient_id_key UNIQUE (recipient_id),
    CONSTRAINT collection_answers_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES collection_recipients(id)
);

CREATE TABLE collection_questions (
    id uuid NOT NULL,
    collection_id uuid NOT NULL,
    position bigint NOT NULL,
    label text NOT NULL,
    hint text,
    kind text NOT NULL,
    choices text NOT NULL,
    per_service boolean NOT NULL,
    needed boolean NOT NULL,
    meaning text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT collection_questions_pkey PRIMARY KEY (id),
    CONSTRAINT collection_questions_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES collections(id),
    CONSTRAINT collection_questions_kind_check CHECK (kind = ANY (ARRAY['text'::text, 'number'::text, 'choice'::text, 'date'::text, 'yes_no'::text]))
);

CREATE INDEX questions_of_collection ON collection_questions USING btree (collection_id, "position");

CREATE TABLE collection_recipients (
    id uuid NOT NULL,
    collection_id uuid NOT NULL,
    who text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    email text,
    sent_at timestamp with time zone,
    apologised_at timestamp with time zone,
    apology text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT collection_recipients_pkey PRIMARY KEY (id),
    CONSTRAINT collection_recipients_collection_id_who_key UNIQUE (collection_id, who),
    CONSTRAINT collection_recipients_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES collections(id)
);

CREATE TABLE collection_reminders (
    id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    for_day date NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT collection_reminders_pkey PRIMARY KEY (id),
    CONSTRAINT collection_reminders_recipient_id_for_day_key UNIQUE (recipient_id, for_day),
    CONSTRAINT collection_reminders_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES collection_recipients(id)
);

CREATE TABLE collections (
    id uuid NOT NULL,
    title text NOT NULL,
    title_sort bytea NOT NULL,
    network_id uuid,
    letter text NOT NULL,
    deadline date NOT NULL,
    reminder_days text NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT collections_pkey PRIMARY KEY (id),
    CONSTRAINT collections_network_id_fkey FOREIGN KEY (network_id) REFERENCES service_networks(id)
);

CREATE TABLE contacts (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    label text,
    position bigint NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT contacts_pkey PRIMARY KEY (id),
    CONSTRAINT contacts_kind_check CHECK (kind = ANY (ARRAY['phone'::text, 'email'::text, 'web'::text, 'data_box'::text]))
);

CREATE INDEX contacts_of_owner ON contacts USING btree (owner_id, "position");

CREATE TABLE content_versions (
    content text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT content_versions_pkey PRIMARY KEY (content)
);

CREATE TABLE coverages (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    level text NOT NULL,
    code text NOT NULL,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT coverages_pkey PRIMARY KEY (id),
    CONSTRAINT coverages_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT coverages_check CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT coverages_level_check CHECK (level = ANY (ARRAY['country'::text, 'region'::text, 'orp'::text, 'pou'::text, 'municipality'::text, 'area'::text]))
);

CREATE INDEX coverages_of_service ON coverages USING btree (service_id);

CREATE TABLE decisions (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    meeting_id uuid,
    agenda_item_id uuid,
    number text NOT NULL,
    body text NOT NULL,
    decided_on date NOT NULL,
    state text NOT NULL,
    replaced_by_id uuid,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT decisions_pkey PRIMARY KEY (id),
    CONSTRAINT decisions_group_id_number_key UNIQUE (group_id, number),
    CONSTRAINT decisions_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id),
    CONSTRAINT decisions_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT decisions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT decisions_replaced_by_id_fkey FOREIGN KEY (replaced_by_id) REFERENCES decisions(id),
    CONSTRAINT decisions_state_check CHECK (state = ANY (ARRAY['valid'::text, 'replaced'::text, 'withdrawn'::text]))
);

CREATE INDEX decisions_listed ON decisions USING btree (group_id, decided_on, state, meeting_id);

CREATE INDEX decisions_of_meeting ON decisions USING btree (meeting_id);

CREATE INDEX decisions_on ON decisions USING btree (decided_on);

CREATE TABLE development_proposals (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    service_id uuid,
    provider_id uuid,
    provider_name text,
    type_code text NOT NULL,
    name text NOT NULL,
    territory text NOT NULL,
    capacities text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    decision_reason text,
    decided_on date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT development_proposals_pkey PRIMARY KEY (id),
    CONSTRAINT development_proposals_network_id_fkey FOREIGN KEY (network_id) REFERENCES service_networks(id),
    CONSTRAINT development_proposals_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT development_proposals_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT development_proposals_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'rejected'::text]))
);

CREATE INDEX development_proposals_of_network ON development_proposals USING btree (network_id);

CREATE TABLE districts (
    id uuid NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    short_name text NOT NULL,
    region_code text NOT NULL,
    orp_code text,
    seat_code text,
    hex_column bigint,
    hex_row bigint,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT districts_pkey PRIMARY KEY (id),
    CONSTRAINT districts_kind_code_key UNIQUE (kind, code),
    CONSTRAINT districts_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
    CONSTRAINT districts_kind_check CHECK (kind = ANY (ARRAY['orp'::text, 'pou'::text]))
);

CREATE TABLE document_facts (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    kind text NOT NULL,
    place_in_order integer NOT NULL,
    first_line integer NOT NULL,
    last_line integer NOT NULL,
    body text NOT NULL,
    who text,
    day date,
    until date,
    minute integer,
    number integer,
    extra text,
    planner_id uuid,
    question text,
    answer text,
    state text NOT NULL,
    by_hand boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT document_facts_pkey PRIMARY KEY (id),
    CONSTRAINT document_facts_import_id_fkey FOREIGN KEY (import_id) REFERENCES document_imports(id),
    CONSTRAINT document_facts_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id),
    CONSTRAINT document_facts_answer_check CHECK (answer = ANY (ARRAY['member'::text, 'new'::text, 'guest'::text, 'stays'::text])),
    CONSTRAINT document_facts_question_check CHECK (question = ANY (ARRAY['two_fit'::text, 'nobody_fits'::text, 'one_or_two'::text, 'number_repeats'::text])),
    CONSTRAINT document_facts_state_check CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'dropped'::text]))
);

CREATE INDEX document_facts_of_import ON document_facts USING btree (import_id, place_in_order);

CREATE TABLE document_imports (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    title text NOT NULL,
    file_id uuid,
    content_hash text NOT NULL,
    state text NOT NULL,
    error_key text,
    lines text NOT NULL,
    label_style text NOT NULL,
    job_id uuid,
    source_id uuid,
    meeting_id uuid,
    taken_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT document_imports_pkey PRIMARY KEY (id),
    CONSTRAINT document_imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
    CONSTRAINT document_imports_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT document_imports_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id),
    CONSTRAINT document_imports_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT document_imports_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
    CONSTRAINT document_imports_label_style_check CHECK (label_style = ANY (ARRAY['ad'::text, 'slash'::text, 'number'::text, 'none'::text])),
    CONSTRAINT document_imports_state_check CHECK (state = ANY (ARRAY['reading'::text, 'open'::text, 'taken'::text, 'refused'::text, 'dropped'::text]))
);

CREATE INDEX document_imports_by_hash ON document_imports USING btree (group_id, content_hash);

CREATE INDEX document_imports_of_group ON document_imports USING btree (group_id, created_at);

CREATE TABLE drafts (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    form text NOT NULL,
    typed text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT drafts_pkey PRIMARY KEY (id),
    CONSTRAINT drafts_person_id_form_key UNIQUE (person_id, form),
    CONSTRAINT drafts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX drafts_by_time ON drafts USING btree (saved_at);

CREATE TABLE erasures (
    key_id uuid NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT erasures_pkey PRIMARY KEY (key_id)
);

CREATE TABLE external_identities (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    email text,
    last_used_at timestamp with time zone,
    ended_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT external_identities_pkey PRIMARY KEY (id),
    CONSTRAINT external_identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE UNIQUE INDEX external_identities_of_person ON external_identities USING btree (person_id, issuer) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX external_identities_of_subject ON external_identities USING btree (issuer, subject) WHERE ended_at IS NULL;

CREATE TABLE facilities (
    id uuid NOT NULL,
    provider_id uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    street text,
    postal_code text,
    municipality_code text,
    municipality_name text,
    address_code text,
    latitude double precision,
    longitude double precision,
    approximate boolean NOT NULL,
    secret boolean NOT NULL,
    accessibility text,
    directions text,
    total_beds bigint,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT facilities_pkey PRIMARY KEY (id),
    CONSTRAINT facilities_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT facilities_check CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT facilities_check1 CHECK (NOT secret OR street IS NULL AND address_code IS NULL AND latitude IS NULL AND longitude IS NULL)
);

CREATE INDEX facilities_of_provider ON facilities USING btree (provider_id);

CREATE TABLE field_changes (
    change_id uuid NOT NULL,
    field text NOT NULL,
    old_value text,
    new_value text,
    CONSTRAINT field_changes_by_save_pkey PRIMARY KEY (change_id, field),
    CONSTRAINT field_changes_by_save_change_id_fkey FOREIGN KEY (change_id) REFERENCES changes(id)
);

CREATE TABLE file_chunks (
    file_id uuid NOT NULL,
    number bigint NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT file_chunks_pkey PRIMARY KEY (file_id, number),
    CONSTRAINT file_chunks_file_id_fkey FOREIGN KEY (file_id) REFERENCES file_contents(file_id)
);

CREATE TABLE file_contents (
    file_id uuid NOT NULL,
    key_id uuid NOT NULL,
    stored_in text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT file_contents_pkey PRIMARY KEY (file_id),
    CONSTRAINT file_contents_stored_in_check CHECK (stored_in = ANY (ARRAY['database'::text, 'folder'::text]))
);

CREATE TABLE files (
    id uuid NOT NULL,
    name bytea NOT NULL,
    content_sha256 bytea NOT NULL,
    size_bytes bigint NOT NULL,
    type text NOT NULL,
    key_id uuid NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT files_pkey PRIMARY KEY (id)
);

CREATE INDEX files_of_person ON files USING btree (created_by, created_at);

CREATE TABLE financing_contract_services (
    id uuid NOT NULL,
    contract_id uuid NOT NULL,
    service_id uuid NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT financing_contract_services_pkey PRIMARY KEY (id),
    CONSTRAINT financing_contract_services_contract_id_service_id_key UNIQUE (contract_id, service_id),
    CONSTRAINT financing_contract_services_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES financing_contracts(id),
    CONSTRAINT financing_contract_services_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

CREATE TABLE financing_contracts (
    id uuid NOT NULL,
    number text NOT NULL,
    term text NOT NULL,
    starts_on date,
    ends_on date,
    project_name text,
    project_number text,
    published boolean NOT NULL,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT financing_contracts_pkey PRIMARY KEY (id),
    CONSTRAINT financing_contracts_number_key UNIQUE (number),
    CONSTRAINT financing_contracts_term_check CHECK (term = ANY (ARRAY['definite'::text, 'indefinite'::text]))
);

CREATE TABLE free_places (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    form_code text NOT NULL,
    unit_code text NOT NULL,
    count bigint NOT NULL,
    as_of date NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    ends_on date,
    CONSTRAINT free_places_pkey PRIMARY KEY (id),
    CONSTRAINT free_places_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT free_places_count_check CHECK (count >= 0)
);

CREATE INDEX free_places_of_service ON free_places USING btree (service_id, as_of);

CREATE TABLE grants (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    team_id uuid,
    districts text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT grants_pkey PRIMARY KEY (id),
    CONSTRAINT grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
    CONSTRAINT grants_scope_check CHECK (scope = ANY (ARRAY['own'::text, 'team'::text, 'organisation'::text, 'area'::text, 'region'::text]))
);

CREATE INDEX grants_of_person ON grants USING btree (person_id);

CREATE TABLE group_members (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    planner_id uuid NOT NULL,
    role text NOT NULL,
    side text NOT NULL,
    stands_in_for_id uuid,
    valid_from date NOT NULL,
    valid_to date,
    end_reason text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT group_members_pkey PRIMARY KEY (id),
    CONSTRAINT group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT group_members_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id),
    CONSTRAINT group_members_stands_in_for_id_fkey FOREIGN KEY (stands_in_for_id) REFERENCES group_members(id),
    CONSTRAINT group_members_check CHECK (valid_to IS NULL OR valid_from <= valid_to),
    CONSTRAINT group_members_role_check CHECK (role = ANY (ARRAY['chair'::text, 'deputy'::text, 'secretary'::text, 'guarantor'::text, 'member'::text, 'guest'::text])),
    CONSTRAINT group_members_side_check CHECK (side = ANY (ARRAY['commissioner'::text, 'provider'::text, 'user'::text, 'public'::text]))
);

CREATE INDEX group_members_of_group ON group_members USING btree (group_id, valid_from);

CREATE INDEX group_members_of_planner ON group_members USING btree (planner_id);

CREATE UNIQUE INDEX group_members_once ON group_members USING btree (group_id, planner_id, valid_from) WHERE valid_to IS NULL OR valid_to > valid_from;

CREATE TABLE group_statutes (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    approved_by text,
    valid_from date NOT NULL,
    valid_to date,
    months_between integer,
    on_demand_months text,
    notice_days integer,
    quorum text,
    voting text,
    minutes_by text,
    minutes_days integer,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT group_statutes_pkey PRIMARY KEY (id),
    CONSTRAINT group_statutes_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT group_statutes_check CHECK (valid_to IS NULL OR valid_from <= valid_to),
    CONSTRAINT group_statutes_kind_check CHECK (kind = ANY (ARRAY['statute'::text, 'rules_of_procedure'::text, 'code_of_ethics'::text, 'charter'::text])),
    CONSTRAINT group_statutes_minutes_by_check CHECK (minutes_by = ANY (ARRAY['next_meeting'::text, 'verifier'::text, 'chair'::text])),
    CONSTRAINT group_statutes_months_between_check CHECK (months_between IS NULL OR months_between >= 1 AND months_between <= 24),
    CONSTRAINT group_statutes_notice_days_check CHECK (notice_days IS NULL OR notice_days >= 0 AND notice_days <= 90),
    CONSTRAINT group_statutes_quorum_check CHECK (quorum = ANY (ARRAY['majority'::text, 'half'::text, 'third'::text, 'two_thirds'::text, 'none'::text])),
    CONSTRAINT group_statutes_voting_check CHECK (voting = ANY (ARRAY['majority_present'::text, 'majority_all'::text, 'two_thirds_present'::text, 'consensus'::text]))
);

CREATE INDEX group_statutes_of_group ON group_statutes USING btree (group_id, valid_from);

CREATE TABLE identity_attempts (
    state_hash bytea NOT NULL,
    browser_hash bytea NOT NULL,
    remote_hash bytea NOT NULL,
    person_id uuid,
    link_hash bytea,
    back text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    retention text NOT NULL,
    CONSTRAINT identity_attempts_pkey PRIMARY KEY (state_hash),
    CONSTRAINT identity_attempts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX identity_attempts_by_end ON identity_attempts USING btree (expires_at);

CREATE INDEX identity_attempts_of_browser ON identity_attempts USING btree (browser_hash);

CREATE INDEX identity_attempts_of_remote ON identity_attempts USING btree (remote_hash);

CREATE TABLE instance_facts (
    name text NOT NULL,
    value text NOT NULL,
    CONSTRAINT instance_facts_pkey PRIMARY KEY (name)
);

CREATE TABLE jobs (
    id uuid NOT NULL,
    kind text NOT NULL,
    input text NOT NULL,
    state text NOT NULL,
    done_steps bigint NOT NULL,
    all_steps bigint NOT NULL,
    checkpoint text NOT NULL,
    result text NOT NULL,
    attempts bigint NOT NULL,
    not_before timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    worker text,
    cancel_asked boolean NOT NULL,
    finished_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT jobs_pkey PRIMARY KEY (id),
    CONSTRAINT jobs_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))
);

CREATE INDEX jobs_waiting ON jobs USING btree (state, not_before);

CREATE TABLE letter_attachments (
    letter_id uuid NOT NULL,
    position bigint NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    bytes bytea NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT letter_attachments_pkey PRIMARY KEY (letter_id, "position"),
    CONSTRAINT letter_attachments_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters(id)
);

CREATE TABLE letters (
    id uuid NOT NULL,
    recipient text NOT NULL,
    recipient_name text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    attempts bigint NOT NULL,
    last_error text,
    next_attempt_at timestamp with time zone NOT NULL,
    trying_until timestamp with time zone,
    give_up_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    emptied_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT letters_pkey PRIMARY KEY (id),
    CONSTRAINT letters_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'held'::text, 'discarded'::text]))
);

CREATE INDEX letters_by_state ON letters USING btree (state, next_attempt_at);

CREATE INDEX letters_by_time ON letters USING btree (created_at);

CREATE TABLE lineage_events (
    id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    day date,
    reason text,
    resolution text,
    new_names text NOT NULL,
    goes_on boolean NOT NULL,
    members_go text NOT NULL,
    save_id uuid,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT lineage_events_pkey PRIMARY KEY (id),
    CONSTRAINT lineage_events_check CHECK (state <> 'done'::text OR day IS NOT NULL),
    CONSTRAINT lineage_events_kind_check CHECK (kind = ANY (ARRAY['split'::text, 'merge'::text, 'end'::text])),
    CONSTRAINT lineage_events_members_go_check CHECK (members_go = ANY (ARRAY['nowhere'::text, 'first'::text, 'all'::text])),
    CONSTRAINT lineage_events_state_check CHECK (state = ANY (ARRAY['discussed'::text, 'done'::text, 'taken_back'::text]))
);

CREATE TABLE lineage_links (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    group_id uuid NOT NULL,
    side text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT lineage_links_pkey PRIMARY KEY (id),
    CONSTRAINT lineage_links_event_id_group_id_side_key UNIQUE (event_id, group_id, side),
    CONSTRAINT lineage_links_event_id_fkey FOREIGN KEY (event_id) REFERENCES lineage_events(id),
    CONSTRAINT lineage_links_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT lineage_links_side_check CHECK (side = ANY (ARRAY['from'::text, 'to'::text]))
);

CREATE INDEX lineage_links_of_group ON lineage_links USING btree (group_id);

CREATE TABLE meeting_convenings (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    kind text NOT NULL,
    sequence bigint NOT NULL,
    told text NOT NULL,
    words text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    letters bigint NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT meeting_convenings_pkey PRIMARY KEY (id),
    CONSTRAINT meeting_convenings_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT meeting_convenings_kind_check CHECK (kind = ANY (ARRAY['request'::text, 'update'::text, 'cancel'::text]))
);

CREATE INDEX meeting_convenings_of ON meeting_convenings USING btree (meeting_id, sequence);

CREATE TABLE meeting_invitations (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    planner_id uuid NOT NULL,
    sent_at timestamp with time zone,
    reply text,
    substitute_name text,
    replied_at timestamp with time zone,
    replied_by text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT meeting_invitations_pkey PRIMARY KEY (id),
    CONSTRAINT meeting_invitations_meeting_id_planner_id_key UNIQUE (meeting_id, planner_id),
    CONSTRAINT meeting_invitations_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT meeting_invitations_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id),
    CONSTRAINT meeting_invitations_check CHECK ((reply = 'substitute'::text) = (substitute_name IS NOT NULL)),
    CONSTRAINT meeting_invitations_replied_by_check CHECK (replied_by = ANY (ARRAY['link'::text, 'account'::text, 'manager'::text])),
    CONSTRAINT meeting_invitations_reply_check CHECK (reply = ANY (ARRAY['comes'::text, 'apologises'::text, 'substitute'::text]))
);

CREATE INDEX meeting_invitations_of_planner ON meeting_invitations USING btree (planner_id);

CREATE TABLE meeting_minutes (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    phase text NOT NULL,
    label_style text NOT NULL,
    recorded_by text,
    recorded_on date,
    recorded_in text,
    verifier_id uuid,
    comments_until date,
    approved_at_id uuid,
    published_at timestamp with time zone,
    content_hash text,
    programme text,
    project_title text,
    project_number text,
    project_term text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT meeting_minutes_pkey PRIMARY KEY (id),
    CONSTRAINT meeting_minutes_meeting_id_key UNIQUE (meeting_id),
    CONSTRAINT meeting_minutes_approved_at_id_fkey FOREIGN KEY (approved_at_id) REFERENCES meetings(id),
    CONSTRAINT meeting_minutes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT meeting_minutes_verifier_id_fkey FOREIGN KEY (verifier_id) REFERENCES planning_people(id),
    CONSTRAINT meeting_minutes_label_style_check CHECK (label_style = ANY (ARRAY['ad'::text, 'slash'::text, 'number'::text, 'none'::text])),
    CONSTRAINT meeting_minutes_phase_check CHECK (phase = ANY (ARRAY['draft'::text, 'comments'::text, 'verified'::text, 'approved'::text, 'published'::text]))
);

CREATE INDEX meeting_minutes_in_phase ON meeting_minutes USING btree (phase, meeting_id);

CREATE TABLE meeting_series (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    name text NOT NULL,
    place text,
    from_minute integer,
    to_minute integer,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT meeting_series_pkey PRIMARY KEY (id),
    CONSTRAINT meeting_series_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT meeting_series_from_minute_check CHECK (from_minute IS NULL OR from_minute >= 0 AND from_minute < 1440),
    CONSTRAINT meeting_series_to_minute_check CHECK (to_minute IS NULL OR to_minute > 0 AND to_minute <= 1440)
);

CREATE INDEX meeting_series_of_group ON meeting_series USING btree (group_id);

CREATE TABLE meetings (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    series_id uuid,
    number integer,
    title text,
    day date NOT NULL,
    from_minute integer,
    to_minute integer,
    place text,
    online_address text,
    state text NOT NULL,
    state_reason text,
    moved_to_id uuid,
    convened_at timestamp with time zone,
    attendance_note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT meetings_pkey PRIMARY KEY (id),
    CONSTRAINT meetings_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT meetings_moved_to_id_fkey FOREIGN KEY (moved_to_id) REFERENCES meetings(id),
    CONSTRAINT meetings_series_id_fkey FOREIGN KEY (series_id) REFERENCES meeting_series(id),
    CONSTRAINT meetings_from_minute_check CHECK (from_minute IS NULL OR from_minute >= 0 AND from_minute < 1440),
    CONSTRAINT meetings_state_check CHECK (state = ANY (ARRAY['planned'::text, 'on_demand'::text, 'convened'::text, 'held'::text, 'cancelled'::text, 'moved'::text])),
    CONSTRAINT meetings_to_minute_check CHECK (to_minute IS NULL OR to_minute > 0 AND to_minute <= 1440)
);

CREATE INDEX meetings_of_group ON meetings USING btree (group_id, day);

CREATE INDEX meetings_of_series ON meetings USING btree (series_id);

CREATE INDEX meetings_on ON meetings USING btree (day);

CREATE TABLE migrations (
    number integer NOT NULL,
    file text NOT NULL,
    checksum text NOT NULL,
    CONSTRAINT migrations_pkey PRIMARY KEY (number)
);

CREATE TABLE milestone_collections (
    id uuid NOT NULL,
    milestone_id uuid NOT NULL,
    collection_id uuid NOT NULL,
    title text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT milestone_collections_pkey PRIMARY KEY (id),
    CONSTRAINT milestone_collections_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES collections(id),
    CONSTRAINT milestone_collections_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES milestones(id)
);

CREATE INDEX milestone_collections_of ON milestone_collections USING btree (milestone_id);

CREATE TABLE milestone_plans (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    title text NOT NULL,
    supplier text,
    supplier_person text,
    speaker text,
    project_title text,
    project_number text,
    project_first date,
    project_last date,
    published boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    dropped boolean DEFAULT false NOT NULL,
    CONSTRAINT milestone_plans_pkey PRIMARY KEY (id),
    CONSTRAINT milestone_plans_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT milestone_plans_check CHECK (project_first IS NULL OR project_last IS NULL OR project_first <= project_last)
);

CREATE INDEX milestone_plans_of_group ON milestone_plans USING btree (group_id);

CREATE TABLE milestone_recipients (
    id uuid NOT NULL,
    asked_by_id uuid NOT NULL,
    recipient_group text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT milestone_recipients_pkey PRIMARY KEY (id),
    CONSTRAINT milestone_recipients_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES milestone_collections(id)
);

CREATE INDEX milestone_recipients_of ON milestone_recipients USING btree (asked_by_id);

CREATE TABLE milestones (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    title text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    precision text NOT NULL,
    state text NOT NULL,
    note text,
    dropped boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT milestones_pkey PRIMARY KEY (id),
    CONSTRAINT milestones_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES milestone_plans(id),
    CONSTRAINT milestones_check CHECK (first_day <= last_day),
    CONSTRAINT milestones_precision_check CHECK ("precision" = ANY (ARRAY['day'::text, 'month'::text])),
    CONSTRAINT milestones_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'under_way'::text, 'done'::text]))
);

CREATE INDEX milestones_of_plan ON milestones USING btree (plan_id, first_day);

CREATE TABLE minutes_comments (
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    part_id uuid,
    author_name text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    reason text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT minutes_comments_pkey PRIMARY KEY (id),
    CONSTRAINT minutes_comments_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES meeting_minutes(id),
    CONSTRAINT minutes_comments_part_id_fkey FOREIGN KEY (part_id) REFERENCES minutes_parts(id),
    CONSTRAINT minutes_comments_check CHECK (state <> 'refused'::text OR reason IS NOT NULL),
    CONSTRAINT minutes_comments_state_check CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text]))
);

CREATE INDEX minutes_comments_of ON minutes_comments USING btree (minutes_id);

CREATE TABLE minutes_letters (
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    planner_id uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT minutes_letters_pkey PRIMARY KEY (id),
    CONSTRAINT minutes_letters_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES meeting_minutes(id),
    CONSTRAINT minutes_letters_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id)
);

CREATE INDEX minutes_letters_of ON minutes_letters USING btree (minutes_id, planner_id);

CREATE TABLE minutes_parts (
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    place_in_order integer NOT NULL,
    agenda_item_id uuid,
    about_group_id uuid,
    label text,
    heading text NOT NULL,
    body text NOT NULL,
    dropped boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT minutes_parts_pkey PRIMARY KEY (id),
    CONSTRAINT minutes_parts_about_group_id_fkey FOREIGN KEY (about_group_id) REFERENCES working_groups(id),
    CONSTRAINT minutes_parts_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id),
    CONSTRAINT minutes_parts_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES meeting_minutes(id)
);

CREATE INDEX minutes_parts_about ON minutes_parts USING btree (about_group_id) WHERE about_group_id IS NOT NULL;

CREATE INDEX minutes_parts_of ON minutes_parts USING btree (minutes_id, place_in_order);

CREATE TABLE minutes_steps (
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    from_phase text NOT NULL,
    to_phase text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    reason text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT minutes_steps_pkey PRIMARY KEY (id),
    CONSTRAINT minutes_steps_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES meeting_minutes(id)
);

CREATE INDEX minutes_steps_of ON minutes_steps USING btree (minutes_id, taken_at);

CREATE TABLE mistake_report_senders (
    sender bytea NOT NULL,
    began_at timestamp with time zone NOT NULL,
    reports bigint NOT NULL,
    CONSTRAINT mistake_report_senders_pkey PRIMARY KEY (sender)
);

CREATE INDEX mistake_report_senders_by_time ON mistake_report_senders USING btree (began_at);

CREATE TABLE mistake_reports (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    message text NOT NULL,
    contact text,
    state text NOT NULL,
    settled_by uuid,
    settled_at timestamp with time zone,
    answer text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT mistake_reports_pkey PRIMARY KEY (id),
    CONSTRAINT mistake_reports_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT mistake_reports_check CHECK ((state = 'new'::text) = (settled_at IS NULL)),
    CONSTRAINT mistake_reports_state_check CHECK (state = ANY (ARRAY['new'::text, 'settled'::text, 'rejected'::text]))
);

CREATE INDEX mistake_reports_by_state ON mistake_reports USING btree (state, created_at);

CREATE TABLE municipal_statements (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    municipality_code text NOT NULL,
    service_id uuid,
    proposal_id uuid,
    verdict text NOT NULL,
    conditions text,
    capacities text NOT NULL,
    given_on date NOT NULL,
    document_number text,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT municipal_statements_pkey PRIMARY KEY (id),
    CONSTRAINT municipal_statements_network_id_fkey FOREIGN KEY (network_id) REFERENCES service_networks(id),
    CONSTRAINT municipal_statements_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES development_proposals(id),
    CONSTRAINT municipal_statements_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT municipal_statements_check CHECK ((service_id IS NULL) <> (proposal_id IS NULL)),
    CONSTRAINT municipal_statements_verdict_check CHECK (verdict = ANY (ARRAY['yes'::text, 'no'::text, 'conditions'::text]))
);

CREATE INDEX municipal_statements_of_network ON municipal_statements USING btree (network_id);

CREATE TABLE municipalities (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    kind text NOT NULL,
    orp_code text NOT NULL,
    pou_code text,
    region_code text NOT NULL,
    latitude double precision,
    longitude double precision,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT municipalities_pkey PRIMARY KEY (id),
    CONSTRAINT municipalities_code_key UNIQUE (code),
    CONSTRAINT municipalities_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code)
);

CREATE INDEX municipalities_of_orp ON municipalities USING btree (orp_code);

CREATE TABLE network_members (
    id uuid NOT NULL,
    membership_id uuid NOT NULL,
    network_id uuid NOT NULL,
    service_id uuid NOT NULL,
    mark_code text,
    capacities text NOT NULL,
    conditions text,
    conditions_until date,
    conditions_met_on date,
    entered_reason text,
    left_reason text,
    resolution text,
    entrustment_number text,
    entrustment_from date,
    entrustment_to date,
    entrustment_body text,
    entrustment_resolution text,
    entrustment_resolved_on date,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT network_members_pkey PRIMARY KEY (id),
    CONSTRAINT network_members_network_id_fkey FOREIGN KEY (network_id) REFERENCES service_networks(id),
    CONSTRAINT network_members_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT network_members_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE UNIQUE INDEX network_members_now ON network_members USING btree (membership_id) WHERE replaced_at IS NULL;

CREATE INDEX network_members_of_service ON network_members USING btree (service_id);

CREATE UNIQUE INDEX network_members_once ON network_members USING btree (network_id, service_id, valid_from) WHERE replaced_at IS NULL;

CREATE TABLE notice_choices (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    way text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT notice_choices_pkey PRIMARY KEY (id),
    CONSTRAINT notice_choices_person_id_kind_key UNIQUE (person_id, kind),
    CONSTRAINT notice_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
    CONSTRAINT notice_choices_way_check CHECK (way = ANY (ARRAY['at_once'::text, 'daily'::text, 'never'::text]))
);

CREATE TABLE notices (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    address text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT notices_pkey PRIMARY KEY (id),
    CONSTRAINT notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
    CONSTRAINT notices_mail_check CHECK (mail = ANY (ARRAY['at_once'::text, 'daily'::text, 'done'::text, 'never'::text]))
);

CREATE INDEX notices_of_person ON notices USING btree (person_id, read_at, happened_at);

CREATE INDEX notices_to_mail ON notices USING btree (mail, person_id);

CREATE TABLE opened_records (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    about_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT opened_records_pkey PRIMARY KEY (id),
    CONSTRAINT opened_records_person_id_kind_about_id_key UNIQUE (person_id, kind, about_id),
    CONSTRAINT opened_records_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
    CONSTRAINT opened_records_kind_check CHECK (kind = ANY (ARRAY['group'::text, 'meeting'::text, 'minutes'::text]))
);

CREATE INDEX opened_records_by_time ON opened_records USING btree (opened_at);

CREATE TABLE opening_times (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    facility_id uuid,
    form_code text,
    days text NOT NULL,
    opens_at bigint,
    closes_at bigint,
    times_a_week bigint,
    by_appointment boolean NOT NULL,
    nonstop boolean NOT NULL,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT opening_times_pkey PRIMARY KEY (id),
    CONSTRAINT opening_times_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES facilities(id),
    CONSTRAINT opening_times_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT opening_times_check CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT opening_times_check1 CHECK ((opens_at IS NULL) = (closes_at IS NULL)),
    CONSTRAINT opening_times_check2 CHECK (opens_at IS NULL OR opens_at >= 0 AND opens_at < closes_at AND closes_at <= 1440)
);

CREATE INDEX opening_times_of_service ON opening_times USING btree (service_id);

CREATE TABLE organisations (
    id uuid NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    kind text NOT NULL,
    ico text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT organisations_pkey PRIMARY KEY (id),
    CONSTRAINT organisations_ico_key UNIQUE (ico),
    CONSTRAINT organisations_kind_check CHECK (kind = ANY (ARRAY['region'::text, 'municipality'::text, 'provider'::text, 'other'::text]))
);

CREATE TABLE paper_texts (
    paper_id uuid NOT NULL,
    body bytea,
    fault text,
    tries bigint NOT NULL,
    read_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT paper_texts_pkey PRIMARY KEY (paper_id),
    CONSTRAINT paper_texts_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES agenda_papers(id),
    CONSTRAINT paper_texts_check CHECK (body IS NULL OR fault IS NULL)
);

CREATE INDEX paper_texts_by_time ON paper_texts USING btree (read_at);

CREATE TABLE people (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    password_hash text,
    disabled_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT people_pkey PRIMARY KEY (id),
    CONSTRAINT people_email_key UNIQUE (email)
);

CREATE TABLE place_confirmers (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    email text,
    every_days bigint,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT place_confirmers_pkey PRIMARY KEY (id),
    CONSTRAINT place_confirmers_service_id_key UNIQUE (service_id),
    CONSTRAINT place_confirmers_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT place_confirmers_every_days_check CHECK (every_days > 0)
);

CREATE TABLE place_requests (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    email text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT place_requests_pkey PRIMARY KEY (id),
    CONSTRAINT place_requests_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT place_requests_answer_check CHECK (answer = ANY (ARRAY['confirmed'::text, 'changed'::text]))
);

CREATE INDEX place_requests_of_service ON place_requests USING btree (service_id, asked_at);

CREATE TABLE planning_contacts (
    id uuid NOT NULL,
    planner_id uuid NOT NULL,
    email text,
    phone text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT planning_contacts_pkey PRIMARY KEY (id),
    CONSTRAINT planning_contacts_planner_id_key UNIQUE (planner_id),
    CONSTRAINT planning_contacts_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id)
);

CREATE TABLE planning_events (
    id uuid NOT NULL,
    slug text NOT NULL,
    group_id uuid,
    kind text NOT NULL,
    title text NOT NULL,
    edition integer,
    edition_of_id uuid,
    first_day date NOT NULL,
    last_day date NOT NULL,
    from_minute integer,
    to_minute integer,
    place text,
    address text,
    municipality_code text,
    latitude double precision,
    longitude double precision,
    organisers text NOT NULL,
    description text,
    web text,
    published boolean NOT NULL,
    state text NOT NULL,
    state_reason text,
    meeting_id uuid,
    source_text text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT planning_events_pkey PRIMARY KEY (id),
    CONSTRAINT planning_events_slug_key UNIQUE (slug),
    CONSTRAINT planning_events_edition_of_id_fkey FOREIGN KEY (edition_of_id) REFERENCES planning_events(id),
    CONSTRAINT planning_events_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT planning_events_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT planning_events_check CHECK (first_day <= last_day),
    CONSTRAINT planning_events_check1 CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CONSTRAINT planning_events_edition_check CHECK (edition IS NULL OR edition >= 1 AND edition <= 999),
    CONSTRAINT planning_events_from_minute_check CHECK (from_minute IS NULL OR from_minute >= 0 AND from_minute < 1440),
    CONSTRAINT planning_events_kind_check CHECK (kind = ANY (ARRAY['seminar'::text, 'round_table'::text, 'open_day'::text, 'collection'::text, 'campaign'::text, 'other'::text])),
    CONSTRAINT planning_events_state_check CHECK (state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])),
    CONSTRAINT planning_events_to_minute_check CHECK (to_minute IS NULL OR to_minute > 0 AND to_minute <= 1440)
);

CREATE INDEX planning_events_editions ON planning_events USING btree (edition_of_id);

CREATE INDEX planning_events_of_group ON planning_events USING btree (group_id, first_day);

CREATE INDEX planning_events_on ON planning_events USING btree (last_day);

CREATE TABLE planning_people (
    id uuid NOT NULL,
    account_id uuid,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    organisation text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT planning_people_pkey PRIMARY KEY (id),
    CONSTRAINT planning_people_account_id_fkey FOREIGN KEY (account_id) REFERENCES people(id)
);

CREATE UNIQUE INDEX planning_people_of_account ON planning_people USING btree (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE populations (
    id uuid NOT NULL,
    municipality_code text NOT NULL,
    as_of date NOT NULL,
    age_from bigint,
    age_to bigint,
    count bigint NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT populations_pkey PRIMARY KEY (id),
    CONSTRAINT populations_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipalities(code),
    CONSTRAINT populations_count_check CHECK (count >= 0)
);

CREATE INDEX populations_of_municipality ON populations USING btree (municipality_code, as_of);

CREATE TABLE premises (
    id uuid NOT NULL,
    name text NOT NULL,
    owner text,
    tenure text,
    meets_norms boolean,
    declared_rooms bigint,
    area_m2 double precision,
    garden_m2 double precision,
    municipality_code text,
    facility_id uuid,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT premises_pkey PRIMARY KEY (id),
    CONSTRAINT premises_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES facilities(id),
    CONSTRAINT premises_tenure_check CHECK (tenure = ANY (ARRAY['owned'::text, 'rented'::text, 'lent'::text]))
);

CREATE TABLE proposal_fields (
    proposal_id uuid NOT NULL,
    round bigint NOT NULL,
    field text NOT NULL,
    old_value text,
    new_value text,
    accepted_value text,
    outcome text NOT NULL,
    CONSTRAINT proposal_fields_pkey PRIMARY KEY (proposal_id, round, field),
    CONSTRAINT proposal_fields_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
    CONSTRAINT proposal_fields_outcome_check CHECK (outcome = ANY (ARRAY['waiting'::text, 'approved'::text, 'corrected'::text, 'refused'::text, 'trusted'::text, 'forgotten'::text]))
);

CREATE TABLE proposals (
    id uuid NOT NULL,
    kind text NOT NULL,
    provider_id uuid NOT NULL,
    record_id uuid,
    title text,
    base_version bigint NOT NULL,
    state text NOT NULL,
    round bigint NOT NULL,
    note text,
    remark text,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT proposals_pkey PRIMARY KEY (id),
    CONSTRAINT proposals_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT proposals_kind_check CHECK (kind = ANY (ARRAY['service'::text, 'new_service'::text, 'provider'::text, 'facility'::text, 'premises'::text])),
    CONSTRAINT proposals_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text]))
);

CREATE INDEX proposals_by_state ON proposals USING btree (state, proposed_at);

CREATE INDEX proposals_of_provider ON proposals USING btree (provider_id, proposed_at);

CREATE INDEX proposals_of_record ON proposals USING btree (record_id);

CREATE TABLE provider_representations (
    id uuid NOT NULL,
    provider_id uuid NOT NULL,
    represented_by uuid NOT NULL,
    ended_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT provider_representations_pkey PRIMARY KEY (id),
    CONSTRAINT provider_representations_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT provider_representations_represented_by_fkey FOREIGN KEY (represented_by) REFERENCES organisations(id)
);

CREATE INDEX provider_representations_by_organisation ON provider_representations USING btree (represented_by);

CREATE UNIQUE INDEX provider_representations_once ON provider_representations USING btree (provider_id, represented_by) WHERE ended_at IS NULL;

CREATE TABLE provider_steps (
    token_hash bytea NOT NULL,
    identity_id uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retention text NOT NULL,
    CONSTRAINT provider_steps_pkey PRIMARY KEY (token_hash),
    CONSTRAINT provider_steps_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES external_identities(id)
);

CREATE TABLE providers (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    short_name text,
    ico text,
    legal_form text,
    parent_id uuid,
    street text,
    postal_code text,
    municipality_code text,
    municipality_name text,
    region_code text,
    description text,
    note text,
    invented boolean NOT NULL,
    verified_on date,
    verified_by text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT providers_pkey PRIMARY KEY (id),
    CONSTRAINT providers_ico_key UNIQUE (ico),
    CONSTRAINT providers_slug_key UNIQUE (slug),
    CONSTRAINT providers_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES providers(id)
);

CREATE INDEX providers_by_name ON providers USING btree (name_sort);

CREATE TABLE published_minutes (
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    body text NOT NULL,
    words text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT published_minutes_pkey PRIMARY KEY (id),
    CONSTRAINT published_minutes_minutes_id_key UNIQUE (minutes_id),
    CONSTRAINT published_minutes_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES meeting_minutes(id)
);

CREATE TABLE recovery_codes (
    code_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (code_hash),
    CONSTRAINT recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX recovery_codes_of_person ON recovery_codes USING btree (person_id);

CREATE TABLE reference_values (
    id uuid NOT NULL,
    type_code text NOT NULL,
    measure text NOT NULL,
    unit text NOT NULL,
    hundredths bigint NOT NULL,
    year bigint NOT NULL,
    source text NOT NULL,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT reference_values_pkey PRIMARY KEY (id)
);

CREATE TABLE refusal_counts (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    reason_code text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    count bigint NOT NULL,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT refusal_counts_pkey PRIMARY KEY (id),
    CONSTRAINT refusal_counts_service_id_reason_code_period_from_period_to_key UNIQUE (service_id, reason_code, period_from, period_to),
    CONSTRAINT refusal_counts_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT refusal_counts_count_check CHECK (count >= 0)
);

CREATE TABLE regions (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT regions_pkey PRIMARY KEY (id),
    CONSTRAINT regions_code_key UNIQUE (code)
);

CREATE TABLE register_days (
    id uuid NOT NULL,
    day date NOT NULL,
    state text NOT NULL,
    source text NOT NULL,
    import_id uuid,
    bytes bigint NOT NULL,
    packed boolean NOT NULL,
    file_hash bytea,
    etag text,
    last_modified text,
    taken_at timestamp with time zone,
    error_key text,
    error_values text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT register_days_pkey PRIMARY KEY (id),
    CONSTRAINT register_days_day_key UNIQUE (day),
    CONSTRAINT register_days_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_imports(id),
    CONSTRAINT register_days_state_check CHECK (state = ANY (ARRAY['reading'::text, 'unchanged'::text, 'differs'::text, 'superseded'::text, 'failed'::text]))
);

CREATE TABLE register_differences (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    position bigint NOT NULL,
    identifier text NOT NULL,
    kind text NOT NULL,
    region_code text,
    orp_codes text NOT NULL,
    type_code text NOT NULL,
    provider_name text NOT NULL,
    before text,
    staged text,
    fields text NOT NULL,
    decided text,
    applied_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT register_differences_pkey PRIMARY KEY (id),
    CONSTRAINT register_differences_import_id_position_key UNIQUE (import_id, "position"),
    CONSTRAINT register_differences_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_imports(id),
    CONSTRAINT register_differences_decided_check CHECK (decided = ANY (ARRAY['accept'::text, 'leave'::text])),
    CONSTRAINT register_differences_kind_check CHECK (kind = ANY (ARRAY['new'::text, 'changed'::text, 'ended'::text, 'vanished'::text, 'suspicious'::text]))
);

CREATE INDEX differences_of_import ON register_differences USING btree (import_id, kind, "position");

CREATE TABLE register_imports (
    id uuid NOT NULL,
    file_name text NOT NULL,
    file_hash bytea,
    bytes bigint NOT NULL,
    region_code text,
    allow_drop boolean NOT NULL,
    state text NOT NULL,
    services bigint NOT NULL,
    facilities bigint NOT NULL,
    services_before bigint NOT NULL,
    facilities_before bigint NOT NULL,
    new_count bigint NOT NULL,
    changed_count bigint NOT NULL,
    ended_count bigint NOT NULL,
    vanished_count bigint NOT NULL,
    suspicious_count bigint NOT NULL,
    unchanged_count bigint NOT NULL,
    drop_percent double precision NOT NULL,
    job_id uuid,
    source_id uuid,
    read_at timestamp with time zone,
    applied_at timestamp with time zone,
    error_key text,
    error_values text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT register_imports_pkey PRIMARY KEY (id),
    CONSTRAINT register_imports_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id),
    CONSTRAINT register_imports_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
    CONSTRAINT register_imports_state_check CHECK (state = ANY (ARRAY['reading'::text, 'ready'::text, 'applying'::text, 'applied'::text, 'failed'::text, 'refused'::text, 'cancelled'::text]))
);

CREATE INDEX register_imports_by_time ON register_imports USING btree (created_at);

CREATE TABLE register_notes (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    position bigint NOT NULL,
    kind text NOT NULL,
    identifier text NOT NULL,
    note_values text NOT NULL,
    times bigint NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT register_notes_pkey PRIMARY KEY (id),
    CONSTRAINT register_notes_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_imports(id)
);

CREATE INDEX notes_of_import ON register_notes USING btree (import_id, "position");

CREATE TABLE register_services (
    id uuid NOT NULL,
    identifier text NOT NULL,
    portal_id bigint,
    fingerprint bytea NOT NULL,
    said text NOT NULL,
    facilities bigint NOT NULL,
    service_id uuid,
    last_import_id uuid NOT NULL,
    gone_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT register_services_pkey PRIMARY KEY (id),
    CONSTRAINT register_services_identifier_key UNIQUE (identifier),
    CONSTRAINT register_services_last_import_id_fkey FOREIGN KEY (last_import_id) REFERENCES register_imports(id),
    CONSTRAINT register_services_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

CREATE TABLE registered_capacities (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    form_code text NOT NULL,
    unit_code text NOT NULL,
    count bigint NOT NULL,
    scope text,
    of_total bigint,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    whole text,
    CONSTRAINT registered_capacities_pkey PRIMARY KEY (id),
    CONSTRAINT registered_capacities_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT registered_capacities_check CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT registered_capacities_count_check CHECK (count >= 0),
    CONSTRAINT registered_capacities_scope_check CHECK (scope = ANY (ARRAY['at_once'::text, 'day'::text, 'year'::text]))
);

CREATE INDEX capacities_of_service ON registered_capacities USING btree (service_id);

CREATE TABLE related_services (
    id uuid NOT NULL,
    slug text NOT NULL,
    provider_id uuid,
    organisation_name text,
    kind_code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    summary text,
    description text,
    opening text,
    municipality_code text,
    for_whom text,
    latitude double precision,
    longitude double precision,
    coverage text NOT NULL,
    invented boolean NOT NULL,
    verified_on date,
    verified_by text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT related_services_pkey PRIMARY KEY (id),
    CONSTRAINT related_services_slug_key UNIQUE (slug),
    CONSTRAINT related_services_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT related_services_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE TABLE role_rules (
    id uuid NOT NULL,
    role text NOT NULL,
    second_factor boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT role_rules_pkey PRIMARY KEY (id),
    CONSTRAINT role_rules_role_key UNIQUE (role)
);

CREATE TABLE rooms (
    id uuid NOT NULL,
    premises_id uuid NOT NULL,
    position bigint NOT NULL,
    name text NOT NULL,
    kind text,
    declared boolean NOT NULL,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT rooms_pkey PRIMARY KEY (id),
    CONSTRAINT rooms_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES premises(id)
);

CREATE INDEX rooms_of_premises ON rooms USING btree (premises_id, "position");

CREATE TABLE saved_reports (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    title text NOT NULL,
    title_sort bytea NOT NULL,
    source text NOT NULL,
    question text NOT NULL,
    shared_with text NOT NULL,
    deleted_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT saved_reports_pkey PRIMARY KEY (id),
    CONSTRAINT saved_reports_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
    CONSTRAINT saved_reports_shared_with_check CHECK (shared_with = ANY (ARRAY['nobody'::text, 'organisation'::text, 'everybody'::text]))
);

CREATE INDEX saved_reports_of_owner ON saved_reports USING btree (owner_id, title_sort);

CREATE INDEX saved_reports_shared ON saved_reports USING btree (shared_with, title_sort);

CREATE TABLE second_factors (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    key_id uuid NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT second_factors_pkey PRIMARY KEY (id),
    CONSTRAINT second_factors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE UNIQUE INDEX second_factors_of_person ON second_factors USING btree (person_id);

CREATE TABLE service_age_bands (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    band_code text NOT NULL,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_age_bands_pkey PRIMARY KEY (id),
    CONSTRAINT service_age_bands_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT service_age_bands_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX age_bands_of_service ON service_age_bands USING btree (service_id);

CREATE TABLE service_facilities (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    facility_id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_facilities_pkey PRIMARY KEY (id),
    CONSTRAINT service_facilities_facility_id_fkey FOREIGN KEY (facility_id) REFERENCES facilities(id),
    CONSTRAINT service_facilities_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT service_facilities_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX facilities_of_service ON service_facilities USING btree (service_id);

CREATE TABLE service_forms (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    form_code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_forms_pkey PRIMARY KEY (id),
    CONSTRAINT service_forms_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT service_forms_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX forms_of_service ON service_forms USING btree (service_id);

CREATE TABLE service_import_mappings (
    id uuid NOT NULL,
    headings_key text NOT NULL,
    mapping text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_import_mappings_pkey PRIMARY KEY (id),
    CONSTRAINT service_import_mappings_headings_key_key UNIQUE (headings_key)
);

CREATE TABLE service_import_problems (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    row_number bigint NOT NULL,
    column_name text NOT NULL,
    cell_value text NOT NULL,
    problem text NOT NULL,
    problem_values text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_import_problems_pkey PRIMARY KEY (id),
    CONSTRAINT service_import_problems_import_id_fkey FOREIGN KEY (import_id) REFERENCES service_imports(id)
);

CREATE INDEX problems_of_service_import ON service_import_problems USING btree (import_id, row_number);

CREATE TABLE service_imports (
    id uuid NOT NULL,
    file_name text NOT NULL,
    sheet text NOT NULL,
    sheets text NOT NULL,
    state text NOT NULL,
    headings text NOT NULL,
    examples text NOT NULL,
    mapping text NOT NULL,
    mapping_from text NOT NULL,
    create_new boolean NOT NULL,
    overwrite boolean NOT NULL,
    all_rows bigint NOT NULL,
    new_rows bigint NOT NULL,
    changed_rows bigint NOT NULL,
    same_rows bigint NOT NULL,
    wrong_rows bigint NOT NULL,
    held_rows bigint NOT NULL,
    preview text NOT NULL,
    job_id uuid,
    source_id uuid,
    read_at timestamp with time zone,
    applied_at timestamp with time zone,
    error_key text,
    error_values text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_imports_pkey PRIMARY KEY (id),
    CONSTRAINT service_imports_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id),
    CONSTRAINT service_imports_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
    CONSTRAINT service_imports_state_check CHECK (state = ANY (ARRAY['opening'::text, 'mapping'::text, 'reading'::text, 'ready'::text, 'applying'::text, 'applied'::text, 'failed'::text, 'cancelled'::text]))
);

CREATE INDEX service_imports_by_time ON service_imports USING btree (created_at);

CREATE TABLE service_networks (
    id uuid NOT NULL,
    slug text NOT NULL,
    kind_code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    municipality_code text,
    approved_on date,
    resolution text,
    resolution_body text,
    published boolean NOT NULL,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_networks_pkey PRIMARY KEY (id),
    CONSTRAINT service_networks_slug_key UNIQUE (slug),
    CONSTRAINT service_networks_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE TABLE service_premises (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    premises_id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_premises_pkey PRIMARY KEY (id),
    CONSTRAINT service_premises_premises_id_fkey FOREIGN KEY (premises_id) REFERENCES premises(id),
    CONSTRAINT service_premises_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT service_premises_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX premises_of_service ON service_premises USING btree (service_id);

CREATE TABLE service_steps (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    position bigint NOT NULL,
    title text NOT NULL,
    explanation text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_steps_pkey PRIMARY KEY (id),
    CONSTRAINT service_steps_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

CREATE INDEX steps_of_service ON service_steps USING btree (service_id, "position");

CREATE TABLE service_target_groups (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    group_code text NOT NULL,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_target_groups_pkey PRIMARY KEY (id),
    CONSTRAINT service_target_groups_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT service_target_groups_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE INDEX target_groups_of_service ON service_target_groups USING btree (service_id);

CREATE TABLE service_texts (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    language text NOT NULL,
    name text,
    summary text,
    description text,
    steps text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT service_texts_pkey PRIMARY KEY (id),
    CONSTRAINT service_texts_service_id_language_key UNIQUE (service_id, language),
    CONSTRAINT service_texts_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
    CONSTRAINT service_texts_language_check CHECK (language = ANY (ARRAY['cs'::text, 'en'::text, 'uk'::text, 'easy'::text]))
);

CREATE TABLE services (
    id uuid NOT NULL,
    slug text NOT NULL,
    provider_id uuid NOT NULL,
    register_identifier text,
    portal_id bigint,
    type_code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    summary text,
    description text,
    eligibility text,
    age_min bigint,
    age_max bigint,
    age_wording text,
    age_max_ambiguous boolean NOT NULL,
    starts_on date,
    starts_on_precision text NOT NULL,
    ends_on date,
    status text NOT NULL,
    status_reason text,
    community_based boolean NOT NULL,
    fees_kind text,
    fees text,
    accessibility text NOT NULL,
    accessibility_note text,
    how_to_apply text,
    project_name text,
    project_number text,
    secret boolean NOT NULL,
    invented boolean NOT NULL,
    sample_fields text,
    verified_on date,
    verified_by text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT services_pkey PRIMARY KEY (id),
    CONSTRAINT services_portal_id_key UNIQUE (portal_id),
    CONSTRAINT services_register_identifier_key UNIQUE (register_identifier),
    CONSTRAINT services_slug_key UNIQUE (slug),
    CONSTRAINT services_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
    CONSTRAINT services_fees_kind_check CHECK (fees_kind = ANY (ARRAY['free'::text, 'partly'::text, 'paid'::text])),
    CONSTRAINT services_starts_on_precision_check CHECK (starts_on_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])),
    CONSTRAINT services_status_check CHECK (status = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text]))
);

CREATE INDEX services_by_name ON services USING btree (name_sort);

CREATE INDEX services_of_provider ON services USING btree (provider_id);

CREATE TABLE sessions (
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT sessions_pkey PRIMARY KEY (token_hash),
    CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX sessions_of_person ON sessions USING btree (person_id);

CREATE TABLE sign_in_attempts (
    subject bytea NOT NULL,
    failures bigint NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (subject)
);

CREATE TABLE sign_in_steps (
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    back text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    failures bigint NOT NULL,
    ended_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT sign_in_steps_pkey PRIMARY KEY (token_hash),
    CONSTRAINT sign_in_steps_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

CREATE INDEX sign_in_steps_of_person ON sign_in_steps USING btree (person_id);

CREATE TABLE slugs (
    id uuid NOT NULL,
    kind text NOT NULL,
    slug text NOT NULL,
    record_id uuid NOT NULL,
    current boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT slugs_pkey PRIMARY KEY (id),
    CONSTRAINT slugs_kind_slug_key UNIQUE (kind, slug)
);

CREATE INDEX slugs_of_record ON slugs USING btree (record_id);

CREATE TABLE sources (
    id uuid NOT NULL,
    label text NOT NULL,
    address text,
    retrieved_at timestamp with time zone NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    kind text DEFAULT 'person'::text NOT NULL,
    CONSTRAINT sources_pkey PRIMARY KEY (id),
    CONSTRAINT sources_origin_check CHECK (kind = ANY (ARRAY['person'::text, 'register'::text, 'document'::text, 'import'::text, 'sample'::text, 'proposal'::text]))
);

CREATE TABLE task_checks (
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    outcome text NOT NULL,
    due_before date,
    due_text_before text,
    new_due_on date,
    note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT task_checks_pkey PRIMARY KEY (id),
    CONSTRAINT task_checks_task_id_meeting_id_key UNIQUE (task_id, meeting_id),
    CONSTRAINT task_checks_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT task_checks_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id),
    CONSTRAINT task_checks_outcome_check CHECK (outcome = ANY (ARRAY['waiting'::text, 'done'::text, 'goes_on'::text, 'dropped'::text]))
);

CREATE INDEX task_checks_of_meeting ON task_checks USING btree (meeting_id);

CREATE INDEX task_checks_waiting ON task_checks USING btree (outcome, meeting_id);

CREATE TABLE task_letter_choices (
    id uuid NOT NULL,
    planner_id uuid NOT NULL,
    wanted boolean NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT task_letter_choices_pkey PRIMARY KEY (id),
    CONSTRAINT task_letter_choices_planner_id_key UNIQUE (planner_id),
    CONSTRAINT task_letter_choices_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id)
);

CREATE TABLE task_letters (
    id uuid NOT NULL,
    planner_id uuid NOT NULL,
    sent_on date NOT NULL,
    answered_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT task_letters_pkey PRIMARY KEY (id),
    CONSTRAINT task_letters_planner_id_sent_on_key UNIQUE (planner_id, sent_on),
    CONSTRAINT task_letters_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id)
);

CREATE TABLE task_notes (
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    author_name text NOT NULL,
    body text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT task_notes_pkey PRIMARY KEY (id),
    CONSTRAINT task_notes_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
);

CREATE INDEX task_notes_of_task ON task_notes USING btree (task_id);

CREATE TABLE task_reminders (
    id uuid NOT NULL,
    letter_id uuid NOT NULL,
    task_id uuid NOT NULL,
    kind text NOT NULL,
    due_on date NOT NULL,
    sent_on date NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT task_reminders_pkey PRIMARY KEY (id),
    CONSTRAINT task_reminders_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES task_letters(id),
    CONSTRAINT task_reminders_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id),
    CONSTRAINT task_reminders_kind_check CHECK (kind = ANY (ARRAY['soon'::text, 'today'::text, 'overdue'::text]))
);

CREATE INDEX task_reminders_of_task ON task_reminders USING btree (task_id, due_on);

CREATE TABLE tasks (
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    meeting_id uuid,
    agenda_item_id uuid,
    decision_id uuid,
    number integer NOT NULL,
    body text NOT NULL,
    source_text text,
    owner_id uuid,
    owner_text text,
    due_on date,
    due_text text,
    state text NOT NULL,
    closed_on date,
    closing_note text,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT tasks_pkey PRIMARY KEY (id),
    CONSTRAINT tasks_group_id_number_key UNIQUE (group_id, number),
    CONSTRAINT tasks_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id),
    CONSTRAINT tasks_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
    CONSTRAINT tasks_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id),
    CONSTRAINT tasks_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT tasks_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES planning_people(id),
    CONSTRAINT tasks_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))
);

CREATE INDEX tasks_due ON tasks USING btree (state, due_on);

CREATE INDEX tasks_of_decision ON tasks USING btree (decision_id);

CREATE INDEX tasks_of_group ON tasks USING btree (group_id, state, due_on);

CREATE INDEX tasks_of_meeting ON tasks USING btree (meeting_id);

CREATE INDEX tasks_of_owner ON tasks USING btree (owner_id, state);

CREATE INDEX tasks_open ON tasks USING btree (state, group_id, due_on);

CREATE TABLE trusted_fields (
    id uuid NOT NULL,
    kind text NOT NULL,
    field text NOT NULL,
    ended_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT trusted_fields_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX trusted_fields_once ON trusted_fields USING btree (kind, field) WHERE ended_at IS NULL;

CREATE TABLE type_forms (
    id uuid NOT NULL,
    type_code text NOT NULL,
    form_code text NOT NULL,
    allowed boolean NOT NULL,
    certainty text NOT NULL,
    law text,
    note text,
    valid_from date NOT NULL,
    valid_to date,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT type_forms_pkey PRIMARY KEY (id),
    CONSTRAINT type_forms_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE UNIQUE INDEX type_forms_now ON type_forms USING btree (type_code, form_code, valid_from) WHERE replaced_at IS NULL;

CREATE TABLE verbatims (
    id uuid NOT NULL,
    record_id uuid NOT NULL,
    field text NOT NULL,
    wording text NOT NULL,
    source_id uuid NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT verbatims_pkey PRIMARY KEY (id),
    CONSTRAINT verbatims_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
);

CREATE INDEX verbatims_of_record ON verbatims USING btree (record_id, field);

CREATE TABLE vote_counts (
    vote_id uuid NOT NULL,
    votes_for bigint NOT NULL,
    votes_against bigint NOT NULL,
    abstained bigint NOT NULL,
    CONSTRAINT vote_counts_pkey PRIMARY KEY (vote_id),
    CONSTRAINT vote_counts_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id)
);

CREATE TABLE vote_hands (
    id uuid NOT NULL,
    vote_id uuid NOT NULL,
    planner_id uuid NOT NULL,
    choice text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT vote_hands_pkey PRIMARY KEY (id),
    CONSTRAINT vote_hands_vote_id_planner_id_key UNIQUE (vote_id, planner_id),
    CONSTRAINT vote_hands_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id),
    CONSTRAINT vote_hands_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id),
    CONSTRAINT vote_hands_choice_check CHECK (choice = ANY (ARRAY['for'::text, 'against'::text, 'abstains'::text]))
);

CREATE TABLE vote_turnout (
    vote_id uuid NOT NULL,
    planner_id uuid NOT NULL,
    CONSTRAINT vote_turnout_pkey PRIMARY KEY (vote_id, planner_id),
    CONSTRAINT vote_turnout_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planning_people(id),
    CONSTRAINT vote_turnout_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id)
);

CREATE TABLE votes (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    agenda_item_id uuid,
    question text NOT NULL,
    secret boolean NOT NULL,
    cast_by text NOT NULL,
    state text NOT NULL,
    votes_for bigint,
    votes_against bigint,
    abstained bigint,
    voters bigint,
    present bigint,
    needed bigint,
    rule text,
    passed boolean,
    closed_at timestamp with time zone,
    decision_id uuid,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT votes_pkey PRIMARY KEY (id),
    CONSTRAINT votes_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id),
    CONSTRAINT votes_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
    CONSTRAINT votes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
    CONSTRAINT votes_cast_by_check CHECK (cast_by = ANY (ARRAY['recorder'::text, 'members'::text])),
    CONSTRAINT votes_check CHECK ((state = 'closed'::text) = (passed IS NOT NULL)),
    CONSTRAINT votes_state_check CHECK (state = ANY (ARRAY['open'::text, 'closed'::text, 'withdrawn'::text]))
);

CREATE INDEX votes_of_meeting ON votes USING btree (meeting_id);

CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    event_id uuid NOT NULL,
    state text NOT NULL,
    attempts bigint NOT NULL,
    last_error text,
    next_attempt_at timestamp with time zone NOT NULL,
    trying_until timestamp with time zone,
    give_up_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id),
    CONSTRAINT webhook_deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES webhook_events(id),
    CONSTRAINT webhook_deliveries_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES webhook_subscriptions(id),
    CONSTRAINT webhook_deliveries_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given_up'::text]))
);

CREATE INDEX webhook_deliveries_due ON webhook_deliveries USING btree (state, next_attempt_at);

CREATE INDEX webhook_deliveries_of ON webhook_deliveries USING btree (subscription_id, made_at);

CREATE INDEX webhook_deliveries_of_event ON webhook_deliveries USING btree (event_id);

CREATE TABLE webhook_events (
    id uuid NOT NULL,
    kind text NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    record_id uuid,
    body text NOT NULL,
    organisation_id uuid NOT NULL,
    retention text NOT NULL,
    CONSTRAINT webhook_events_pkey PRIMARY KEY (id)
);

CREATE INDEX webhook_events_by_time ON webhook_events USING btree (happened_at);

CREATE TABLE webhook_records (
    kind text NOT NULL,
    record_id uuid NOT NULL,
    digest bytea NOT NULL,
    path text NOT NULL,
    api_path text NOT NULL,
    CONSTRAINT webhook_records_pkey PRIMARY KEY (kind, record_id)
);

CREATE TABLE webhook_subscriptions (
    id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    kinds text NOT NULL,
    key_id uuid NOT NULL,
    secret bytea NOT NULL,
    given_up_in_a_row bigint NOT NULL,
    away_in_a_row bigint NOT NULL,
    resting_until timestamp with time zone,
    paused_at timestamp with time zone,
    paused_because text,
    ended_at timestamp with time zone,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT webhook_subscriptions_pkey PRIMARY KEY (id),
    CONSTRAINT webhook_subscriptions_paused_because_check CHECK (paused_because = ANY (ARRAY['person'::text, 'failing'::text]))
);

CREATE TABLE webhook_watches (
    code text NOT NULL,
    stamp text NOT NULL,
    ready boolean NOT NULL,
    CONSTRAINT webhook_watches_pkey PRIMARY KEY (code)
);

CREATE TABLE working_groups (
    id uuid NOT NULL,
    slug text NOT NULL,
    kind_code text NOT NULL,
    name text NOT NULL,
    name_sort bytea NOT NULL,
    short_name text,
    aliases text NOT NULL,
    parent_id uuid,
    territory text,
    target_group_code text,
    lead_text text,
    founded_on date,
    founded_by text,
    ended_on date,
    published boolean NOT NULL,
    names_shown text NOT NULL,
    organisation_id uuid,
    retention text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT working_groups_pkey PRIMARY KEY (id),
    CONSTRAINT working_groups_slug_key UNIQUE (slug),
    CONSTRAINT working_groups_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES working_groups(id),
    CONSTRAINT working_groups_check CHECK (ended_on IS NULL OR founded_on IS NULL OR founded_on <= ended_on),
    CONSTRAINT working_groups_names_shown_check CHECK (names_shown = ANY (ARRAY['nobody'::text, 'leaders'::text, 'members'::text]))
);

CREATE INDEX working_groups_under ON working_groups USING btree (parent_id);
