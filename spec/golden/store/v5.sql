-- A store as version 4 wrote it. Every later version has to read it; v4.json says what must be found in it.
PRAGMA application_id = 1346457172;
PRAGMA user_version = 5;

CREATE TABLE source (
  ordinal INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  terms TEXT NOT NULL
) STRICT;
INSERT INTO source VALUES (1, 'city', '{"name":"city","attribution":"City Data","licence":"CC0-1.0"}');

CREATE TABLE location (
  ordinal INTEGER PRIMARY KEY,
  content_id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  country_code TEXT NOT NULL,
  party_id TEXT NOT NULL,
  id TEXT NOT NULL,
  notices TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
INSERT INTO location VALUES (1, 'pan0-HOGiV0xv2Fq_Xo1Snih14w', 'city', 'NL', 'ABC', 'MARKT', '[{"code":"missing_id","path":"/evses/0"}]', '{"location":{"country_code":"NL","party_id":"ABC","id":"MARKT","publish":true,"name":"Markt ''t Hof","address":"Markt 1","city":"Delft","country":"NLD","coordinates":{"latitude":"52.0116","longitude":"4.3571"},"evses":[{"uid":"E1","connectors":[{"id":"1","standard":"IEC_62196_T2","max_electric_power":22000,"last_updated":"2026-03-10T00:00:00.000Z"},{"id":"2","standard":"IEC_62196_T2","max_electric_power":11000,"last_updated":"2026-03-10T00:00:00.000Z"}]},{"uid":"E2","connectors":[{"id":"1","standard":"IEC_62196_T2","max_electric_power":22000,"last_updated":"2026-03-10T00:00:00.000Z"}]}],"time_zone":"Europe/Amsterdam","last_updated":"2026-03-10T00:00:00.000Z"},"extension":{}}');
INSERT INTO location VALUES (2, 'pan0-VShBrmqcVz_ZI2Xn7-Sf2A', 'city', 'NL', 'ABC', 'PLEIN', '[]', '{"location":{"country_code":"NL","party_id":"ABC","id":"PLEIN","publish":true,"name":"Market","address":"Markt 1","city":"Delft","country":"NLD","coordinates":{"latitude":"52.0116","longitude":"4.3571"},"evses":[],"time_zone":"Europe/Amsterdam","last_updated":"2026-03-10T00:00:00.000Z"},"extension":{}}');

CREATE INDEX location_by_source ON location (source, ordinal, content_id);

CREATE TABLE live (
  ordinal INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  last_updated TEXT NOT NULL,
  removed_at TEXT,
  removal_reason TEXT,
  evses INTEGER NOT NULL,
  statuses TEXT NOT NULL,
  returned_at TEXT
) STRICT;
INSERT INTO live VALUES (1, 7, '2026-03-10T01:01:00.000Z', '2026-03-10T00:00:00.000Z', NULL, NULL, 1, '[["E1","CHARGING","2026-03-10T00:30:00.000Z","2026-03-10T01:01:00.000Z"],["E2","REMOVED","2026-03-10T00:03:00.000Z","2026-03-10T01:00:00.000Z"]]', '2026-03-10T00:20:00.000Z');
INSERT INTO live VALUES (2, 8, '2026-03-10T00:40:00.000Z', '2026-03-10T00:00:00.000Z', '2026-03-10T00:40:00.000Z', 'not seen in 3 full pulls', 0, '[]', NULL);

CREATE TABLE tariff (
  ordinal INTEGER PRIMARY KEY,
  canonical_key TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  country_code TEXT NOT NULL,
  party_id TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  last_updated TEXT NOT NULL,
  notices TEXT NOT NULL,
  document TEXT NOT NULL
, removed_at TEXT, removal_reason TEXT) STRICT;
INSERT INTO tariff VALUES (1, 'citynlabcday', 'city', 'NL', 'ABC', 'DAY', 2, '2026-03-10T00:00:00.000Z', '[]', '{"tariff":{"country_code":"NL","party_id":"ABC","id":"DAY","currency":"EUR","elements":[{"price_components":[{"type":"ENERGY","price":0.4,"step_size":1}]}],"tax_included":"NO","last_updated":"2026-03-10T00:00:00.000Z"},"extension":{}}', NULL, NULL);
INSERT INTO tariff VALUES (2, 'citynlabcgone', 'city', 'NL', 'ABC', 'GONE', 4, '2026-03-10T00:00:00.000Z', '[]', '{"tariff":{"country_code":"NL","party_id":"ABC","id":"GONE","currency":"EUR","elements":[{"price_components":[{"type":"ENERGY","price":0.2,"step_size":1}]}],"tax_included":"NO","last_updated":"2026-03-10T00:00:00.000Z"},"extension":{}}', '2026-03-10T00:09:00.000Z', 'DELETE');

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  detail TEXT
) STRICT;
INSERT INTO log VALUES (5, 'location', 1, NULL);
INSERT INTO log VALUES (6, 'location', 2, NULL);
INSERT INTO log VALUES (7, 'status', 1, '["E1","CHARGING","2026-03-10T00:30:00.000Z","2026-03-10T01:01:00.000Z"]');
INSERT INTO log VALUES (8, 'removal', 2, NULL);

CREATE TABLE quarantine (
  ordinal INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  id TEXT,
  raw TEXT NOT NULL,
  notices TEXT NOT NULL,
  received_at TEXT NOT NULL, resolved_at TEXT,
  UNIQUE (source, raw_hash)
) STRICT;
INSERT INTO quarantine VALUES (1, 'city', 'e8e22146bb1e177893774b144db10ad056950ec7d087b56a905cb36769889c04', 'unknown', 'X', '{"id": "X"', '[{"code":"bad_json","path":"","parameters":{"problem":"cut"}}]', '2026-03-10T01:00:00.000Z', NULL);
INSERT INTO quarantine VALUES (2, 'city', '8e3690fa00f30938b6bf221b107ed6cd0a23afeac2aaf278140a3b5d8b5911ca', 'location', 'MARKT', '{"id":"MARKT","last_updated":"2026-03-09T00:00:00Z"}', '[{"code":"position_missing","path":"/coordinates"}]', '2026-03-10T00:50:00.000Z', '2026-03-10T01:00:00.000Z');
CREATE INDEX quarantine_open ON quarantine (source, object_kind, id COLLATE NOCASE)
  WHERE resolved_at IS NULL AND id IS NOT NULL;
CREATE INDEX quarantine_resolved ON quarantine (resolved_at) WHERE resolved_at IS NOT NULL;

CREATE TABLE kept_count (
  source TEXT NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (source, what)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_count VALUES ('city', 'locations', 1);
INSERT INTO kept_count VALUES ('city', 'evses', 1);
INSERT INTO kept_count VALUES ('city', 'removed', 1);
INSERT INTO kept_count VALUES ('city', 'tariffs', 1);
INSERT INTO kept_count VALUES ('city', 'quarantined', 1);
INSERT INTO kept_count VALUES ('city', 'quarantined: bad_json', 1);
INSERT INTO kept_count VALUES ('city', 'quarantined: position_missing', 0);

CREATE TABLE log_time (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;
INSERT INTO log_time VALUES (4, '2026-03-10T00:59:00.000Z');
INSERT INTO log_time VALUES (8, '2026-03-10T01:02:00.000Z');
