import { SqliteError, type SqliteDatabase } from './load-sqlite.ts'
import type { Qualifier } from '#shared/domain/results/qualifier.ts'
import { writeShape } from './report-shape.ts'

// A pack is what one unit reported in one calendar year, in one row: 500 units × 5 years are 2,500 rows to read instead
// of 600,000. Triggers (migration 0016) mark the packs a write touches as not to be read; the store makes those anew
// before the write is committed. Packs are made from the reports and nothing else, and whoever reads them does without
// where one is marked, missing, of another form or unreadable: they can be slow, never wrong.

/** Of the form of `forms` and `body`; another number makes every pack anew when a file is opened. */
const PACK_VERSION = 2

/** [value, qualifier, its word, stated percent]: what a number alone does not say. */
export type PackedTold = readonly [number, Qualifier | null, string | null, number | null]

/** Of some reports, by their place: figures with more to them than their number, by indicator id. */
export type PackedWords = readonly (readonly [report: number, told: Readonly<Record<string, PackedTold>>])[]

export interface Pack {
  readonly unitId: string
  /** Days, bases and forms of the reports (see report-shape.ts), one text for all units that reported alike. */
  readonly shape: string
  /** Whole numbers of all reports one after another, each in its form's order. */
  readonly numbers: readonly number[]
  readonly words: PackedWords
}

interface PackRow {
  readonly unitId: string
  readonly stamp: number
  readonly reports: number
  readonly forms: string
  readonly body: string
}

const PACKS = 'SELECT unit_id AS unitId, stamp, reports, forms, body FROM report_packs'

/**
 * Every unit's reports of a calendar year, units without any left out. `fits` says whether a pack can be read; one that
 * does not is made from its reports.
 */
export function readPacksOfYear(sqlite: SqliteDatabase, year: number, fits: (pack: Pack) => boolean): readonly Pack[] {
  const rows = isOurForm(sqlite) ? sqlite.prepare<[number], PackRow>(`${PACKS} WHERE year = ?`).all(year) : []
  const packs: Pack[] = []
  const unread: string[] = []
  let count = 0
  for (const row of rows) {
    const pack = parsePack(row)
    if (pack === null || !fits(pack)) unread.push(row.unitId)
    else {
      count += row.reports
      if (pack.shape !== '') packs.push(pack)
    }
  }
  const countOf = sqlite.prepare<[string, string, string], { n: number }>(
    'SELECT COUNT(*) AS n FROM reports WHERE unit_id = ? AND as_of >= ? AND as_of <= ?',
  )
  for (const unitId of unread) {
    count += countOf.get(unitId, ...daysOfYear(year))?.n ?? 0
    const pack = makePack(sqlite, year, unitId)
    if (pack.shape !== '') packs.push(pack)
  }
  const told = sqlite
    .prepare<[string, string], { n: number }>('SELECT COUNT(*) AS n FROM reports WHERE as_of >= ? AND as_of <= ?')
    .get(...daysOfYear(year))
  return told?.n === count ? packs : makePacksOfYear(sqlite, year)
}

/** What one unit reported in a calendar year. */
export function readPack(sqlite: SqliteDatabase, year: number, unitId: string, fits: (pack: Pack) => boolean): Pack {
  const row = isOurForm(sqlite)
    ? sqlite.prepare<[number, string], PackRow>(`${PACKS} WHERE year = ? AND unit_id = ?`).get(year, unitId)
    : undefined
  const pack = row === undefined ? null : parsePack(row)
  return pack !== null && fits(pack) ? pack : makePack(sqlite, year, unitId)
}

/** Units and years whose packs were made since, or wait to be made. */
export function readChangedPacks(
  sqlite: SqliteDatabase,
  since: number,
): readonly { readonly year: number; readonly unitId: string }[] {
  return sqlite
    .prepare<[number], { year: number; unitId: string }>(
      'SELECT year, unit_id AS unitId FROM report_packs WHERE stamp > ? OR stamp = 0',
    )
    .all(since)
}

/** The stamp of the newest pack. */
export function readPackStamp(sqlite: SqliteDatabase): number {
  return readState(sqlite)?.stamp ?? 0
}

