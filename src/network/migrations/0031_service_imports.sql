-- Tables of services that somebody handed over: how their columns were understood, what was found, what became of it.
CREATE TABLE service_imports (
    id {id},
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,                   -- of a workbook; empty: its first one
    sheets TEXT NOT NULL,                  -- a JSON list of their names
    state TEXT NOT NULL CHECK (state IN ('opening', 'mapping', 'reading', 'ready', 'applying', 'applied', 'failed', 'cancelled')),
    headings TEXT NOT NULL,                -- a JSON list of the table's headings
    examples TEXT NOT NULL,                -- a JSON list of the first value of each column
    mapping TEXT NOT NULL,                 -- a JSON list: the field of each column, empty where it is not taken
    mapping_from TEXT NOT NULL,            -- learned, guessed, person
    create_new {bool} NOT NULL,            -- services that we do not know are founded
    overwrite {bool} NOT NULL,             -- values that a person wrote here give way too
    all_rows {int} NOT NULL,
    new_rows {int} NOT NULL,               -- services that we do not know
    changed_rows {int} NOT NULL,
    same_rows {int} NOT NULL,
    wrong_rows {int} NOT NULL,
    held_rows {int} NOT NULL,              -- where a person's value was kept
    preview TEXT NOT NULL,                 -- a JSON list of the first rows as they were understood
    job_id {ref} REFERENCES jobs,          -- the one that reads or applies
    source_id {ref} REFERENCES sources,    -- of what applying changes
    read_at {instant},
    applied_at {instant},
    error_key TEXT,                        -- why nothing was read: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    {record}
);
CREATE INDEX service_imports_by_time ON service_imports (created_at);

-- What is wrong with single rows of such a table; the first of them.
CREATE TABLE service_import_problems (
    id {id},
    import_id {ref} NOT NULL REFERENCES service_imports,
    row_number {int} NOT NULL,             -- as a spreadsheet counts them, the header is 1
    column_name TEXT NOT NULL,
    cell_value TEXT NOT NULL,
    problem TEXT NOT NULL,                 -- service_import.problem.PROBLEM
    problem_values TEXT NOT NULL,          -- a JSON list of texts
    {record}
);
CREATE INDEX problems_of_service_import ON service_import_problems (import_id, row_number);

-- How a person said that tables with these headings are to be understood.
CREATE TABLE service_import_mappings (
    id {id},
    headings_key TEXT NOT NULL UNIQUE,     -- hash of the headings in small plain letters, in order of the alphabet
    mapping TEXT NOT NULL,                 -- a JSON list: heading, field, heading, field…
    {record}
);
