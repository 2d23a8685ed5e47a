-- The registry of enterprises (domain: enterprise survey): what surveys know of an enterprise itself and of its
-- people, how far it is on the way to a union, who met whom, and pairs of rows that turned out to be one.

ALTER TABLE enterprises ADD COLUMN short_name TEXT;
ALTER TABLE enterprises ADD COLUMN foreign_name TEXT;
ALTER TABLE enterprises ADD COLUMN survey_code TEXT;
ALTER TABLE enterprises ADD COLUMN place_kind TEXT CHECK (place_kind IN ('head', 'branch', 'office', 'site'));
ALTER TABLE enterprises ADD COLUMN operating_status TEXT
  CHECK (operating_status IN ('active', 'suspended', 'dissolving', 'not_found'));
ALTER TABLE enterprises ADD COLUMN feasibility TEXT CHECK (feasibility IN ('high', 'medium', 'low', 'none'));
ALTER TABLE enterprises ADD COLUMN ward TEXT;
ALTER TABLE enterprises ADD COLUMN district TEXT;
ALTER TABLE enterprises ADD COLUMN zone TEXT;
ALTER TABLE enterprises ADD COLUMN director TEXT;
ALTER TABLE enterprises ADD COLUMN contact_person TEXT;
ALTER TABLE enterprises ADD COLUMN country TEXT;
ALTER TABLE enterprises ADD COLUMN attitude TEXT;
ALTER TABLE enterprises ADD COLUMN expected_on TEXT;
ALTER TABLE enterprises ADD COLUMN expected_members INTEGER;
ALTER TABLE enterprises ADD COLUMN source TEXT;
ALTER TABLE enterprises ADD COLUMN officer_id TEXT REFERENCES people (id);
ALTER TABLE enterprises ADD COLUMN parent_enterprise_id TEXT REFERENCES enterprises (id);
-- Lists take the order of names and the ids from the index alone.
DROP INDEX enterprises_by_sort_key;
CREATE INDEX enterprises_by_name ON enterprises (sort_key, id);
CREATE INDEX enterprises_by_officer ON enterprises (officer_id) WHERE officer_id IS NOT NULL;
CREATE INDEX enterprises_by_parent ON enterprises (parent_enterprise_id) WHERE parent_enterprise_id IS NOT NULL;

ALTER TABLE observations ADD COLUMN foreign_workers INTEGER;
ALTER TABLE observations ADD COLUMN with_contracts INTEGER;
ALTER TABLE observations ADD COLUMN women_members INTEGER;
ALTER TABLE observations ADD COLUMN union_decision_number TEXT;
ALTER TABLE observations ADD COLUMN union_decision_on TEXT;
ALTER TABLE observations ADD COLUMN party_organisation INTEGER CHECK (party_organisation IN (0, 1));
ALTER TABLE observations ADD COLUMN youth_organisation INTEGER CHECK (youth_organisation IN (0, 1));
-- Codes of reasons of kind difficulty, with commas between: "KK_CHU_DN,KK_BIEN_DONG".
ALTER TABLE observations ADD COLUMN difficulty_codes TEXT;

-- The stage as of a day is the newest entry not later than it.
CREATE TABLE enterprise_stages (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  stage_id TEXT NOT NULL REFERENCES stages (id),
  on_date TEXT NOT NULL,
  note TEXT,
  who TEXT NOT NULL
) STRICT;
CREATE INDEX enterprise_stages_by_enterprise ON enterprise_stages (enterprise_id, on_date);
CREATE INDEX enterprise_stages_by_stage ON enterprise_stages (stage_id);

CREATE TABLE enterprise_contacts (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  on_date TEXT NOT NULL,
  officer_id TEXT REFERENCES people (id),
  kind TEXT,
  content TEXT,
  result TEXT,
  next_on TEXT
) STRICT;
CREATE INDEX enterprise_contacts_by_enterprise ON enterprise_contacts (enterprise_id, on_date);
CREATE INDEX enterprise_contacts_by_officer ON enterprise_contacts (officer_id) WHERE officer_id IS NOT NULL;

-- Judged once, not asked again. The ids refer to nothing: one of the two is gone when they were the same.
CREATE TABLE enterprise_pair_reviews (
  id TEXT PRIMARY KEY,
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  judged_at TEXT NOT NULL,
  who TEXT NOT NULL,
  note TEXT,
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT;

-- What a row that was joined into another was known by; lists that still carry its MST find the other one.
CREATE TABLE enterprise_aliases (
  id TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  alias_id TEXT NOT NULL UNIQUE,
  tax_code TEXT,
  name TEXT NOT NULL,
  joined_at TEXT NOT NULL
) STRICT;
CREATE INDEX enterprise_aliases_by_enterprise ON enterprise_aliases (enterprise_id);
CREATE INDEX enterprise_aliases_by_tax_code ON enterprise_aliases (tax_code) WHERE tax_code IS NOT NULL;
