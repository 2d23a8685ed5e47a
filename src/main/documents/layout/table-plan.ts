import type { TableBlock } from '#shared/domain/documents/tree.ts'

/** A table of no more rows than this is not parted by a page's end. */
const WHOLE_ROWS = 8

/** First column of each cell of a header row, past the cells that reach down from the rows above. */
export function headerStarts(table: TableBlock, row: number): number[] {
  const occupied = new Set<string>()
  let starts: number[] = []
  table.header.slice(0, row + 1).forEach((cells, at) => {
    let column = 0
    starts = cells.map((cell) => {
      while (occupied.has(`${at}:${column}`)) column += 1
      const start = column
      for (let down = 1; down < (cell.rows ?? 1); down += 1) {
        for (let across = 0; across < (cell.columns ?? 1); across += 1) occupied.add(`${at + down}:${start + across}`)
      }
      column += cell.columns ?? 1
      return start
    })
  })
  return starts
}

/**
 * "Keep with next" chains the first two rows, a group to its first unit and the last unit to the total; a short table stays whole, and a
 * note under the table is not left alone on the next page.
 */
export function rowKeepsNext(table: TableBlock, index: number, hasNote: boolean): boolean {
  const next = table.rows[index + 1]
  if (next === undefined) return hasNote
  // A head with a single row under it at the foot of a page looks like a mistake.
  if (index === 0) return true
  return table.rows[index]?.kind === 'group' || next.kind === 'total' || table.rows.length <= WHOLE_ROWS
}
