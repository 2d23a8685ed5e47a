-- Campaigns and their phases, and in which band a percent stands.

-- Reports are read by the calendar year of their last day.
CREATE INDEX reports_by_day ON reports (as_of);

-- How well a target is kept, in the office's own words. Tried in their order; the first that is reached holds.
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

-- Ids are the same in every file: two offices that never changed their bands have the same rows.
INSERT INTO status_bands (id, code, name, measure, bound, above, tone, sort_order) VALUES
  ('00000000-0000-8000-8000-000000130001', 'VUOT', 'Vượt chỉ tiêu', 'percent', 100, 1, 'exceeded', 10),
  ('00000000-0000-8000-8000-000000130002', 'DAT', 'Hoàn thành', 'percent', 100, 0, 'reached', 20),
  ('00000000-0000-8000-8000-000000130003', 'DUNG', 'Đúng tiến độ', 'pace', 100, 0, 'pace', 30),
  ('00000000-0000-8000-8000-000000130004', 'DONDOC', 'Cần đôn đốc', 'pace', 70, 0, 'slow', 40),
  ('00000000-0000-8000-8000-000000130005', 'CHAM', 'Chậm', 'pace', 0, 0, 'behind', 50);

-- What a campaign is opened from: days of any year, with its phases as JSON.
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

INSERT INTO campaign_presets (id, code, name, from_day, to_day, phases, sort_order) VALUES
  ('00000000-0000-8000-8000-000000130101', 'THANG-CONG-NHAN', 'Tháng Công nhân', '05-01', '05-31', '[]', 10),
  ('00000000-0000-8000-8000-000000130102', 'THANG-CAO-DIEM',
   'Tháng cao điểm phát triển đoàn viên, thành lập công đoàn cơ sở', '07-01', '07-31', '[]', 20),
  ('00000000-0000-8000-8000-000000130103', 'DOT-CAO-DIEM',
   'Đợt thi đua cao điểm phát triển đoàn viên, thành lập công đoàn cơ sở', '07-01', '10-30',
   '[{"name":"Giai đoạn 1","from":"07-01","to":"07-31","basis":"increment"},{"name":"Giai đoạn 2","from":"08-01","to":"10-30","basis":"cumulative"}]',
   30);

-- Units that take no part in a campaign's ranking, and why.
CREATE TABLE campaign_exclusions (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  unit_id TEXT NOT NULL REFERENCES units (id),
  reason TEXT NOT NULL,
  UNIQUE (plan_id, unit_id)
) STRICT;
CREATE INDEX campaign_exclusions_by_unit ON campaign_exclusions (unit_id);
