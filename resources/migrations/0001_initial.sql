-- Rows carry UUIDv7 ids made where the row is born. Dates are ISO text. Every table except
-- `operations`, `changes` and `write_context` is recorded cell by cell (see src/main/db/recording.ts).

CREATE TABLE operations (
  id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  origin TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  undoes TEXT REFERENCES operations (id)
) STRICT;

-- column_name is '' when a whole row is born (after = its JSON) or removed (before = its JSON).
CREATE TABLE changes (
  sequence INTEGER PRIMARY KEY,
  operation_id TEXT NOT NULL REFERENCES operations (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  before ANY,
  after ANY
) STRICT;
CREATE INDEX changes_by_operation ON changes (operation_id);
CREATE INDEX changes_by_row ON changes (table_name, row_id);

-- The operation under way; empty outside a transaction, so that a write outside one is refused.
CREATE TABLE write_context (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  operation_id TEXT REFERENCES operations (id)
) STRICT;
INSERT INTO write_context (only_row, operation_id) VALUES (1, NULL);

CREATE TABLE settings (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE unit_types (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  group_title TEXT NOT NULL,
  level TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE units (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  type_id TEXT NOT NULL REFERENCES unit_types (id),
  parent_id TEXT REFERENCES units (id),
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  note TEXT,
  CHECK (parent_id IS NULL OR parent_id <> id),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX units_by_parent ON units (parent_id);
CREATE INDEX units_by_name ON units (name_folded);

CREATE TABLE unit_aliases (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id),
  alias TEXT NOT NULL,
  alias_folded TEXT NOT NULL,
  UNIQUE (unit_id, alias_folded)
) STRICT;
CREATE INDEX unit_aliases_by_alias ON unit_aliases (alias_folded);

CREATE TABLE unit_relations (
  id TEXT PRIMARY KEY,
  from_unit_id TEXT NOT NULL REFERENCES units (id),
  to_unit_id TEXT REFERENCES units (id),
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'transfer', 'rename', 'end')),
  on_date TEXT NOT NULL,
  decision TEXT,
  note TEXT
) STRICT;
CREATE INDEX unit_relations_by_from ON unit_relations (from_unit_id);
CREATE INDEX unit_relations_by_to ON unit_relations (to_unit_id);

CREATE TABLE indicators (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  unit_label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('flow', 'loss', 'net', 'stock', 'ratio')),
  -- How it is computed, as JSON; its shape belongs to the kind (domain/indicators).
  formula TEXT,
  parent_id TEXT REFERENCES indicators (id),
  -- Which part of the parent it counts ("trong đó"), as JSON.
  cut TEXT,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE assigners (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]',
  sort_order INTEGER NOT NULL
) STRICT;

CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('term', 'year', 'campaign', 'phase')),
  name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  parent_id TEXT REFERENCES plans (id),
  owner_unit_id TEXT REFERENCES units (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'consulting', 'issued', 'closed')),
  note TEXT,
  CHECK (from_date <= to_date)
) STRICT;

CREATE TABLE targets (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  indicator_id TEXT NOT NULL REFERENCES indicators (id),
  assigner_id TEXT NOT NULL REFERENCES assigners (id),
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'striving', 'registered', 'pledged')),
  basis TEXT NOT NULL CHECK (basis IN ('increment', 'cumulative')),
  -- NULL: a target is known to exist but its number was not given.
  value REAL,
  version INTEGER NOT NULL DEFAULT 1,
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  decision TEXT,
  note TEXT,
  UNIQUE (plan_id, unit_id, indicator_id, assigner_id, kind, version)
) STRICT;
CREATE INDEX targets_by_unit ON targets (unit_id);

CREATE TABLE allocations (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  indicator_id TEXT NOT NULL REFERENCES indicators (id),
  assigner_id TEXT NOT NULL REFERENCES assigners (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  total REAL NOT NULL,
  weights TEXT NOT NULL,
  -- Weights, locks, floors, caps and fractions of every unit, as JSON: "vì sao số này".
  record TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX allocations_by_plan ON allocations (plan_id, indicator_id, assigner_id);

CREATE TABLE legal_forms (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('state', 'non_state', 'foreign')),
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE enterprises (
  id TEXT PRIMARY KEY,
  tax_code TEXT UNIQUE,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  -- Folded name with its legal form normalised, the key where there is no tax code.
  match_key TEXT NOT NULL,
  legal_form_id TEXT REFERENCES legal_forms (id),
  unit_id TEXT REFERENCES units (id),
  address TEXT,
  industry TEXT,
  phone TEXT,
  founded_on TEXT,
  founded_text TEXT,
  note TEXT,
  extra TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX enterprises_by_match_key ON enterprises (match_key);
CREATE INDEX enterprises_by_unit ON enterprises (unit_id);
CREATE INDEX enterprises_by_sort_key ON enterprises (sort_key);

CREATE TABLE survey_rounds (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  source TEXT,
  surveyed_on TEXT NOT NULL,
  file_name TEXT,
  file_hash TEXT,
  sheet TEXT,
  frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1))
) STRICT;

CREATE TABLE observations (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES survey_rounds (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  unit_id TEXT REFERENCES units (id),
  observed_on TEXT NOT NULL,
  workers INTEGER,
  women INTEGER,
  insured INTEGER,
  has_union INTEGER CHECK (has_union IN (0, 1)),
  members INTEGER,
  difficulty TEXT,
  source_row INTEGER,
  extra TEXT NOT NULL DEFAULT '{}',
  UNIQUE (round_id, enterprise_id)
) STRICT;
CREATE INDEX observations_by_enterprise ON observations (enterprise_id, observed_on);

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id),
  from_date TEXT NOT NULL,
  as_of TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('cumulative', 'increment')),
  received_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'received', 'accepted', 'returned')),
  source TEXT,
  CHECK (from_date <= as_of),
  UNIQUE (unit_id, from_date, as_of, basis)
) STRICT;

-- The newest report of a unit is looked up for every figure shown.
CREATE INDEX reports_by_unit_and_day ON reports (unit_id, as_of DESC, from_date);

CREATE TABLE report_values (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (id),
  indicator_id TEXT NOT NULL REFERENCES indicators (id),
  value REAL NOT NULL,
  qualifier TEXT CHECK (qualifier IN ('≥', '≈', '≤')),
  qualifier_word TEXT,
  stated_percent REAL,
  UNIQUE (report_id, indicator_id)
) STRICT;
CREATE INDEX report_values_by_indicator ON report_values (indicator_id);
CREATE INDEX report_values_with_percent ON report_values (report_id) WHERE stated_percent IS NOT NULL;

CREATE TABLE letterheads (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id),
  superior_lines TEXT NOT NULL,
  issuer_lines TEXT NOT NULL,
  code_suffix TEXT NOT NULL,
  place TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE signers (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id),
  full_name TEXT NOT NULL,
  authority TEXT NOT NULL,
  position TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE recipients (
  id TEXT PRIMARY KEY,
  -- Empty: every type of document.
  document_type TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE legal_bases (
  id TEXT PRIMARY KEY,
  document_type TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  plan_id TEXT REFERENCES plans (id),
  unit_id TEXT REFERENCES units (id),
  as_of TEXT,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued')),
  made_at TEXT NOT NULL
) STRICT;
