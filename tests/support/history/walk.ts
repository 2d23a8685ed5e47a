import { createHash } from 'node:crypto'
import type { OperationName } from '#shared/contract/index.ts'
import type { SqliteDatabase } from '#main/db/load-sqlite.ts'
import { listRecordedTables } from '#main/db/recording.ts'
import type { Backend } from '#main/backend.ts'
import { MAKERS, STEP_NAMES } from '#tests/support/history/every-step.ts'
import type { Picker } from '#tests/support/history/picker.ts'

/** What stands in one table, without the history: a short mark that is the same for the same data. */
export function markTables(sqlite: SqliteDatabase): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listRecordedTables(sqlite).map((table) => {
      const hash = createHash('sha1')
      for (const row of sqlite.prepare(`SELECT * FROM "${table}" ORDER BY id`).raw().iterate())
        hash.update(JSON.stringify(row))
      return [table, hash.digest('hex')]
    }),
  )
}

/** Does something somebody could do, and answers its name; null when it was refused or changed nothing. */
export async function takeStep(
  backend: Backend,
  pick: Picker,
  names: readonly OperationName[] = STEP_NAMES,
): Promise<OperationName | null> {
  const name = pick.of(names)
  const make = MAKERS[name]
  if (make === undefined) return null
  const before = lastSequence(pick.sqlite)
  const answer = await backend.callUnchecked(name, make(pick))
  if (!answer.ok && answer.error.code === 'UNEXPECTED') throw new Error(`${name}: ${answer.error.message}`)
  return lastSequence(pick.sqlite) > before ? name : null
}

export function lastSequence(sqlite: SqliteDatabase): number {
  return sqlite.prepare<[], { n: number }>('SELECT COALESCE(MAX(sequence), 0) AS n FROM operations').get()?.n ?? 0
}

interface ChangedCell {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly before: string | number | null
  readonly after: string | number | null
}

/**
 * Holds one undo against the meaning of undo: what it changed is exactly what the step had written, put back; what it
 * says it kept it has not touched. Answers what is wrong, nothing when all is well.
 */
export function checkUndo(
  sqlite: SqliteDatabase,
  step: string,
  undo: string,
  kept: readonly { readonly table: string; readonly row: string; readonly column: string }[],
): string[] {
  const read = (id: string): ChangedCell[] =>
    sqlite
      .prepare<[string], ChangedCell>(
        `SELECT table_name AS "table", row_id AS "row", column_name AS "column", before, after
         FROM changes WHERE operation_id = ? ORDER BY sequence`,
      )
      .all(id)
  const placeOf = ({ table, row, column }: Pick<ChangedCell, 'table' | 'row' | 'column'>): string =>
    `${table} ${row} ${column}`
  // First before and last after of each place the step wrote.
  const written = new Map<string, { before: ChangedCell['before']; after: ChangedCell['after'] }>()
  for (const change of read(step)) {
    const known = written.get(placeOf(change))
    written.set(placeOf(change), { before: known?.before ?? change.before, after: change.after })
  }
  const wrong: string[] = []
  const keptPlaces = new Set(kept.map(placeOf))
  for (const change of read(undo)) {
    const place = placeOf(change)
    if (keptPlaces.has(place)) wrong.push(`${place} was said to be kept and was changed`)
    const own = written.get(place)
    const rowWritten = [...written.keys()].some((known) => known.startsWith(`${change.table} ${change.row} `))
    if (own === undefined && !rowWritten) wrong.push(`${place} was changed and the step never wrote it`)
    else if (own !== undefined && change.column !== '' && change.after !== own.before)
      wrong.push(`${place} became ${String(change.after)} instead of ${String(own.before)}`)
  }
  return wrong
}
