-- Who steers the work and what came of it: steering committees at every level, who is in charge of which unit,
-- enterprise or union, collaborators, working visits and what they left to do, commendations, plans for difficult
-- enterprises and weak unions; and which indicators are side ones.

CREATE TABLE committee_roles (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- One person at a time: Trưởng ban.
  single INTEGER NOT NULL DEFAULT 0 CHECK (single IN (0, 1)),
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE commendation_forms (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'person', 'both')),
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE committees (
  id TEXT PRIMARY KEY,
  -- The unit at whose level it steers: the federation, a district, a commune, a zone.
  unit_id TEXT NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  -- Who founds it: the union itself, the People's Committee, or the Party committee.
  issuer_kind TEXT NOT NULL CHECK (issuer_kind IN ('union', 'government', 'party')),
  issuer TEXT,
  -- "giai đoạn 2023 - 2028"
  period TEXT,
  duties TEXT,
  regime TEXT,
  valid_from TEXT,
  valid_to TEXT,
  note TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX committees_by_unit ON committees (unit_id);

CREATE TABLE committee_decisions (
  id TEXT PRIMARY KEY,
  committee_id TEXT NOT NULL REFERENCES committees (id),
  kind TEXT NOT NULL CHECK (kind IN ('found', 'restaff', 'end')),
  number TEXT,
  decided_on TEXT NOT NULL,
  issuer TEXT,
  note TEXT
) STRICT;
CREATE INDEX committee_decisions_by_committee ON committee_decisions (committee_id, decided_on);

CREATE TABLE committee_members (
  id TEXT PRIMARY KEY,
  committee_id TEXT NOT NULL REFERENCES committees (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role_id TEXT NOT NULL REFERENCES committee_roles (id),
  -- Office held as the decision prints it; NULL: the person's own.
  position TEXT,
  duties TEXT,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX committee_members_by_committee ON committee_members (committee_id, sort_order);
CREATE INDEX committee_members_by_person ON committee_members (person_id);
CREATE INDEX committee_members_by_role ON committee_members (role_id);

-- Who is in charge of what, from when to when. The row of the enterprise says who is now; this says who was.
CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  unit_id TEXT REFERENCES units (id),
  enterprise_id TEXT REFERENCES enterprises (id),
  union_id TEXT REFERENCES grassroots_unions (id),
  -- Given to the person as a member of this committee.
  committee_id TEXT REFERENCES committees (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'support')),
  duties TEXT,
  valid_from TEXT,
  valid_to TEXT,
  due_on TEXT,
  decision_number TEXT,
  decision_on TEXT,
  note TEXT,
  CHECK ((unit_id IS NOT NULL) + (enterprise_id IS NOT NULL) + (union_id IS NOT NULL) = 1),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX assignments_by_person ON assignments (person_id);
CREATE INDEX assignments_by_unit ON assignments (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX assignments_by_enterprise ON assignments (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX assignments_by_union ON assignments (union_id) WHERE union_id IS NOT NULL;
CREATE INDEX assignments_by_committee ON assignments (committee_id) WHERE committee_id IS NOT NULL;

-- Cộng tác viên, tình nguyện viên and the core of workers in an enterprise: nobody of the office.
CREATE TABLE collaborators (
  id TEXT PRIMARY KEY,
  full_name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('collaborator', 'volunteer', 'core')),
  unit_id TEXT REFERENCES units (id),
  enterprise_id TEXT REFERENCES enterprises (id),
  position TEXT,
  phone TEXT,
  valid_from TEXT,
  valid_to TEXT,
  note TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX collaborators_by_unit ON collaborators (unit_id);
CREATE INDEX collaborators_by_enterprise ON collaborators (enterprise_id) WHERE enterprise_id IS NOT NULL;

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL,
  unit_id TEXT REFERENCES units (id),
  enterprise_id TEXT REFERENCES enterprises (id),
  committee_id TEXT REFERENCES committees (id),
  leader_id TEXT REFERENCES people (id),
  title TEXT,
  -- Those met, as written: "Ban Thường vụ LĐLĐ thị xã".
  hosts TEXT,
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
  situation TEXT,
  strengths TEXT,
  difficulties TEXT,
  causes TEXT,
  solutions TEXT,
  conclusion TEXT,
  note TEXT,
  CHECK ((unit_id IS NOT NULL) + (enterprise_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX visits_by_day ON visits (on_date);
CREATE INDEX visits_by_unit ON visits (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX visits_by_enterprise ON visits (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX visits_by_committee ON visits (committee_id) WHERE committee_id IS NOT NULL;
CREATE INDEX visits_by_leader ON visits (leader_id) WHERE leader_id IS NOT NULL;

CREATE TABLE visit_people (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visits (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  UNIQUE (visit_id, person_id)
) STRICT;
CREATE INDEX visit_people_by_person ON visit_people (person_id);

CREATE TABLE visit_followups (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visits (id),
  content TEXT NOT NULL,
  person_id TEXT REFERENCES people (id),
  unit_id TEXT REFERENCES units (id),
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  done_on TEXT,
  result TEXT
) STRICT;
CREATE INDEX visit_followups_by_visit ON visit_followups (visit_id);
CREATE INDEX visit_followups_by_due ON visit_followups (due_on) WHERE state = 'open';
CREATE INDEX visit_followups_by_person ON visit_followups (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX visit_followups_by_unit ON visit_followups (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE commendations (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id),
  -- Day of the figures the proposal rests on.
  as_of TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'person')),
  unit_id TEXT REFERENCES units (id),
  union_id TEXT REFERENCES grassroots_unions (id),
  person_id TEXT REFERENCES people (id),
  -- As it is printed, also for those the file does not know.
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  position TEXT,
  form_id TEXT REFERENCES commendation_forms (id),
  reason TEXT,
  rank INTEGER,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'excluded', 'submitted', 'awarded', 'refused')),
  -- Why it is not proposed; said of every row that is left out.
  exclusion TEXT,
  -- From the ranking, or put there by hand.
  source TEXT NOT NULL CHECK (source IN ('ranking', 'hand')),
  decision_number TEXT,
  decision_on TEXT,
  -- In đồng.
  amount INTEGER CHECK (amount >= 0),
  note TEXT
) STRICT;
CREATE INDEX commendations_by_plan ON commendations (plan_id);
CREATE INDEX commendations_by_unit ON commendations (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX commendations_by_union ON commendations (union_id) WHERE union_id IS NOT NULL;
CREATE INDEX commendations_by_person ON commendations (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX commendations_by_form ON commendations (form_id) WHERE form_id IS NOT NULL;

-- A plan of its own: for an enterprise that is hard to win, a union that is weak, a union without members.
CREATE TABLE remedies (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('difficult', 'weak', 'memberless')),
  enterprise_id TEXT REFERENCES enterprises (id),
  union_id TEXT REFERENCES grassroots_unions (id),
  opened_on TEXT NOT NULL,
  causes TEXT,
  plan TEXT,
  officer_id TEXT REFERENCES people (id),
  due_on TEXT,
  -- Told to the Standing Committee.
  reported_on TEXT,
  closed_on TEXT,
  outcome TEXT CHECK (outcome IN ('resolved', 'restaffed', 'merged', 'ended', 'given_up')),
  result TEXT,
  note TEXT,
  CHECK ((kind = 'difficult') = (enterprise_id IS NOT NULL)),
  CHECK ((enterprise_id IS NULL) <> (union_id IS NULL))
) STRICT;
CREATE INDEX remedies_by_enterprise ON remedies (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX remedies_by_union ON remedies (union_id) WHERE union_id IS NOT NULL;
CREATE INDEX remedies_by_officer ON remedies (officer_id) WHERE officer_id IS NOT NULL;

CREATE TABLE remedy_steps (
  id TEXT PRIMARY KEY,
  remedy_id TEXT NOT NULL REFERENCES remedies (id),
  content TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  result TEXT,
  sort_order INTEGER NOT NULL
) STRICT;
CREATE INDEX remedy_steps_by_remedy ON remedy_steps (remedy_id, sort_order);

-- Executive and inspection committee of a grassroots union, as its congress chose them.
CREATE TABLE union_officers (
  id TEXT PRIMARY KEY,
  union_id TEXT NOT NULL REFERENCES grassroots_unions (id),
  body TEXT NOT NULL CHECK (body IN ('executive', 'inspection')),
  full_name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  born TEXT,
  position TEXT,
  role TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  note TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX union_officers_by_union ON union_officers (union_id, body, sort_order);

-- "Chỉ tiêu bổ trợ": consultations, conferences, visits, money; counted and shown apart from what units are held to.
ALTER TABLE indicators ADD COLUMN side INTEGER NOT NULL DEFAULT 0 CHECK (side IN (0, 1));

-- A file in use gets the catalogues here, its activity indicators become side ones, and who is in charge of an
-- enterprise gets a row of its own: one recorded operation. A file that is being made is seeded by the program.
INSERT INTO operations (id, sequence, kind, label, origin, who, at, undoes)
SELECT '0192c7a0-0014-7000-8000-000000000001', (SELECT COALESCE(MAX(sequence), 0) + 1 FROM operations), 'file.migrate',
  'Bổ sung danh mục chức danh Ban Chỉ đạo, hình thức khen thưởng; ghi sổ phân công', 'migration', '',
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL
WHERE EXISTS (SELECT 1 FROM units);

INSERT INTO committee_roles (id, code, name, single, sort_order)
SELECT column1, column2, column3, column4, column5 FROM (
  VALUES
    ('0192c7a0-0014-7000-8000-000000000100', 'TRUONG_BAN', 'Trưởng ban', 1, 10),
    ('0192c7a0-0014-7000-8000-000000000101', 'PTB_TT', 'Phó Trưởng ban Thường trực', 1, 20),
    ('0192c7a0-0014-7000-8000-000000000102', 'PHO_TB', 'Phó Trưởng ban', 0, 30),
    ('0192c7a0-0014-7000-8000-000000000103', 'UV_TT', 'Ủy viên Thường trực', 1, 40),
    ('0192c7a0-0014-7000-8000-000000000104', 'UY_VIEN', 'Ủy viên', 0, 50),
    ('0192c7a0-0014-7000-8000-000000000105', 'THU_KY', 'Thư ký', 0, 60),
    ('0192c7a0-0014-7000-8000-000000000106', 'GIUP_VIEC', 'Thành viên Tổ giúp việc', 0, 70)
) WHERE EXISTS (SELECT 1 FROM units);

INSERT INTO commendation_forms (id, code, name, kind, sort_order)
SELECT column1, column2, column3, column4, column5 FROM (
  VALUES
    ('0192c7a0-0014-7000-8000-000000000200', 'CO_TLD', 'Cờ thi đua của Tổng Liên đoàn', 'group', 10),
    ('0192c7a0-0014-7000-8000-000000000201', 'BK_TLD', 'Bằng khen của Tổng Liên đoàn', 'both', 20),
    ('0192c7a0-0014-7000-8000-000000000202', 'BK_UBND', 'Bằng khen của Ủy ban nhân dân tỉnh', 'both', 30),
    ('0192c7a0-0014-7000-8000-000000000203', 'CO_LDLD', 'Cờ thi đua của Ban Chấp hành Liên đoàn Lao động tỉnh', 'group', 40),
    ('0192c7a0-0014-7000-8000-000000000204', 'BK_LDLD', 'Bằng khen của Ban Chấp hành Liên đoàn Lao động tỉnh', 'both', 50),
    ('0192c7a0-0014-7000-8000-000000000205', 'GK', 'Giấy khen', 'both', 60),
    ('0192c7a0-0014-7000-8000-000000000206', 'BIEU_DUONG', 'Biểu dương', 'both', 70)
) WHERE EXISTS (SELECT 1 FROM units);

-- Since when nobody knows. The id follows from the enterprise's, so that two offices' copies of a file agree.
INSERT INTO assignments (id, person_id, enterprise_id, role)
SELECT '0192c7a0-0014-' || substr(id, 15), officer_id, id, 'lead' FROM enterprises WHERE officer_id IS NOT NULL;

UPDATE write_context SET operation_id = '0192c7a0-0014-7000-8000-000000000001' WHERE EXISTS (SELECT 1 FROM units);
UPDATE indicators SET side = 1 WHERE code IN
  ('HNCBCC', 'HNNLD', 'TUVAN_PL', 'TAPHUAN', 'TAPHUAN_LUOT', 'GIAOLUU', 'THAMHOI', 'THAMHOI_TIEN', 'MAIAM', 'MAIAM_TIEN');
UPDATE write_context SET operation_id = NULL;

INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
SELECT '0192c7a0-0014-7000-8000-000000000001', 'committee_roles', id, '', NULL, json_object('id', id, 'code', code, 'name', name, 'single', single,
  'sort_order', sort_order, 'valid_from', valid_from, 'valid_to', valid_to)
FROM committee_roles ORDER BY sort_order;
INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
SELECT '0192c7a0-0014-7000-8000-000000000001', 'commendation_forms', id, '', NULL, json_object('id', id, 'code', code, 'name', name, 'kind', kind,
  'sort_order', sort_order, 'valid_from', valid_from, 'valid_to', valid_to)
FROM commendation_forms ORDER BY sort_order;
INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
SELECT '0192c7a0-0014-7000-8000-000000000001', 'assignments', id, '', NULL, json_object('id', id, 'person_id', person_id, 'unit_id', unit_id,
  'enterprise_id', enterprise_id, 'union_id', union_id, 'committee_id', committee_id, 'role', role, 'duties', duties,
  'valid_from', valid_from, 'valid_to', valid_to, 'due_on', due_on, 'decision_number', decision_number,
  'decision_on', decision_on, 'note', note)
FROM assignments ORDER BY id;
INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
SELECT '0192c7a0-0014-7000-8000-000000000001', 'indicators', id, 'side', 0, 1 FROM indicators WHERE side = 1 ORDER BY sort_order;
