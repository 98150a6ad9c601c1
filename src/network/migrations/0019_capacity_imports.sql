-- Tables of capacities that somebody handed over: what was found in each, and what became of it.
CREATE TABLE capacity_imports (
    id {id},
    file_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reading', 'ready', 'applying', 'applied', 'failed', 'cancelled')),
    all_rows {int} NOT NULL,
    new_rows {int} NOT NULL,               -- numbers of which we held nothing for those days
    changed_rows {int} NOT NULL,
    same_rows {int} NOT NULL,
    wrong_rows {int} NOT NULL,
    job_id {ref} REFERENCES jobs,          -- the one that reads or applies
    source_id {ref} REFERENCES sources,    -- of what applying changes
    read_at {instant},
    applied_at {instant},
    error_key TEXT,                        -- why nothing was read: a text key and its values
    error_values TEXT,                     -- a JSON list of texts
    {record}
);
CREATE INDEX capacity_imports_by_time ON capacity_imports (created_at);

-- What is wrong with single rows of such a table; the first of them.
CREATE TABLE capacity_import_problems (
    id {id},
    import_id {ref} NOT NULL REFERENCES capacity_imports,
    row_number {int} NOT NULL,             -- as a spreadsheet counts them, the header is 1
    column_name TEXT NOT NULL,
    problem TEXT NOT NULL,                 -- capacity_import.problem.PROBLEM
    problem_values TEXT NOT NULL,          -- a JSON list of texts
    {record}
);
CREATE INDEX problems_of_capacity_import ON capacity_import_problems (import_id, row_number);
