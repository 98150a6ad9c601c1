-- What came into being by a document and was taken back with it: it counts nowhere, and stays for the history.
ALTER TABLE attendance ADD COLUMN withdrawn {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE milestone_plans ADD COLUMN dropped {bool} NOT NULL DEFAULT FALSE;