/** Prepares the making of marked packs on a connection that writes; most writes mark none. */
export function preparePacking(sqlite: SqliteDatabase): () => void {
  const waiting = sqlite.prepare('SELECT 1 FROM report_packs WHERE stamp = 0 LIMIT 1')
  return () => {
    if (waiting.get() !== undefined) makeMarkedPacks(sqlite)
  }
}

/** Makes every pack that is marked; on a connection that writes, in its transaction. */
export function makeMarkedPacks(sqlite: SqliteDatabase): void {
  const marked = sqlite
    .prepare<[], { year: number; unitId: string }>('SELECT year, unit_id AS unitId FROM report_packs WHERE stamp = 0')
    .all()
  if (marked.length === 0) return
  const stamp = readPackStamp(sqlite) + 1
  const put = sqlite.prepare(
    `UPDATE report_packs SET stamp = :stamp, forms = :forms, body = :body, reports =
       (SELECT COUNT(*) FROM reports r WHERE r.unit_id = :unitId AND r.as_of >= :first AND r.as_of <= :last)
     WHERE year = :year AND unit_id = :unitId`,
  )
  for (const { year, unitId } of marked) {
    const pack = makePack(sqlite, year, unitId)
    const [first, last] = daysOfYear(year)
    put.run({ stamp, forms: pack.shape, body: bodyOf(pack), first, last, year, unitId })
  }
  sqlite.prepare('UPDATE report_pack_state SET stamp = ?').run(stamp)
}

/**
 * Brings the packs of a file that was just opened up to date: all of them where they are of another form or some are
 * missing, else those that wait. A file that takes no writes now is read without them.
 */
export function preparePacks(sqlite: SqliteDatabase): void {
  try {
    const isWhole = isOurForm(sqlite) && isComplete(sqlite)
    if (isWhole && readChangedPacks(sqlite, Number.MAX_SAFE_INTEGER).length === 0) return
    if (isWhole) sqlite.transaction(() => makeMarkedPacks(sqlite)).immediate()
    else remakePacks(sqlite)
  } catch (thrown) {
    if (!(thrown instanceof SqliteError)) throw thrown
  }
}

/** Makes all packs of the file anew. */
export function remakePacks(sqlite: SqliteDatabase): void {
  sqlite
    .transaction(() => {
      markEveryPack(sqlite)
      makeMarkedPacks(sqlite)
      sqlite.prepare('UPDATE report_pack_state SET version = ?').run(PACK_VERSION)
    })
    .immediate()
}

/** Packs that say something else than the reports they are made of. */
export function findWrongPacks(sqlite: SqliteDatabase): readonly { readonly year: number; readonly unitId: string }[] {
  if (!isOurForm(sqlite)) return []
  const rows = sqlite
    .prepare<[], PackRow & { year: number }>(
      'SELECT unit_id AS unitId, year, stamp, reports, forms, body FROM report_packs WHERE stamp <> 0',
    )
    .all()
  return rows.flatMap(({ unitId, year, forms, body }) => {
    const made = makePack(sqlite, year, unitId)
    return made.shape === forms && bodyOf(made) === body ? [] : [{ year, unitId }]
  })
}

function readState(sqlite: SqliteDatabase): { version: number; stamp: number } | undefined {
  return sqlite.prepare<[], { version: number; stamp: number }>('SELECT version, stamp FROM report_pack_state').get()
}

function isOurForm(sqlite: SqliteDatabase): boolean {
  return readState(sqlite)?.version === PACK_VERSION
}

function isComplete(sqlite: SqliteDatabase): boolean {
  const counts = sqlite
    .prepare<[], { packed: number; told: number }>(
      `SELECT (SELECT COALESCE(SUM(reports), 0) FROM report_packs WHERE stamp > 0) AS packed,
         (SELECT COUNT(*) FROM reports r) AS told`,
    )
    .get()
  // What waits is counted when it is made; a file that has such is looked at again the next time it is opened.
  const waits = sqlite.prepare('SELECT 1 FROM report_packs WHERE stamp = 0 LIMIT 1').get() !== undefined
  return waits || counts?.packed === counts?.told
}

function markEveryPack(sqlite: SqliteDatabase): void {
  sqlite.exec(`
    DELETE FROM report_packs;
    INSERT INTO report_packs (unit_id, year, stamp, reports, forms, body)
    SELECT DISTINCT unit_id, CAST(substr(as_of, 1, 4) AS INTEGER), 0, 0, '', '' FROM reports`)
}

