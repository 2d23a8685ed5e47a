import { takeTogether, type CellValue, type NetChange, type RecordedChange } from '#shared/domain/history/net-change.ts'
import { SqliteError, type SqliteDatabase } from './load-sqlite.ts'
import { ISSUED_WITH_PLAN, takeBackTables } from './undo-tables.ts'
import { isUntouched, mendTravelled, TRAVELLED } from './undo-travelled.ts'

/** A change that stayed because later work rests on it. */
export interface KeptChange {
  readonly table: string
  readonly row: string
  /** '' when the whole row is meant. */
  readonly column: string
  readonly reason: 'changed-later' | 'row-gone' | 'in-use' | 'issued' | 'closed'
}

const CHANGES = `SELECT table_name AS "table", row_id AS "row", column_name AS "column", before, after
  FROM changes WHERE operation_id = ?`

export function readChanges(sqlite: SqliteDatabase, operationId: string): RecordedChange[] {
  return sqlite.prepare<[string], RecordedChange>(`${CHANGES} ORDER BY sequence`).all(operationId)
}

/**
 * Takes an operation back inside the open transaction: a cell returns only if it still holds what the
 * operation wrote, a born row goes only if nothing later touched it or refers to it, a removed row comes
 * back unless something has taken its place. What could not go back is returned, nothing is forced.
 */
export function takeBack(sqlite: SqliteDatabase, operationId: string): KeptChange[] {
  const kept: KeptChange[] = []
  const prepare = rememberStatements(sqlite)
  const adjusts = isAdjustment(prepare, operationId)
  const travelled: NetChange[] = []
  // Backwards: children born after their parents go before them.
  for (const change of takeTogether(readRest(sqlite, operationId)).toReversed()) {
    const stays = takeBackRow(prepare, change, adjusts)
    if (change.table !== TRAVELLED) kept.push(...stays)
    else if (stays.length > 0) travelled.push(change)
  }
  mendTravelled(sqlite, travelled)
  return kept
}

/** From so many changes on, whole tables are taken back at once first. */
const MANY = 1000

/** The changes that are to be taken back one by one: of a small operation all of them. */
function readRest(sqlite: SqliteDatabase, operationId: string): RecordedChange[] {
  const count = sqlite
    .prepare<[string], { n: number }>('SELECT COUNT(*) AS n FROM changes WHERE operation_id = ?')
    .get(operationId)
  if ((count?.n ?? 0) < MANY) return readChanges(sqlite, operationId)
  return takeBackTables(sqlite, operationId, (untaken) =>
    sqlite.prepare<[string], RecordedChange>(`${CHANGES} AND ${untaken} ORDER BY sequence`).all(operationId),
  )
}

interface Statement {
  get(...values: readonly CellValue[]): unknown
  run(...values: readonly CellValue[]): unknown
}
type Prepare = (sql: string) => Statement

/** An import of 50,000 rows asks a handful of different statements 200,000 times. */
function rememberStatements(sqlite: SqliteDatabase): Prepare {
  const known = new Map<string, Statement>()
  return (sql) => {
    const prepared = known.get(sql) ?? sqlite.prepare<CellValue[]>(sql)
    known.set(sql, prepared)
    return prepared
  }
}

function takeBackRow(prepare: Prepare, change: NetChange, adjusts: boolean): KeptChange[] {
  const { table, row } = change
  const keep = (column: string, reason: KeptChange['reason']): KeptChange => ({ table, row, column, reason })
  const current = prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(row) as Record<string, CellValue> | undefined
  const image = current ?? (change.kind === 'removed' ? change.image : undefined)
  const issued = image !== undefined && isIssued(prepare, table, image)
  if (issued && change.kind !== 'edited') return [keep('', 'issued')]
  if (!adjusts && image !== undefined && isClosed(prepare, table, image)) return [keep('', 'closed')]
  switch (change.kind) {
    case 'born': {
      if (current === undefined) return []
      if (!sameRow(current, change.image)) return [keep('', 'changed-later')]
      const gone = tryWrite(() => prepare(`DELETE FROM "${table}" WHERE id = ?`).run(row))
      return gone ? [] : [keep('', 'in-use')]
    }
    case 'removed': {
      if (current !== undefined) return [keep('', 'changed-later')]
      const columns = Object.keys(change.image)
      const places = columns.map(() => '?').join(', ')
      const insert = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`
      const back = tryWrite(() => prepare(insert).run(...columns.map((column) => change.image[column] ?? null)))
      return back ? [] : [keep('', 'in-use')]
    }
    case 'edited':
      if (current === undefined) return [keep('', 'row-gone')]
      if (table === TRAVELLED && !isUntouched(current, change)) return [keep('', 'changed-later')]
      return change.cells.flatMap(({ column, before, after }) => {
        if (issued && !STILL_OPEN.has(column)) return [keep(column, 'issued')]
        if ((current[column] ?? null) !== after) return [keep(column, 'changed-later')]
        const back = tryWrite(() => prepare(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`).run(before, row))
        return back ? [] : [keep(column, 'in-use')]
      })
  }
}

/** Marks of the clerk's own on an issued number: they are set at any time, so they also go back. */
const STILL_OPEN: ReadonlySet<string> = new Set(['locked', 'note'])

/** What was issued is never edited, only adjusted by a new version: neither by hand nor by taking back (design: data). */
function isIssued(prepare: Prepare, table: string, image: Readonly<Record<string, CellValue>>): boolean {
  if (!ISSUED_WITH_PLAN.has(table)) return false
  const state = `SELECT 1 FROM plan_versions WHERE plan_id = ? AND number = ? AND state IN ('issued', 'adjusted')`
  return prepare(state).get(image['plan_id'] ?? null, image['version'] ?? 1) !== undefined
}

/**
 * A figure of a closed period is only adjusted, with a reason that stays: taking back what was typed before the closing
 * would change it unseen. An adjustment itself goes back like any step.
 */
function isClosed(prepare: Prepare, table: string, image: Readonly<Record<string, CellValue>>): boolean {
  if (table !== 'report_values' && table !== 'reports') return false
  const last = `SELECT 1 FROM period_closings c WHERE c.action = 'close' AND ? BETWEEN c.from_date AND c.to_date
    AND NOT EXISTS (SELECT 1 FROM period_closings later
      WHERE later.from_date = c.from_date AND later.to_date = c.to_date AND later.id > c.id)`
  if (table === 'reports') return prepare(last).get(image['as_of'] ?? null) !== undefined
  const report = prepare('SELECT as_of FROM reports WHERE id = ?').get(image['report_id'] ?? null)
  return report !== undefined && prepare(last).get((report as { as_of: string }).as_of) !== undefined
}

function isAdjustment(prepare: Prepare, operationId: string): boolean {
  const touched = `SELECT 1 FROM changes WHERE operation_id = ? AND table_name = 'report_adjustments' LIMIT 1`
  return prepare(touched).get(operationId) !== undefined
}

/** A constraint that later rows now rest on refuses the statement; anything else thrown is a bug. */
function tryWrite(write: () => void): boolean {
  try {
    write()
    return true
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code.startsWith('SQLITE_CONSTRAINT')) return false
    throw thrown
  }
}

/** A row born before a column was added has no entry for it: absent and null are the same. */
function sameRow(current: Readonly<Record<string, CellValue>>, image: Readonly<Record<string, CellValue>>): boolean {
  return Object.keys(current).every((column) => (current[column] ?? null) === (image[column] ?? null))
}
