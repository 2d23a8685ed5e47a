import type { SqliteDatabase } from './load-sqlite.ts'
import { listRecordedTables } from './recording.ts'
import { findWrongPacks, remakePacks } from './report-packs.ts'

export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly message: string
}

/** Looks whether the file is whole: pages, references, recording, and that history accounts for every row. */
export function verifyStore(sqlite: SqliteDatabase): Check[] {
  const integrity = checkIntegrity(sqlite)
  // Reading on through broken pages would only make SQLite stop in the middle.
  if (!integrity.ok) return [integrity]
  return [
    integrity,
    checkReferences(sqlite),
    checkRecording(sqlite),
    checkHistory(sqlite),
    checkOneRoot(sqlite),
    checkPacks(sqlite),
  ]
}

function check(name: string, good: string, problem: string | null): Check {
  return { name, ok: problem === null, message: problem ?? good }
}

function checkIntegrity(sqlite: SqliteDatabase): Check {
  const found = String(sqlite.pragma('integrity_check(1)', { simple: true }))
  return check(
    'integrity',
    'Tệp dữ liệu nguyên vẹn.',
    found === 'ok' ? null : 'Tệp dữ liệu có chỗ hỏng. Hãy mở bản sao lưu gần nhất.',
  )
}

function checkReferences(sqlite: SqliteDatabase): Check {
  const broken = sqlite
    .prepare<[], { table: string; rows: number }>(
      'SELECT "table", COUNT(*) AS rows FROM pragma_foreign_key_check GROUP BY "table"',
    )
    .all()
  const list = broken.map((row) => `${row.table} (${row.rows})`).join(', ')
  return check(
    'references',
    'Mọi dòng đều trỏ đến dòng có thật.',
    broken.length === 0 ? null : `Có dòng trỏ đến dòng không còn: ${list}`,
  )
}

function checkRecording(sqlite: SqliteDatabase): Check {
  const count = sqlite
    .prepare<[], { n: number }>(
      `SELECT COUNT(*) AS n FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'`,
    )
    .get()
  const wanted = listRecordedTables(sqlite).length * 3
  return check(
    'recording',
    'Mọi thay đổi đều được ghi lại.',
    count?.n === wanted ? null : 'Có bảng không được ghi lại lịch sử.',
  )
}

/** Every living row was born in a recorded operation and not removed after: else somebody wrote past the program. */
function checkHistory(sqlite: SqliteDatabase): Check {
  const stray = listRecordedTables(sqlite).filter((table) => {
    const row = sqlite
      .prepare<[string], { n: number }>(
        `SELECT COUNT(*) AS n FROM "${table}" t WHERE NOT EXISTS (
           SELECT 1 FROM changes c WHERE c.table_name = ? AND c.row_id = t.id AND c.column_name = '' AND c.before IS NULL)`,
      )
      .get(table)
    return row !== undefined && row.n > 0
  })
  return check(
    'history',
    'Lịch sử khớp với dữ liệu.',
    stray.length === 0 ? null : `Có dòng không rõ nguồn gốc trong bảng: ${stray.join(', ')}`,
  )
}

function checkOneRoot(sqlite: SqliteDatabase): Check {
  const roots = sqlite.prepare<[], { n: number }>('SELECT COUNT(*) AS n FROM units WHERE parent_id IS NULL').get()
  return check(
    'root',
    'Có một đơn vị cấp tỉnh.',
    roots !== undefined && roots.n >= 1 ? null : 'Chưa có đơn vị cấp tỉnh.',
  )
}

/** They are made of the reports, so that a connection that writes mends what it finds. */
function checkPacks(sqlite: SqliteDatabase): Check {
  const wrong = findWrongPacks(sqlite)
  if (wrong.length > 0 && !sqlite.readonly) remakePacks(sqlite)
  const units = new Set(wrong.map(({ unitId }) => unitId)).size
  const done = sqlite.readonly ? 'Hãy chạy lệnh chitieu verify để lập lại.' : 'Đã lập lại từ báo cáo.'
  return check(
    'report-packs',
    'Báo cáo gộp theo năm khớp với báo cáo của các đơn vị.',
    wrong.length === 0 ? null : `Báo cáo gộp theo năm của ${units} đơn vị không khớp với báo cáo. ${done}`,
  )
}