/** The numbers, then the words where there are any. */
function bodyOf({ shape, numbers, words }: Pack): string {
  return shape === '' ? '' : JSON.stringify(words.length === 0 ? [numbers] : [numbers, words])
}

/** Null where it is not to be read. */
function parsePack({ unitId, stamp, forms, body }: PackRow): Pack | null {
  if (stamp === 0) return null
  if (forms === '') return { unitId, shape: '', numbers: [], words: [] }
  try {
    const [numbers, words = []] = JSON.parse(body) as readonly [readonly number[], PackedWords?]
    return Array.isArray(numbers) && Array.isArray(words) ? { unitId, shape: forms, numbers, words } : null
  } catch {
    return null
  }
}

interface ReportColumns {
  readonly id: string
  readonly unitId: string
  readonly from: string
  readonly asOf: string
  readonly basis: 'cumulative' | 'increment'
  readonly indicators: string
  readonly numbers: string
  readonly special: number
}

/** Drafts and reports sent back are not counted. The two lists of one report stand in the same order. */
const REPORTS = `
  SELECT r.id, r.unit_id AS unitId, r.from_date AS "from", r.as_of AS asOf, r.basis,
    group_concat(v.indicator_id) AS indicators, group_concat(CAST(v.value AS INTEGER)) AS numbers,
    SUM(v.qualifier IS NOT NULL OR v.stated_percent IS NOT NULL OR v.value <> CAST(v.value AS INTEGER)) AS special
  FROM reports r CROSS JOIN report_values v ON v.report_id = r.id
  WHERE r.status IN ('received', 'accepted') AND r.as_of >= ? AND r.as_of <= ?`
const IN_ORDER = 'GROUP BY r.id ORDER BY r.as_of, r.from_date, r.id'

/** A pack from the reports themselves. */
export function makePack(sqlite: SqliteDatabase, year: number, unitId: string): Pack {
  const rows = sqlite
    .prepare<[string, string, string], ReportColumns>(`${REPORTS} AND r.unit_id = ? ${IN_ORDER}`)
    .all(...daysOfYear(year), unitId)
  return packReports(sqlite, unitId, rows)
}

/** The same for all units that reported in a year. */
function makePacksOfYear(sqlite: SqliteDatabase, year: number): readonly Pack[] {
  const rows = sqlite.prepare<[string, string], ReportColumns>(`${REPORTS} ${IN_ORDER}`).all(...daysOfYear(year))
  const byUnit = new Map<string, ReportColumns[]>()
  for (const row of rows) {
    const list = byUnit.get(row.unitId)
    if (list === undefined) byUnit.set(row.unitId, [row])
    else list.push(row)
  }
  return [...byUnit].map(([unitId, list]) => packReports(sqlite, unitId, list))
}

function packReports(sqlite: SqliteDatabase, unitId: string, rows: readonly ReportColumns[]): Pack {
  return {
    unitId,
    shape: rows.length === 0 ? '' : writeShape(rows),
    numbers: rows.flatMap(({ numbers }) => numbers.split(',').map(Number)),
    words: rows.flatMap(({ id, special }, at) => (special === 0 ? [] : [[at, readTold(sqlite, id)] as const])),
  }
}

function readTold(sqlite: SqliteDatabase, reportId: string): Readonly<Record<string, PackedTold>> {
  const rows = sqlite
    .prepare<
      [string],
      { indicator: string; value: number; qualifier: Qualifier | null; word: string | null; stated: number | null }
    >(
      `SELECT indicator_id AS indicator, value, qualifier, qualifier_word AS word, stated_percent AS stated
       FROM report_values WHERE report_id = ?
         AND (qualifier IS NOT NULL OR stated_percent IS NOT NULL OR value <> CAST(value AS INTEGER))`,
    )
    .all(reportId)
  return Object.fromEntries(
    rows.map(({ indicator, value, qualifier, word, stated }) => [indicator, [value, qualifier, word, stated] as const]),
  )
}

function daysOfYear(year: number): readonly [string, string] {
  const text = String(year).padStart(4, '0')
  return [`${text}-01-01`, `${text}-12-31`]
}
