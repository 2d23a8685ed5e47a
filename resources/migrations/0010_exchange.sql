-- Sites, keys and packages of the file exchange (docs/adr/0033). The first four tables are the file's own log of whom
-- it met and what went in and out; they are no data and not part of the history (src/main/db/recording.ts).

-- Which site this file is. It has a row once it first sends or receives; a copy of the file gets one of its own.
CREATE TABLE own_site (
  id TEXT PRIMARY KEY,
  -- Whose view the file keeps: the province's root unit, or one unit.
  unit_code TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Ed25519, raw public key and PKCS 8 private key, base64.
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL,
  -- Counts the moments at which edits were looked for; stamps of edits carry it.
  count INTEGER NOT NULL DEFAULT 0,
  -- Number of the last package made.
  sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('seen', 'verified')),
  first_seen TEXT NOT NULL,
  verified_at TEXT,
  verified_by TEXT,
  -- Another key that came under this site's name and was refused.
  refused_key TEXT
) STRICT;

CREATE TABLE packages (
  id TEXT PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  kind TEXT NOT NULL,
  carrier TEXT NOT NULL CHECK (carrier IN ('package', 'form')),
  from_unit TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_site TEXT,
  to_unit TEXT NOT NULL,
  to_name TEXT NOT NULL,
  to_site TEXT,
  period_from TEXT,
  period_to TEXT,
  plan_code TEXT,
  sequence INTEGER NOT NULL,
  base TEXT,
  answers TEXT,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('made', 'applied', 'waiting')),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  -- The site's count when it was made or taken over.
  count INTEGER NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  clashes INTEGER NOT NULL DEFAULT 0,
  -- The step of the history that took it over, or made it; NULL when it changed nothing.
  operation_id TEXT
) STRICT;
CREATE INDEX packages_by_unit ON packages (from_unit, kind);
CREATE INDEX packages_by_receiver ON packages (to_unit, kind);

-- Files of packages that wait for one before them.
CREATE TABLE package_files (
  id TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- How each row stood when it last travelled, and whose edits it held then.
CREATE TABLE exchange_rows (
  -- "enterprises:0192…"
  id TEXT PRIMARY KEY,
  -- Cells as JSON, empty ones left out.
  cells TEXT NOT NULL,
  -- shared/domain/exchange/merge/stamp.ts, as JSON.
  stamp TEXT NOT NULL,
  -- The site's count when this was last written, and the site the news came from; NULL: from here.
  count INTEGER NOT NULL,
  source TEXT
) STRICT;

-- Ids a row goes by at other sites.
CREATE TABLE exchange_aliases (
  id TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  alias_id TEXT NOT NULL,
  UNIQUE (table_name, alias_id)
) STRICT;
CREATE INDEX exchange_aliases_by_row ON exchange_aliases (table_name, row_id);

-- What was changed on both sides, or was not taken over, until it is decided.
CREATE TABLE exchange_clashes (
  id TEXT PRIMARY KEY,
  package_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- '' when the whole row is meant.
  column_name TEXT NOT NULL,
  -- JSON: as both last had it, and as the other side has it; of a row its cells, null when it is gone there.
  base TEXT,
  theirs TEXT,
  -- The edit of theirs: site and count.
  dot_site TEXT NOT NULL,
  dot_count INTEGER NOT NULL,
  their_unit TEXT NOT NULL,
  their_who TEXT,
  their_at TEXT,
  -- Whether this side decides.
  decides INTEGER NOT NULL CHECK (decides IN (0, 1)),
  UNIQUE (table_name, row_id, column_name, dot_site, dot_count)
) STRICT;

-- What a unit says to the draft of a target.
CREATE TABLE target_opinions (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  indicator_id TEXT NOT NULL REFERENCES indicators (id),
  assigner_id TEXT NOT NULL REFERENCES assigners (id),
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'striving', 'registered', 'pledged')),
  version INTEGER NOT NULL,
  -- The number the opinion is about.
  drafted REAL,
  proposed REAL,
  agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
  note TEXT,
  given_by TEXT,
  given_on TEXT,
  UNIQUE (plan_id, unit_id, indicator_id, assigner_id, kind, version)
) STRICT;
CREATE INDEX target_opinions_by_unit ON target_opinions (unit_id);

-- Whether a unit signed what it pledged.
CREATE TABLE commitments (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  asked_on TEXT,
  due_on TEXT,
  signed_on TEXT,
  signed_by TEXT,
  signed_position TEXT,
  number TEXT,
  note TEXT,
  UNIQUE (plan_id, unit_id)
) STRICT;
CREATE INDEX commitments_by_unit ON commitments (unit_id);
