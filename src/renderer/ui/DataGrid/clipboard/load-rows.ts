import { rowAt } from '../cell-writer.ts'
import type { GridHands } from '../hands.ts'

/** Rows asked for at once. */
const CHUNK_ROWS = 5000

export function areLoaded<Row>({ setup }: GridHands<Row>, start: number, count: number): boolean {
  for (let at = start; at < start + count; at += 1) if (rowAt(setup.api, at) === null) return false
  return true
}

/** Rows of the view from `start`, in their order; those of a source are asked for anew, loaded or not. */
export async function readRows<Row>(hands: GridHands<Row>, start: number, count: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  const { source } = hands.props()
  if (source === undefined) {
    for (let at = start; at < start + count; at += 1) {
      const row = rowAt(hands.setup.api, at)
      if (row !== null) rows.push(row)
    }
    return rows
  }
  const view = hands.view()
  for (let at = start; at < start + count; at += CHUNK_ROWS) {
    const page = await source.load(at, Math.min(at + CHUNK_ROWS, start + count), view)
    for (const row of page.rows) rows.push(row)
  }
  return rows
}
