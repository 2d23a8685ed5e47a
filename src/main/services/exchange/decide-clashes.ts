import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentValue } from '#shared/domain/exchange/content.ts'
import { decideRow, type Decided } from '#shared/domain/exchange/merge/decide.ts'
import type { RowSide } from '#shared/domain/exchange/merge/merge-row.ts'
import { type Dot, GONE, othersOf, THERE, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import { writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import { ok } from '#shared/kit/result.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import type { StoredClash } from './clashes.ts'
import { filledCells } from './collect-rows.ts'
import { presentCode } from './former-codes.ts'
import { readCodes, readSides, shadowId, type CodeBook } from './local-rows.ts'
import { saveShadows } from './make.ts'
import type { KeptRow } from './save-clashes.ts'
import { readShapes, type TableShape } from './shapes.ts'
import { nameOfUnit, prepareOwnSite, rootUnit } from './site.ts'
import { EXCHANGE_LABELS } from './text.ts'
import { writeRowCells } from './write-rows.ts'

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
      if (decided !== null) {
        const write = (): void => writeDecided(tx, shape, clash.row_id, { side, decided, codes, now })
        if (!decided.stamp.gone) write()
        if (clash.column_name === WHOLE_ROW) decideParts(tx, { shapes, codes, now, choice, clash }, shape, clash.row_id)
        if (decided.stamp.gone) write()
      }
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

interface PartsDecision {
  readonly shapes: readonly TableShape[]
  readonly codes: CodeBook
  readonly now: Dot
  readonly choice: 'ours' | 'theirs'
  readonly clash: StoredClash
}

/**
 * Parts that wait for the same answer as the row go or stay with it: nobody is asked about them. Those that are gone are
 * found by how they travelled last.
 */
function decideParts(tx: Transaction, decision: PartsDecision, parent: TableShape, row: string): void {
  const { shapes, codes, now, choice, clash } = decision
  const kept = JSON.parse(clash.theirs ?? 'null') as KeptRow
  const said = sayPresence(kept)
  for (const shape of shapes) {
    const names = shape.columns.flatMap(({ name, refers }) =>
      refers === parent.table && shape.parents?.includes(name) === true ? [name] : [],
    )
    if (names.length === 0) continue
    // Names of tables and columns come from the schema, never from a file.
    const isPart = names.map((name) => `cells ->> '$."${name}"' = :row`).join(' OR ')
    const ids = tx.sqlite
      .prepare<[{ first: string; last: string; row: string }], string>(
        `SELECT substr(id, ${shape.table.length + 2}) FROM exchange_rows WHERE id > :first AND id < :last AND (${isPart})`,
      )
      .pluck()
      .all({ first: `${shape.table}:`, last: `${shape.table};`, row })
    for (const [id, side] of readSides(tx.sqlite, shape, codes, ids, now)) {
      const edit = othersOf(side.stamp, WHOLE_ROW).find(({ value }) => value === said)
      if (edit === undefined) continue
      const part = decideRow(side, { column: WHOLE_ROW, dot: edit, choice, decides: clash.decides === 1, now, said })
      if (part === null) continue
      const write = (): void => writeDecided(tx, shape, id, { side, decided: part, codes, now })
      // Back again after what it is a part of, gone before it.
      if (!part.stamp.gone) write()
      decideParts(tx, decision, shape, id)
      if (part.stamp.gone) write()
      forgetAnswered(tx, { id: '', table_name: shape.table, row_id: id }, part)
    }
  }
}

/** Who does not decide gives way to the owner alone, as when a file is taken over: the edits of others wait for him. */
function isOwners(store: ReadStore, shapes: readonly TableShape[], clash: StoredClash): boolean {
  const owner = shapes.find(({ table }) => table === clash.table_name)?.owner
  return (owner === 'province') === (presentCode(store.sqlite, clash.their_unit) === rootUnit(store).code)
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
function forgetAnswered(
  tx: Transaction,
  { id, table_name, row_id }: Pick<StoredClash, 'id' | 'table_name' | 'row_id'>,
  { stamp }: Pick<RowSide, 'stamp'>,
): void {
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
