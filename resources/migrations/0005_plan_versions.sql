-- Versions of a plan's targets: drafts side by side (phương án A, B, …), the issued one, and what decisions made
-- of it later. targets.version is the number of such a version.
CREATE TABLE plan_versions (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  name TEXT NOT NULL,
  -- draft, chosen: a plan not issued yet, and which of its drafts counts; issued: the plan as issued; adjusting,
  -- adjusted: changed by a decision, before and after that is issued.
  state TEXT NOT NULL CHECK (state IN ('draft', 'chosen', 'issued', 'adjusting', 'adjusted')),
  -- Number of the version it was copied from.
  based_on INTEGER,
  decision_number TEXT,
  decided_on TEXT,
  decided_by TEXT,
  -- Counts from this day; NULL: since the plan begins.
  effective_on TEXT,
  reason TEXT,
  made_at TEXT NOT NULL,
  UNIQUE (plan_id, number)
) STRICT;

-- The id is the plan's own with another kind of UUID (8 instead of 7): two copies of one file make the same row.
INSERT INTO plan_versions (id, plan_id, number, name, state, made_at)
  SELECT substr(id, 1, 14) || '8' || substr(id, 16), id, 1, 'Phương án A',
         CASE WHEN status IN ('issued', 'closed') THEN 'issued' ELSE 'chosen' END,
         strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  FROM plans;

-- NULL is the first version, as rows born before this column have it.
ALTER TABLE allocations ADD COLUMN version INTEGER;
CREATE INDEX targets_by_version ON targets (plan_id, version);

-- What was issued stays as it was issued, whoever writes: also an undo of an edit made before the issuing.
CREATE TRIGGER keep_issued_targets_as_they_are
BEFORE UPDATE OF plan_id, unit_id, indicator_id, assigner_id, kind, basis, value, version, note ON targets
WHEN EXISTS (
  SELECT 1 FROM plan_versions v
  WHERE v.plan_id = OLD.plan_id AND v.number = OLD.version AND v.state IN ('issued', 'adjusted')
)
BEGIN
  SELECT RAISE(ABORT, 'targets of an issued version');
END;

CREATE TRIGGER keep_issued_targets_there
BEFORE DELETE ON targets
WHEN EXISTS (
  SELECT 1 FROM plan_versions v
  WHERE v.plan_id = OLD.plan_id AND v.number = OLD.version AND v.state IN ('issued', 'adjusted')
)
BEGIN
  SELECT RAISE(ABORT, 'targets of an issued version');
END;

CREATE TRIGGER add_no_targets_to_issued
BEFORE INSERT ON targets
WHEN EXISTS (
  SELECT 1 FROM plan_versions v
  WHERE v.plan_id = NEW.plan_id AND v.number = NEW.version AND v.state IN ('issued', 'adjusted')
)
BEGIN
  SELECT RAISE(ABORT, 'targets of an issued version');
END;

CREATE TRIGGER keep_issued_versions_as_they_are
BEFORE UPDATE ON plan_versions
WHEN OLD.state IN ('issued', 'adjusted')
BEGIN
  SELECT RAISE(ABORT, 'an issued version');
END;
