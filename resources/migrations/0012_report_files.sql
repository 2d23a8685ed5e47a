-- Reporting periods, their closing, and the files results came in.

-- A file somebody sent, known again by its hash. Figures name it and the cell they stood in.
CREATE TABLE report_files (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  taken_on TEXT NOT NULL,
  -- The office's own table of many units, which never overrules what a unit itself sent.
  consolidated INTEGER NOT NULL CHECK (consolidated IN (0, 1)),
  UNIQUE (sha256, name)
) STRICT;

-- Of the figure as it stands now; what an earlier file said is in the history.
ALTER TABLE report_values ADD COLUMN file_id TEXT REFERENCES report_files (id);
ALTER TABLE report_values ADD COLUMN sheet TEXT;
ALTER TABLE report_values ADD COLUMN cell TEXT;
ALTER TABLE report_values ADD COLUMN cell_text TEXT;
CREATE INDEX report_values_by_file ON report_values (file_id) WHERE file_id IS NOT NULL;

-- What the clerk said a wording means: an indicator, a unit, or neither: the row is passed over.
CREATE TABLE report_wordings (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('indicator', 'unit')),
  match_key TEXT NOT NULL,
  wording TEXT NOT NULL,
  indicator_id TEXT REFERENCES indicators (id),
  unit_id TEXT REFERENCES units (id),
  UNIQUE (kind, match_key)
) STRICT;

-- Which reports are due when. No row at all means the usual calendar.
CREATE TABLE reporting_calendars (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('week', 'month', 'quarter', 'half', 'nine', 'year')),
  -- First day of the reporting year, MM-DD: '01-01', '12-01'.
  year_start TEXT NOT NULL,
  -- Days after the last day of the period.
  due_days INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

-- A period is closed when its last row here says so.
CREATE TABLE period_closings (
  id TEXT PRIMARY KEY,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('close', 'reopen')),
  done_on TEXT NOT NULL,
  done_by TEXT NOT NULL,
  reason TEXT,
  CHECK (from_date <= to_date),
  CHECK (action = 'close' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX period_closings_by_period ON period_closings (from_date, to_date);

-- What was changed in a closed period: the closed figure, the new one and why, kept apart from each other.
CREATE TABLE report_adjustments (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (id),
  indicator_id TEXT NOT NULL REFERENCES indicators (id),
  -- NULL: nothing was reported when the period was closed.
  value_before REAL,
  word_before TEXT,
  value_after REAL NOT NULL,
  word_after TEXT,
  reason TEXT NOT NULL,
  made_on TEXT NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE INDEX report_adjustments_by_report ON report_adjustments (report_id, indicator_id);
