import type { ContentCells } from '#shared/domain/exchange/content.ts'
import { registerOf, StampWriter } from '#shared/domain/exchange/merge/register.ts'
import { isSameDot, type Dot, knowsOf, WHOLE_ROW } from '#shared/domain/exchange/merge/stamp.ts'
import { readStamp, writeStamp } from '#shared/domain/exchange/merge/stamp-text.ts'
import type { CellValue, NetChange } from '#shared/domain/history/net-change.ts'
import type { SqliteDatabase } from './load-sqlite.ts'

/**
 * How rows stood when they last travelled. What a row held and whose edits these were go back together or not at all:
 * the values of one time with the edits of another would pass for an edit nobody made.
 */
export const TRAVELLED = 'exchange_rows'

/** Whether a row of it can go back as it is. */
export function isUntouched(current: Readonly<Record<string, CellValue>>, change: NetChange): boolean {
  return (
    change.kind !== 'edited' ||
    change.cells.every(({ column, after }) => !TOGETHER.has(column) || (current[column] ?? null) === after)
  )
}

const TOGETHER: ReadonlySet<string> = new Set(['cells', 'stamp'])

/**
 * After all else went back: of a row that travelled again since, the cells that went back are known here no better than
 * before the step, so that what it brought is news again. A row that is gone by the undo never came.
 */
export function mendTravelled(sqlite: SqliteDatabase, changes: readonly NetChange[]): void {
  const find = sqlite.prepare<[string], Travelled>(`SELECT cells, stamp FROM ${TRAVELLED} WHERE id = ?`)
  for (const change of changes) {
    const current = find.get(change.row)
    if (current === undefined) continue
    if (change.kind === 'born' && !isThere(sqlite, change.row))
      sqlite.prepare(`DELETE FROM ${TRAVELLED} WHERE id = ?`).run(change.row)
    if (change.kind !== 'edited') continue
    const valueOf = (column: keyof Travelled, when: 'before' | 'after'): string => {
      const cell = change.cells.find((one) => one.column === column)
      return cell === undefined ? current[column] : String(cell[when])
    }
    const sideOf = (when: 'before' | 'after'): Travelled => ({
      cells: valueOf('cells', when),
      stamp: valueOf('stamp', when),
    })
    const mended = mend(sideOf('before'), sideOf('after'), current)
    if (mended !== null)
      sqlite
        .prepare(`UPDATE ${TRAVELLED} SET cells = ?, stamp = ? WHERE id = ?`)
        .run(mended.cells, mended.stamp, change.row)
  }
}

interface Travelled {
  readonly cells: string
  readonly stamp: string
}

/** Cells that still are as the step left them become what they were before it. */
function mend(before: Travelled, after: Travelled, current: Travelled): Travelled | null {
  const [was, left, now] = [before, after, current].map(({ cells, stamp }) => ({
    cells: JSON.parse(cells) as ContentCells,
    stamp: readStamp(stamp),
  }))
  if (was === undefined || left === undefined || now === undefined) return null
  if (was.stamp === null || left.stamp === null || now.stamp === null || now.stamp.gone) return null
  const cells: Record<string, ContentCells[string]> = { ...now.cells }
  const lags = { ...now.stamp.lags }
  const hands = { ...now.stamp.hands }
  const writer = new StampWriter(now.stamp)
  const columns = new Set([...Object.keys(was.cells), ...Object.keys(left.cells)])
  let any = false
  for (const column of columns) {
    if (column === WHOLE_ROW) continue
    const [first, second, third] = [
      registerOf(was.stamp, column, was.cells),
      registerOf(left.stamp, column, left.cells),
      registerOf(now.stamp, column, now.cells),
    ]
    if (first.value === second.value || third.value !== second.value || !sameDots(second.dots, third.dots)) continue
    any = true
    if (first.value === null) Reflect.deleteProperty(cells, column)
    else cells[column] = first.value
    writer.put(column, first.value, first.dots, first.others)
    lags[column] = knowsOf(was.stamp, column)
    hands[column] = was.stamp.hands[column] ?? was.stamp.hands[WHOLE_ROW] ?? { by: null, at: null }
  }
  return any ? { cells: JSON.stringify(cells), stamp: writeStamp(writer.finish({ lags, hands })) } : null
}

function sameDots(a: readonly Dot[], b: readonly Dot[]): boolean {
  return a.length === b.length && a.every((dot) => b.some((other) => isSameDot(dot, other)))
}

/** "enterprises:0192…" */
function isThere(sqlite: SqliteDatabase, name: string): boolean {
  const at = name.indexOf(':')
  const table = name.slice(0, at)
  const known = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table)
  return (
    known !== undefined && sqlite.prepare(`SELECT 1 FROM "${table}" WHERE id = ?`).get(name.slice(at + 1)) !== undefined
  )
}
