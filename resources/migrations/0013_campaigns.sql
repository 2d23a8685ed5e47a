-- Campaigns and their phases, and in which band a percent stands.

-- Reports are read by the calendar year of their last day.
CREATE INDEX reports_by_day ON reports (as_of);

-- How well a target is kept, in the office's own words; no row at all means the usual bands. Tried in their order; the
-- first that is reached holds.
CREATE TABLE status_bands (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  -- percent: of the target; pace: that percent against the share of the plan's days gone by.
  measure TEXT NOT NULL CHECK (measure IN ('percent', 'pace')),
  bound REAL NOT NULL,
  -- 1: only from more than the bound.
  above INTEGER NOT NULL DEFAULT 0 CHECK (above IN (0, 1)),
  tone TEXT NOT NULL CHECK (tone IN ('behind', 'slow', 'pace', 'reached', 'exceeded')),
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

-- What a campaign is opened from beside the usual presets: days of any year, with its phases as JSON.
CREATE TABLE campaign_presets (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- MM-DD, both included.
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  -- [{"name", "from": MM-DD, "to": MM-DD, "basis": "increment" | "cumulative"}]
  phases TEXT NOT NULL DEFAULT '[]',
  sort_order INTEGER NOT NULL
) STRICT;

-- Units that take no part in a campaign's ranking, and why.
CREATE TABLE campaign_exclusions (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  reason TEXT NOT NULL,
  UNIQUE (plan_id, unit_id)
) STRICT;
CREATE INDEX campaign_exclusions_by_unit ON campaign_exclusions (unit_id);
