import type {
  assigners,
  indicators,
  legalForms,
  plans,
  reasons,
  stages,
  units,
  unitTypes,
} from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'

/** Ids by code of what the sample's files name by code. */
export function idsByCode(
  tx: Transaction,
  table:
    | typeof units
    | typeof unitTypes
    | typeof plans
    | typeof indicators
    | typeof assigners
    | typeof legalForms
    | typeof reasons
    | typeof stages,
): (code: string) => string {
  const ids = new Map(
    tx.db
      .select({ id: table.id, code: table.code })
      .from(table)
      .all()
      .map((row) => [row.code, row.id]),
  )
  return (code) => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`the sample names an unknown code: ${code}`)
    return id
  }
}

/** An empty cell of a file is no value. */
export function filled(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell
}

/** Rows in pieces that stay below the number of values one statement may carry. */
export function inPieces<T>(rows: readonly T[], write: (piece: T[]) => void, size = 400): void {
  for (let at = 0; at < rows.length; at += size) write(rows.slice(at, at + size))
}
