-- What became of a task at a meeting that came back to it: its way through meetings.
CREATE TABLE task_checks (
    id {id},
    task_id {ref} NOT NULL REFERENCES tasks,
    meeting_id {ref} NOT NULL REFERENCES meetings,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'done', 'goes_on', 'dropped')),
    due_before {date},                     -- until when it was due when the meeting began
    due_text_before TEXT,
    new_due_on {date},
    note TEXT,
    {record},
    UNIQUE (task_id, meeting_id)
);
CREATE INDEX task_checks_of_meeting ON task_checks (meeting_id);

-- What somebody wrote to a task on its way.
CREATE TABLE task_notes (
    id {id},
    task_id {ref} NOT NULL REFERENCES tasks,
    author_name TEXT NOT NULL,             -- as it was then; who has no account writes from a letter
    body TEXT NOT NULL,
    {record}
);
CREATE INDEX task_notes_of_task ON task_notes (task_id);

-- Letters that remind of tasks: one person gets at most one a day.
CREATE TABLE task_letters (
    id {id},
    planner_id {ref} NOT NULL REFERENCES planning_people,
    sent_on {date} NOT NULL,
    answered_at {instant},
    {record},
    UNIQUE (planner_id, sent_on)
);

-- Why the letter went: which task, on account of which day due.
CREATE TABLE task_reminders (
    id {id},
    letter_id {ref} NOT NULL REFERENCES task_letters,
    task_id {ref} NOT NULL REFERENCES tasks,
    kind TEXT NOT NULL CHECK (kind IN ('soon', 'today', 'overdue')),
    due_on {date} NOT NULL,
    sent_on {date} NOT NULL,
    {record}
);
CREATE INDEX task_reminders_of_task ON task_reminders (task_id, due_on);

-- Who has no account says in the letter itself that they want none of them.
CREATE TABLE task_letter_choices (
    id {id},
    planner_id {ref} NOT NULL UNIQUE REFERENCES planning_people,
    wanted {bool} NOT NULL,
    {record}
);

CREATE INDEX decisions_on ON decisions (decided_on);
CREATE INDEX tasks_of_decision ON tasks (decision_id);
CREATE INDEX tasks_of_group ON tasks (group_id, state, due_on);
