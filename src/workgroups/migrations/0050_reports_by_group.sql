-- What minutes say of a group is found without reading all of them.  Most parts are about no group: an index over
-- these, too, would look to SQLite as if it told nothing apart.
CREATE INDEX minutes_parts_about ON minutes_parts (about_group_id) WHERE about_group_id IS NOT NULL;
