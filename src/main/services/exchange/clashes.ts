import type { ClashRow } from '#shared/contract/exchange.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentValue } from '#shared/domain/exchange/content.ts'
import { decideRow, type Decided } from '#shared/domain/exchange/merge/decide.ts'
import type { RowSide } from '#shared/domain/exchange/merge/merge-row.ts'
import { type Dot, GONE, othersOf, THERE, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import { writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import { ok } from '#shared/kit/result.ts'
import { sayRows } from '../../db/queries/row-words.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { filledCells } from './collect-rows.ts'
import { columnTitle, sayCell, sayRow } from './describe-changes.ts'
import { readCodes, readSides, shadowId, type CodeBook } from './local-rows.ts'
import { saveShadows, tableTitle } from './make.ts'
import { readShapes, type TableShape } from './shapes.ts'
import { nameOfUnit, prepareOwnSite, rootUnit } from './site.ts'
import { EXCHANGE_LABELS, NOT_THERE } from './text.ts'
import { writeRowCells, type KeptRow } from './write-merge.ts'

interface StoredClash {
  readonly id: string
  readonly package_id: string
  readonly table_name: string
  readonly row_id: string
  readonly column_name: string
  readonly base: string | null
  readonly theirs: string | null
  readonly dot_site: string
  readonly dot_count: number
  readonly their_unit: string
  readonly their_who: string | null
  readonly their_at: string | null
  readonly decides: number
}

export function listClashes(store: ReadStore, packageId: string | null): ClashRow[] {
  const { sqlite } = store
  const shapes = readShapes(sqlite)
  const codes = readCodes(sqlite, shapes)
  const words = sayRows(sqlite)
  return sqlite
    .prepare<unknown[], StoredClash>(
      'SELECT * FROM exchange_clashes WHERE (:id IS NULL OR package_id = :id) ORDER BY id',
    )
    .all({ id: packageId })
    .flatMap((clash): ClashRow[] => {
      const shape = shapes.find(({ table }) => table === clash.table_name)
      if (shape === undefined) return []
      const ours = readSides(sqlite, shape, codes, [clash.row_id], { site: 'own', count: 0 }).get(clash.row_id)
      const isRow = clash.column_name === ''
      const theirs = JSON.parse(clash.theirs ?? 'null') as ContentValue | KeptRow
      const theirCells = isRow ? (theirs as KeptRow).cells : null
      const say = (value: ContentValue): string | null => sayCell(words, codes, shape, clash.column_name, value)
      return [
        {
          id: clash.id,
          package: clash.package_id,
          table: shape.table,
          tableTitle: tableTitle(shape.table),
          row: clash.row_id,
          rowTitle: words.nameOf(shape.table, clash.row_id),
          column: clash.column_name,
          columnTitle: columnTitle(shape, clash.column_name),
          old: isRow ? null : clash.base === null ? NOT_THERE : say(JSON.parse(clash.base) as ContentValue),
          theirs: isRow
            ? theirCells === null
              ? null
              : sayRow(words, codes, shape, theirCells)
            : say(theirs as ContentValue),
          ours: isRow
            ? ours === undefined || ours.stamp.gone
              ? null
              : sayRow(words, codes, shape, ours.cells)
            : say(ours?.cells[clash.column_name] ?? null),
          theirUnit: nameOfUnit(store, clash.their_unit),
          by: clash.their_who,
          at: clash.their_at,
          decides: clash.decides === 1,
        },
      ]
    })
}

/**
 * Closes clashes. Whose row it is decides, which is a new edit that has seen both; the other side may take theirs as
 * it is. One step of the history.
 */
export function decideClashes(
  context: CommandContext,
  { clashes, choice }: ParsedInput<'exchange.decide'>,
): AppResult<Output<'exchange.decide'>> {
  const { store } = context
  const { sqlite } = store
  const find = sqlite.prepare<[string], StoredClash>('SELECT * FROM exchange_clashes WHERE id = ?')
  const shapes = readShapes(sqlite)
  const chosen: StoredClash[] = []
  for (const id of clashes) {
    const clash = find.get(id)
    if (clash === undefined) return fail('CLASH_UNKNOWN')
    if (choice === 'ours' && clash.decides === 0)
      return fail('CLASH_NOT_OURS', { name: nameOfUnit(store, clash.their_unit) })
    if (clash.decides === 0 && !isOwners(store, shapes, clash))
      return fail('CLASH_NOT_OWNERS', { name: nameOfUnit(store, clash.their_unit) })
    chosen.push(clash)
  }
  const own = prepareOwnSite(store, context.newId)
  const now: Dot = { site: own.id, count: own.count + 1 }
  const write = (tx: Transaction): null => {
    tx.sqlite.pragma('defer_foreign_keys = ON')
    tx.sqlite.prepare('UPDATE own_site SET count = ?').run(now.count)
    for (const clash of chosen) {
      const shape = shapes.find(({ table }) => table === clash.table_name)
      if (shape === undefined) continue
      const codes = readCodes(tx.sqlite, shapes)
      const side = readSides(tx.sqlite, shape, codes, [clash.row_id], now).get(clash.row_id)
      if (side === undefined) continue
      const decided = decideStored(clash, side, choice, now)
      if (decided !== null) writeDecided(tx, shape, clash.row_id, { side, decided, codes, now })
      forgetAnswered(tx, clash, decided ?? side)
    }
    return null
  }
  try {
    store.write({ kind: 'exchange.decide', label: EXCHANGE_LABELS.decide(chosen.length) }, write)
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code.startsWith('SQLITE_CONSTRAINT')) return fail('CLASH_IN_USE')
    throw thrown
  }
  const open = sqlite.prepare<[], number>('SELECT COUNT(*) FROM exchange_clashes').pluck().get() ?? 0
  return ok({ decided: chosen.length, open })
}

/** Who does not decide gives way to the owner alone, as when a file is taken over: the edits of others wait for him. */
function isOwners(store: ReadStore, shapes: readonly TableShape[], clash: StoredClash): boolean {
  const owner = shapes.find(({ table }) => table === clash.table_name)?.owner
  return (owner === 'province') === (clash.their_unit === rootUnit(store).code)
}

function sayPresence({ cells }: KeptRow): string {
  return cells === null ? GONE : THERE
}

function decideStored(clash: StoredClash, side: RowSide, choice: 'ours' | 'theirs', now: Dot): Decided | null {
  const column = clash.column_name
  const kept = JSON.parse(clash.theirs ?? 'null') as ContentValue | KeptRow
  return decideRow(side, {
    column,
    dot: { site: clash.dot_site, count: clash.dot_count },
    choice,
    decides: clash.decides === 1,
    now,
    said: column === WHOLE_ROW ? sayPresence(kept as KeptRow) : (kept as ContentValue),
  })
}

interface Writing {
  readonly side: RowSide
  readonly decided: Decided
  readonly codes: CodeBook
  readonly now: Dot
}

function writeDecided(tx: Transaction, shape: TableShape, row: string, { side, decided, codes, now }: Writing): void {
  const { cells, stamp, changed } = decided
  if (stamp.gone !== side.stamp.gone)
    writeRowCells(tx, shape, row, stamp.gone ? { kind: 'remove' } : { kind: 'create', cells }, codes)
  else if (!stamp.gone && Object.keys(changed).length > 0)
    writeRowCells(tx, shape, row, { kind: 'update', cells: changed }, codes)
  saveShadows(
    tx,
    [{ id: shadowId(shape.table, row), cells: filledCells(cells), stamp: writeStamp(stamp), source: null }],
    now.count,
  )
}

/** A decision may answer more than it was asked: whatever does not wait any more is off the list. */
function forgetAnswered(tx: Transaction, { id, table_name, row_id }: StoredClash, { stamp }: RowSide): void {
  const forget = tx.sqlite.prepare<[string]>('DELETE FROM exchange_clashes WHERE id = ?')
  for (const one of tx.sqlite
    .prepare<[string, string], StoredClash>('SELECT * FROM exchange_clashes WHERE table_name = ? AND row_id = ?')
    .all(table_name, row_id)) {
    const waits = othersOf(stamp, one.column_name).some(
      ({ site, count }) => site === one.dot_site && count === one.dot_count,
    )
    if (one.id === id || !waits || (stamp.gone && one.column_name !== WHOLE_ROW)) forget.run(one.id)
  }
}
