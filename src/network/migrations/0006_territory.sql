-- Regions of the country.
CREATE TABLE regions (
    id {id},
    code TEXT NOT NULL UNIQUE,             -- NUTS 3: CZ051
    name {text_cs},                        -- Liberecký kraj
    {record}
);

-- Districts of municipalities with extended powers (orp) and of authorised municipal offices (pou).
CREATE TABLE districts (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('orp', 'pou')),
    code TEXT NOT NULL,                    -- of the statistical office: 5104
    name {text_cs},                        -- Jilemnice
    short_name TEXT NOT NULL,              -- for maps and small screens
    region_code TEXT NOT NULL REFERENCES regions (code),
    orp_code TEXT,                         -- for pou: the orp around it
    seat_code TEXT,                        -- the municipality with the office
    hex_column {int},                      -- place in the schematic map
    hex_row {int},
    {record},
    UNIQUE (kind, code)
);

-- Municipalities with the districts they belong to.
CREATE TABLE municipalities (
    id {id},
    code TEXT NOT NULL UNIQUE,             -- LAU 2, the same in the register of addresses: 577197
    name {text_cs},
    kind TEXT NOT NULL,                    -- I plain, II authorised office, III extended powers, V military area
    orp_code TEXT NOT NULL,
    pou_code TEXT,
    region_code TEXT NOT NULL REFERENCES regions (code),
    latitude {real},                       -- WGS 84, degrees
    longitude {real},
    {record}
);
CREATE INDEX municipalities_of_orp ON municipalities (orp_code);

-- How many people live in a municipality, all or of some ages, at a day.
CREATE TABLE populations (
    id {id},
    municipality_code TEXT NOT NULL REFERENCES municipalities (code),
    as_of {date} NOT NULL,                 -- 1 January for counts at the end of the year before
    age_from {int},                        -- completed years, both ends belong to the group; nothing: no limit
    age_to {int},
    count {int} NOT NULL CHECK (count >= 0),
    {record}
);
CREATE INDEX populations_of_municipality ON populations (municipality_code, as_of);

-- Areas that people here speak of and that no office drew: micro-regions, catchments.
CREATE TABLE areas (
    id {id},
    code TEXT NOT NULL UNIQUE,             -- readable: rokytnicko
    name {text_cs},
    kind TEXT NOT NULL,                    -- mikroregion, spádová oblast…
    note TEXT,
    {record}
);

-- Which municipalities an area has, and since when.
CREATE TABLE area_municipalities (
    id {id},
    area_id {ref} NOT NULL REFERENCES areas,
    municipality_code TEXT NOT NULL REFERENCES municipalities (code),
    {valid},
    {record}
);
CREATE INDEX municipalities_of_area ON area_municipalities (area_id);

-- The line around a municipality, district or region.
CREATE TABLE boundaries (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('municipality', 'pou', 'orp', 'region')),
    code TEXT NOT NULL,
    polygons {json} NOT NULL,              -- coordinates of a GeoJSON MultiPolygon, longitude before latitude
    {record},
    UNIQUE (kind, code)
);
