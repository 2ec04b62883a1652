-- A store as version 1 wrote it. Every later version has to read it; v1.json says what must be found in it.
PRAGMA application_id = 1346457172;
PRAGMA user_version = 1;

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

CREATE TABLE live (
  ordinal INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  last_updated TEXT NOT NULL,
  removed_at TEXT,
  removal_reason TEXT,
  evses INTEGER NOT NULL,
  statuses TEXT NOT NULL
) STRICT;
INSERT INTO live VALUES (1, 5, '2026-03-10T01:01:00.000Z', '2026-03-10T00:00:00.000Z', NULL, NULL, 1, '[["E1","CHARGING","2026-03-10T00:30:00.000Z","2026-03-10T01:01:00.000Z"],["E2","REMOVED","2026-03-10T00:03:00.000Z","2026-03-10T01:00:00.000Z"]]');
INSERT INTO live VALUES (2, 6, '2026-03-10T00:40:00.000Z', '2026-03-10T00:00:00.000Z', '2026-03-10T00:40:00.000Z', 'not seen in 3 full pulls', 0, '[]');

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
) STRICT;
INSERT INTO tariff VALUES (1, 'citynlabcday', 'city', 'NL', 'ABC', 'DAY', 2, '2026-03-10T00:00:00.000Z', '[]', '{"tariff":{"country_code":"NL","party_id":"ABC","id":"DAY","currency":"EUR","elements":[{"price_components":[{"type":"ENERGY","price":0.4,"step_size":1}]}],"tax_included":"NO","last_updated":"2026-03-10T00:00:00.000Z"},"extension":{}}');

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  detail TEXT
) STRICT;
INSERT INTO log VALUES (1, 'source', 1, NULL);
INSERT INTO log VALUES (2, 'tariff', 1, NULL);
INSERT INTO log VALUES (3, 'location', 1, NULL);
INSERT INTO log VALUES (4, 'location', 2, NULL);
INSERT INTO log VALUES (5, 'status', 1, '["E1","CHARGING","2026-03-10T00:30:00.000Z","2026-03-10T01:01:00.000Z"]');
INSERT INTO log VALUES (6, 'removal', 2, NULL);

CREATE TABLE quarantine (
  ordinal INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  id TEXT,
  raw TEXT NOT NULL,
  notices TEXT NOT NULL,
  received_at TEXT NOT NULL,
  UNIQUE (source, raw_hash)
) STRICT;
INSERT INTO quarantine VALUES (1, 'city', 'e8e22146bb1e177893774b144db10ad056950ec7d087b56a905cb36769889c04', 'unknown', 'X', '{"id": "X"', '[{"code":"bad_json","path":"","parameters":{"problem":"cut"}}]', '2026-03-10T01:00:00.000Z');
