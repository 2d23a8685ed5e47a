-- Grassroots unions: founded and ended by decisions, linked to the enterprise they are in where there is one.

CREATE TABLE grassroots_unions (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  -- A unit type of level 'grassroots': công đoàn cơ sở, nghiệp đoàn cơ sở…
  type_id TEXT NOT NULL REFERENCES unit_types (id),
  -- The unit that manages it; ward and industrial zone are told apart from it.
  unit_id TEXT REFERENCES units (id),
  enterprise_id TEXT REFERENCES enterprises (id),
  ward TEXT,
  zone TEXT,
  founded_on TEXT,
  decision_number TEXT,
  decision_on TEXT,
  decision_issuer TEXT,
  members_at_founding INTEGER CHECK (members_at_founding >= 0),
  chair TEXT,
  phone TEXT,
  ended_on TEXT,
  end_reason_id TEXT REFERENCES reasons (id),
  end_decision_number TEXT,
  end_decision_on TEXT,
  -- Where its members went, and which union it continues: mergers, splits, founding anew.
  successor_id TEXT REFERENCES grassroots_unions (id),
  previous_id TEXT REFERENCES grassroots_unions (id),
  note TEXT,
  CHECK (successor_id IS NULL OR successor_id <> id),
  CHECK (previous_id IS NULL OR previous_id <> id)
) STRICT;
CREATE INDEX grassroots_unions_by_sort_key ON grassroots_unions (sort_key);
CREATE INDEX grassroots_unions_by_unit ON grassroots_unions (unit_id);
CREATE INDEX grassroots_unions_by_enterprise ON grassroots_unions (enterprise_id);
CREATE INDEX grassroots_unions_by_successor ON grassroots_unions (successor_id);
CREATE INDEX grassroots_unions_by_previous ON grassroots_unions (previous_id);

-- How many members on a day, and who said so.
CREATE TABLE union_members (
  id TEXT PRIMARY KEY,
  union_id TEXT NOT NULL REFERENCES grassroots_unions (id),
  counted_on TEXT NOT NULL,
  members INTEGER NOT NULL CHECK (members >= 0),
  women INTEGER CHECK (women >= 0),
  source TEXT,
  UNIQUE (union_id, counted_on)
) STRICT;
