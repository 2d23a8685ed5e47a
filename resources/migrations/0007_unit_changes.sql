-- Reorganisation of units. A unit keeps its id when it is renamed or moved: its row says how it stands now, and
-- unit_pasts how it stood until a day, so that every figure of an earlier day is read in the tree of that day.
CREATE TABLE unit_pasts (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES units (id),
  -- The last day it stood so; it began after the past before it.
  until TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  type_id TEXT NOT NULL REFERENCES unit_types (id),
  parent_id TEXT REFERENCES units (id),
  UNIQUE (unit_id, until)
) STRICT;
CREATE INDEX unit_pasts_by_name ON unit_pasts (name_folded);
CREATE INDEX unit_pasts_by_parent ON unit_pasts (parent_id);

-- Where an enterprise or a grassroots union was placed until a day; its own row says where it is now.
CREATE TABLE former_places (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT REFERENCES enterprises (id),
  union_id TEXT REFERENCES grassroots_unions (id),
  unit_id TEXT REFERENCES units (id),
  until TEXT NOT NULL,
  CHECK ((enterprise_id IS NULL) <> (union_id IS NULL)),
  UNIQUE (enterprise_id, until),
  UNIQUE (union_id, until)
) STRICT;
CREATE INDEX former_places_by_unit ON former_places (unit_id);

-- Whether what an ended unit was given and did counts for its successor ('follow') or stays in a closed row of its
-- own ('stay'); NULL for relations recorded before the choice was there.
ALTER TABLE unit_relations ADD COLUMN figures TEXT CHECK (figures IN ('follow', 'stay'));
ALTER TABLE unit_relations ADD COLUMN decision_number TEXT;
ALTER TABLE unit_relations ADD COLUMN decided_on TEXT;
ALTER TABLE unit_relations ADD COLUMN decided_by TEXT;

-- First day a unit answers to the name; NULL: always. The name of a merged unit was its own until then.
ALTER TABLE unit_aliases ADD COLUMN valid_from TEXT;

-- What a split gave of a unit's target to another, from a day on. The plan's own rows stay as they were.
CREATE TABLE target_moves (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  from_unit_id TEXT NOT NULL REFERENCES units (id),
  to_unit_id TEXT NOT NULL REFERENCES units (id),
  indicator_id TEXT NOT NULL REFERENCES indicators (id),
  assigner_id TEXT NOT NULL REFERENCES assigners (id),
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'striving', 'registered', 'pledged')),
  value REAL NOT NULL,
  on_date TEXT NOT NULL
) STRICT;
CREATE INDEX target_moves_by_plan ON target_moves (plan_id);
