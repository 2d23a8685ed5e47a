import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { openEdits } from '#shared/domain/exchange/merge/merge-row.ts'
import { GONE, handOf, othersOf, type Stamp, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { Transaction } from '../../db/store.ts'
import type { ComparedRow } from './compare.ts'
import { keyOf, parentKeys } from './plan-removals.ts'
import type { MergeWrite } from './write-merge.ts'

/** What a question about a whole row keeps of it; null: it is gone there. */
export interface KeptRow {
  readonly cells: ContentCells | null
}

interface AskedBefore {
  readonly id: string
  readonly column: string
  readonly site: string
  readonly count: number
}

/** Brings the list of open clashes in line with what waits in the rows that came. Answers how many were added. */
export function saveClashes(tx: Transaction, write: MergeWrite): number {
  const before = readClashes(tx)
  const close = tx.sqlite.prepare<[string]>('DELETE FROM exchange_clashes WHERE id = ?')
  const isAnsweredAbove = findAnsweredAbove(tx, write.comparison.rows)
  let open = 0
  for (const compared of write.comparison.rows) {
    const { ours, merge } = compared
    if (ours === null && merge.what === 'none' && !merge.stamp.gone) continue
    const { stamp } = merge
    const asked = before.get(keyOf(compared)) ?? []
    for (const one of asked) if (!stillWaits(stamp, one)) close.run(one.id)
    for (const { column, edit } of openEdits(stamp)) {
      if (column === WHOLE_ROW && isAnsweredAbove(compared, edit.value)) continue
      const said = othersOf(stamp, column).filter(({ value }) => value === edit.value)
      if (!asked.some((one) => one.column === column && said.some((dot) => isAbout(one, dot))))
        insertClash(tx, write, compared, { column, ...edit })
      if (isOfThis(compared, column, edit.value)) open++
    }
  }
  return open
}

/**
 * Whether what waits about a row being there waits about what it is a part of too: the enterprise is asked about, not
 * each of its surveys.
 */
function findAnsweredAbove(
  tx: Transaction,
  rows: readonly ComparedRow[],
): (row: ComparedRow, said: ContentValue | undefined) => boolean {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const find = tx.sqlite.prepare<[string], string>('SELECT stamp FROM exchange_rows WHERE id = ?').pluck()
  const stampOf = (key: string): Stamp | null => byKey.get(key)?.merge.stamp ?? readStamp(find.get(key) ?? '')
  return ({ shape, merge }, said) =>
    parentKeys(shape, merge.after).some((key) => {
      const stamp = stampOf(key)
      return stamp !== null && othersOf(stamp, WHOLE_ROW).some(({ value }) => value === said)
    })
}

/** Whether this very file says what waits, and not one that came before. */
function isOfThis({ row, merge }: ComparedRow, column: string, value: ContentValue | undefined): boolean {
  if (merge.outcomes.some((outcome) => outcome.column === column && outcome.decided === null)) return true
  if (column === '') return (value === GONE) === row.sent.stamp.gone
  return merge.what === 'create' && row.sent.cells[column] === value
}

function readClashes(tx: Transaction): Map<string, readonly AskedBefore[]> {
  const asked = new Map<string, readonly AskedBefore[]>()
  for (const { key, ...one } of tx.sqlite
    .prepare<[], AskedBefore & { key: string }>(
      `SELECT table_name || ':' || row_id AS key, id, column_name AS "column", dot_site AS site, dot_count AS count
       FROM exchange_clashes`,
    )
    .all())
    asked.set(key, [...(asked.get(key) ?? []), one])
  return asked
}

function isAbout(asked: AskedBefore, dot: { readonly site: string; readonly count: number }): boolean {
  return asked.site === dot.site && asked.count === dot.count
}

/** Of a row that is gone only the row is asked. */
function stillWaits(stamp: Stamp, asked: AskedBefore): boolean {
  return (!stamp.gone || asked.column === '') && othersOf(stamp, asked.column).some((dot) => isAbout(asked, dot))
}

interface NewClash {
  readonly column: string
  readonly site: string
  readonly count: number
  readonly value: ContentValue | undefined
  readonly by?: string | null | undefined
  readonly at?: string | null | undefined
}

/** An edit may have come by way of another office. */
function unitOfSite(tx: Transaction, site: string): string | null {
  return tx.sqlite.prepare<[string], string>('SELECT unit_code FROM sites WHERE id = ?').pluck().get(site) ?? null
}

function insertClash(tx: Transaction, write: MergeWrite, { shape, row, merge }: ComparedRow, clash: NewClash): void {
  const { column, value } = clash
  const there: KeptRow | ContentValue =
    column === ''
      ? { cells: value === GONE ? null : row.sent.stamp.gone ? merge.after : row.sent.cells }
      : (value ?? null)
  const old = merge.outcomes.find((outcome) => outcome.column === column)?.old
  const hand = column === '' ? null : handOf(row.sent.stamp, column)
  tx.sqlite
    .prepare(
      `INSERT OR IGNORE INTO exchange_clashes (id, package_id, table_name, row_id, column_name, base, theirs, dot_site,
         dot_count, their_unit, their_who, their_at, decides) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      tx.newId(),
      write.packageId,
      shape.table,
      row.id,
      column,
      // No base: nothing stood there before.
      old === undefined ? null : JSON.stringify(old),
      JSON.stringify(there),
      clash.site,
      clash.count,
      unitOfSite(tx, clash.site) ?? write.theirUnit,
      clash.by ?? hand?.by ?? row.by,
      clash.at ?? hand?.at ?? row.at,
      write.decides(shape.owner) ? 1 : 0,
    )
}
