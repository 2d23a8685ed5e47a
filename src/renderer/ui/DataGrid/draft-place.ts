import type { DraftPlace } from './hands.ts'
import { DRAFT_ROW } from './places.ts'

/** The rows with the empty line for a new one: beside a row, or at the end. */
export function withDraft<Row>(
  rows: readonly Row[],
  beside: DraftPlace | null,
  rowId: (row: Row) => string,
): readonly Row[] {
  const at = beside === null ? -1 : rows.findIndex((row) => rowId(row) === beside.rowId)
  if (beside === null || at < 0) return [...rows, DRAFT_ROW]
  const before = at + (beside.below ? 1 : 0)
  return [...rows.slice(0, before), DRAFT_ROW, ...rows.slice(before)]
}
