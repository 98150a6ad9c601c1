-- Why a proposal for the agenda is not to be talked about: for who made it, and for those who sit in the group.
ALTER TABLE agenda_items ADD COLUMN refusal TEXT;
