-- People of the federation (officers, contacts' hosts), the stages of founding a union, and the reasons why something
-- is hard, lost or ended. New files get stages and reasons from resources/catalogues; a file that is already in use
-- gets them here, as one recorded operation, because every row has to be accounted for by the history.

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  full_name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  -- By given name first, as Vietnamese lists of people are ordered.
  sort_key TEXT NOT NULL,
  position TEXT,
  unit_id TEXT REFERENCES units (id),
  phone TEXT,
  note TEXT,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;
CREATE INDEX people_by_sort_key ON people (sort_key);
CREATE INDEX people_by_unit ON people (unit_id);

CREATE TABLE stages (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  branch TEXT NOT NULL CHECK (branch IN ('main', 'difficult')),
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

CREATE TABLE reasons (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('difficulty', 'loss', 'ending')),
  name TEXT NOT NULL,
  -- Losses and endings by restructuring are counted apart from natural ones (stock break of mid-2025).
  restructuring INTEGER NOT NULL DEFAULT 0 CHECK (restructuring IN (0, 1)),
  sort_order INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
) STRICT;

-- A file in use has a root unit; one that is being made has no row yet and is seeded by the program.
INSERT INTO operations (id, sequence, kind, label, origin, who, at, undoes)
SELECT '0192c7a0-0002-7000-8000-000000000001', (SELECT COALESCE(MAX(sequence), 0) + 1 FROM operations), 'file.migrate',
  'Bổ sung danh mục giai đoạn và lý do', 'migration', '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL
WHERE EXISTS (SELECT 1 FROM units);

INSERT INTO stages (id, code, name, short_name, sort_order, branch)
SELECT column1, column2, column3, column4, column5, column6 FROM (
  VALUES
    ('0192c7a0-0002-7000-8000-000000000100', 'KHAO_SAT', 'Khảo sát', 'Khảo sát', 10, 'main'),
    ('0192c7a0-0002-7000-8000-000000000101', 'DU_DIEU_KIEN', 'Đủ điều kiện thành lập', 'Đủ điều kiện', 20, 'main'),
    ('0192c7a0-0002-7000-8000-000000000102', 'DA_TIEP_XUC', 'Đã tiếp xúc với chủ doanh nghiệp', 'Đã tiếp xúc', 30, 'main'),
    ('0192c7a0-0002-7000-8000-000000000103', 'DONG_Y', 'Chủ doanh nghiệp và người lao động đồng ý', 'Đồng ý', 40, 'main'),
    ('0192c7a0-0002-7000-8000-000000000104', 'BAN_VAN_DONG', 'Đã có ban vận động', 'Ban vận động', 50, 'main'),
    ('0192c7a0-0002-7000-8000-000000000105', 'DAI_HOI', 'Đã tổ chức đại hội thành lập', 'Đại hội', 60, 'main'),
    ('0192c7a0-0002-7000-8000-000000000106', 'HO_SO', 'Đã nộp hồ sơ đề nghị công nhận', 'Hồ sơ', 70, 'main'),
    ('0192c7a0-0002-7000-8000-000000000107', 'QD_CONG_NHAN', 'Có quyết định công nhận', 'QĐ công nhận', 80, 'main'),
    ('0192c7a0-0002-7000-8000-000000000108', 'RA_MAT', 'Đã ra mắt', 'Ra mắt', 90, 'main'),
    ('0192c7a0-0002-7000-8000-000000000109', 'KHO_KHAN', 'Gặp khó khăn', 'Khó khăn', 100, 'difficult'),
    ('0192c7a0-0002-7000-8000-000000000110', 'KE_HOACH_RIENG', 'Có kế hoạch vận động riêng', 'Kế hoạch riêng', 110, 'difficult'),
    ('0192c7a0-0002-7000-8000-000000000111', 'BAO_CAO_BTV', 'Đã báo cáo Ban Thường vụ', 'Báo cáo BTV', 120, 'difficult')
) WHERE EXISTS (SELECT 1 FROM units);

INSERT INTO reasons (id, code, kind, name, restructuring, sort_order)
SELECT column1, column2, column3, column4, column5, column6 FROM (
  VALUES
    ('0192c7a0-0002-7000-8000-000000000200', 'KK_CHU_DN', 'difficulty', 'Chủ doanh nghiệp chưa ủng hộ', 0, 10),
    ('0192c7a0-0002-7000-8000-000000000201', 'KK_NE_TRANH', 'difficulty', 'Chủ doanh nghiệp né tránh, hẹn nhiều lần', 0, 20),
    ('0192c7a0-0002-7000-8000-000000000202', 'KK_NLD', 'difficulty', 'Người lao động chưa muốn gia nhập', 0, 30),
    ('0192c7a0-0002-7000-8000-000000000203', 'KK_NONG_COT', 'difficulty', 'Chưa có người làm nòng cốt', 0, 40),
    ('0192c7a0-0002-7000-8000-000000000204', 'KK_BIEN_DONG', 'difficulty', 'Lao động ít, thường xuyên biến động', 0, 50),
    ('0192c7a0-0002-7000-8000-000000000205', 'KK_MUA_VU', 'difficulty', 'Sản xuất theo mùa vụ', 0, 60),
    ('0192c7a0-0002-7000-8000-000000000206', 'KK_NO_BHXH', 'difficulty', 'Nợ bảo hiểm xã hội kéo dài', 0, 70),
    ('0192c7a0-0002-7000-8000-000000000207', 'KK_SAN_XUAT', 'difficulty', 'Sản xuất, kinh doanh gặp khó khăn', 0, 80),
    ('0192c7a0-0002-7000-8000-000000000208', 'KK_TAM_NGUNG', 'difficulty', 'Tạm ngừng hoạt động, chờ giải thể', 0, 90),
    ('0192c7a0-0002-7000-8000-000000000209', 'KK_KHONG_LIEN_HE', 'difficulty', 'Không tìm thấy, không liên hệ được', 0, 100),
    ('0192c7a0-0002-7000-8000-000000000210', 'KK_KHAC', 'difficulty', 'Khó khăn khác', 0, 110),
    ('0192c7a0-0002-7000-8000-000000000211', 'DV_NGHI_VIEC', 'loss', 'Nghỉ việc', 0, 120),
    ('0192c7a0-0002-7000-8000-000000000212', 'DV_NGHI_HUU', 'loss', 'Nghỉ hưu', 0, 130),
    ('0192c7a0-0002-7000-8000-000000000213', 'DV_CHUYEN_DI', 'loss', 'Chuyển đi nơi khác', 0, 140),
    ('0192c7a0-0002-7000-8000-000000000214', 'DV_GIAI_THE', 'loss', 'Công đoàn cơ sở giải thể', 0, 150),
    ('0192c7a0-0002-7000-8000-000000000215', 'DV_SAP_XEP', 'loss', 'Sắp xếp tổ chức bộ máy', 1, 160),
    ('0192c7a0-0002-7000-8000-000000000216', 'DV_XIN_RA', 'loss', 'Xin thôi tham gia', 0, 170),
    ('0192c7a0-0002-7000-8000-000000000217', 'DV_KHAC', 'loss', 'Lý do khác', 0, 180),
    ('0192c7a0-0002-7000-8000-000000000218', 'KT_DN_GIAI_THE', 'ending', 'Doanh nghiệp giải thể, phá sản, ngừng hoạt động', 0, 190),
    ('0192c7a0-0002-7000-8000-000000000219', 'KT_THIEU_DV', 'ending', 'Không còn đủ số đoàn viên', 0, 200),
    ('0192c7a0-0002-7000-8000-000000000220', 'KT_SAP_NHAP', 'ending', 'Sáp nhập vào công đoàn cơ sở khác', 0, 210),
    ('0192c7a0-0002-7000-8000-000000000221', 'KT_CHIA_TACH', 'ending', 'Chia tách thành công đoàn cơ sở khác', 0, 220),
    ('0192c7a0-0002-7000-8000-000000000222', 'KT_SAP_XEP', 'ending', 'Sắp xếp tổ chức bộ máy', 1, 230),
    ('0192c7a0-0002-7000-8000-000000000223', 'KT_KHAC', 'ending', 'Lý do khác', 0, 240)
) WHERE EXISTS (SELECT 1 FROM units);

INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
SELECT '0192c7a0-0002-7000-8000-000000000001', 'stages', id, '', NULL, json_object('id', id, 'code', code, 'name', name, 'short_name', short_name,
  'sort_order', sort_order, 'branch', branch, 'valid_from', valid_from, 'valid_to', valid_to)
FROM stages ORDER BY sort_order;
INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
SELECT '0192c7a0-0002-7000-8000-000000000001', 'reasons', id, '', NULL, json_object('id', id, 'code', code, 'kind', kind, 'name', name,
  'restructuring', restructuring, 'sort_order', sort_order, 'valid_from', valid_from, 'valid_to', valid_to)
FROM reasons ORDER BY sort_order;
