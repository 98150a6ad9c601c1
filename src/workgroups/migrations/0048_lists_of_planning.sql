-- Lists over all groups read what they count out of an index alone.
CREATE INDEX decisions_listed ON decisions (group_id, decided_on, state, meeting_id);
CREATE INDEX tasks_open ON tasks (state, group_id, due_on);
CREATE INDEX task_checks_waiting ON task_checks (outcome, meeting_id);
CREATE INDEX meeting_minutes_in_phase ON meeting_minutes (phase, meeting_id);
