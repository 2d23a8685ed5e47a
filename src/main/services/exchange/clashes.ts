import type { ClashRow } from '#shared/contract/exchange.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { openAfter } from '#shared/domain/exchange/merge/decide.ts'
import {
  dotOf,
  joinKnows,
  readStamp,
  withoutTwins,
  type Dot,
  type Stamp,
  writeStamp,
} from '#shared/domain/exchange/merge/stamp.ts'
import { ok } from '#shared/kit/result.ts'
import { sayRows } from '../../db/queries/row-words.ts'
import type { ReadStore } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { filledCells } from './collect-rows.ts'
import { columnTitle, sayCell, sayRow } from './describe-changes.ts'
import { readCodes, readSides, shadowId } from './local-rows.ts'
import { saveShadows, tableTitle } from './make.ts'
import { readShapes, type TableShape } from './shapes.ts'
import { nameOfUnit, prepareOwnSite } from './site.ts'
import { EXCHANGE_LABELS } from './text.ts'
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
          old: isRow ? null : say(JSON.parse(clash.base ?? 'null') as ContentValue),
          theirs: isRow
            ? theirCells === null
              ? null
              : sayRow(words, codes, shape, theirCells)
            : say(theirs as ContentValue),
          ours: isRow
            ? ours === undefined || ours.stamp.gone !== null
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
  const chosen: StoredClash[] = []
  for (const id of clashes) {
    const clash = find.get(id)
    if (clash === undefined) return fail('CLASH_UNKNOWN')
    if (choice === 'ours' && clash.decides === 0)
      return fail('CLASH_NOT_OURS', { name: nameOfUnit(store, clash.their_unit) })
    chosen.push(clash)
  }
  const shapes = readShapes(sqlite)
  const own = prepareOwnSite(store, context.newId)
  const now: Dot = { site: own.id, count: own.count + 1 }
  store.write({ kind: 'exchange.decide', label: EXCHANGE_LABELS.decide(chosen.length) }, (tx) => {
    tx.sqlite.pragma('defer_foreign_keys = ON')
    tx.sqlite.prepare('UPDATE own_site SET count = ?').run(now.count)
    for (const clash of chosen) {
      const shape = shapes.find(({ table }) => table === clash.table_name)
      if (shape === undefined) continue
      const codes = readCodes(tx.sqlite, shapes)
      const side = readSides(tx.sqlite, shape, codes, [clash.row_id], now).get(clash.row_id)
      if (side === undefined) continue
      const settled = settleOne(shape, clash, side, { choice, now, asked: readAsked(tx.sqlite, clash) })
      if (settled.write !== null) writeRowCells(tx, shape, clash.row_id, settled.write, codes)
      saveShadows(
        tx,
        [
          {
            id: shadowId(shape.table, clash.row_id),
            cells: filledCells(settled.cells),
            stamp: writeStamp(settled.stamp),
            source: null,
          },
        ],
        now.count,
      )
      // One that was decided for a cell answers all that wait for it.
      tx.sqlite
        .prepare(
          clash.decides === 1
            ? 'DELETE FROM exchange_clashes WHERE table_name = ? AND row_id = ? AND column_name = ?'
            : 'DELETE FROM exchange_clashes WHERE table_name = ? AND row_id = ? AND column_name = ? AND id = ?',
        )
        .run(...[clash.table_name, clash.row_id, clash.column_name, ...(clash.decides === 1 ? [] : [clash.id])])
    }
    return null
  })
  const open = sqlite.prepare<[], number>('SELECT COUNT(*) FROM exchange_clashes').pluck().get() ?? 0
  return ok({ decided: chosen.length, open })
}

interface SettledClash {
  readonly cells: ContentCells
  readonly stamp: Stamp
  /** Cells to write; 'remove' the row; null: nothing to write. */
  readonly write:
    { readonly kind: 'update' | 'create'; readonly cells: ContentCells } | { readonly kind: 'remove' } | null
}

interface Decision {
  readonly choice: 'ours' | 'theirs'
  readonly now: Dot
  /** Stamps of the rows the questions it answers are about. */
  readonly asked: readonly Stamp[]
}

/** A decision about a row answers all that is asked about it; who gives way answers one question. */
function readAsked(sqlite: ReadStore['sqlite'], clash: StoredClash): Stamp[] {
  if (clash.column_name !== '') return []
  const rows =
    clash.decides === 1
      ? sqlite
          .prepare<[string, string], string>(
            `SELECT theirs FROM exchange_clashes WHERE table_name = ? AND row_id = ? AND column_name = ''`,
          )
          .pluck()
          .all(clash.table_name, clash.row_id)
      : [clash.theirs ?? 'null']
  return rows.flatMap((text) => readStamp((JSON.parse(text) as KeptRow).stamp) ?? [])
}

function settleOne(
  shape: TableShape,
  clash: StoredClash,
  side: { readonly cells: ContentCells; readonly stamp: Stamp },
  { choice, now, asked }: Decision,
): SettledClash {
  const column = clash.column_name
  const dot: Dot = { site: clash.dot_site, count: clash.dot_count }
  const decides = clash.decides === 1
  const kept = JSON.parse(clash.theirs ?? 'null') as ContentValue | KeptRow
  const open = openAfter(side.stamp, asked, column, dot, decides)
  const knows = decides ? joinKnows(side.stamp.knows, { [now.site]: now.count }) : side.stamp.knows
  const chosen = decides ? now : dot
  const stamp = { ...side.stamp, open, knows, twins: withoutTwins(side.stamp.twins, [column]) }
  if (column !== '') {
    const theirs = kept as ContentValue
    const cells = choice === 'theirs' ? { ...side.cells, [column]: theirs } : side.cells
    return {
      cells,
      stamp: { ...stamp, cells: { ...stamp.cells, [column]: chosen } },
      write: choice === 'theirs' ? { kind: 'update', cells: { [column]: theirs } } : null,
    }
  }
  const theirs = (kept as KeptRow).cells
  const isGone = side.stamp.gone !== null
  const staysGone = choice === 'ours' ? isGone : theirs === null
  if (staysGone)
    return { cells: side.cells, stamp: { ...stamp, gone: chosen }, write: isGone ? null : { kind: 'remove' } }
  // There again, or still: by a new decision, while its cells keep the edits they hold.
  const cells = choice === 'theirs' && theirs !== null ? theirs : side.cells
  const named = Object.fromEntries(
    shape.names.map((name) => [name, choice === 'theirs' ? chosen : dotOf(side.stamp, name)]),
  )
  return {
    cells,
    stamp: { ...stamp, born: chosen, cells: named, gone: null },
    write: isGone ? { kind: 'create', cells } : null,
  }
}
