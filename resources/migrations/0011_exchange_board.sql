-- What units sent for each period, what was asked back, how each sender's columns are read.

-- A figure of a report the province asks about. It travels to the unit and back with its answer (docs/adr/0034).
CREATE TABLE returned_cells (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id),
  -- The report by its last day; the row and column by name, so that other tables than reports can be asked about.
  as_of TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  -- As the asker saw it: "Kết nạp mới đoàn viên", "1.348".
  title TEXT NOT NULL,
  said TEXT,
  reason TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  -- What the unit says, and the right figure where the first was wrong. Either closes the question.
  answer TEXT,
  corrected REAL,
  answered_on TEXT,
  -- Closed by the asker without an answer.
  closed_on TEXT
) STRICT;
CREATE INDEX returned_cells_by_unit ON returned_cells (unit_id, as_of);
CREATE INDEX returned_cells_by_row ON returned_cells (table_name, row_id);

-- The hidden part of each form that was sent, for one that comes back without its own. A log, no data.
CREATE TABLE sent_forms (
  -- Id of the package.
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  sent_at TEXT NOT NULL
) STRICT;

-- How the columns of a sender's lists are read, as the clerk set or confirmed it.
CREATE TABLE sender_columns (
  id TEXT PRIMARY KEY,
  -- As the clerk calls the sender, and folded.
  sender TEXT NOT NULL,
  sender_folded TEXT NOT NULL,
  -- Of the titles, folded and in order: another layout of the same sender is another row.
  fingerprint TEXT NOT NULL,
  titles TEXT NOT NULL,
  -- JSON: field by column (from 0); null: kept under its title.
  fields TEXT NOT NULL,
  used_on TEXT NOT NULL,
  UNIQUE (sender_folded, fingerprint)
) STRICT;
CREATE INDEX sender_columns_by_fingerprint ON sender_columns (fingerprint);
