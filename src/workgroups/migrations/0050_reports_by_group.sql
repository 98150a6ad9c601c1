-- What minutes say of a group is found without reading all of them.
CREATE INDEX minutes_parts_about ON minutes_parts (about_group_id);
