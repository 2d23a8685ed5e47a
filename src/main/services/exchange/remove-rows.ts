import type { Transaction } from '../../db/store.ts'
import type { ComparedRow } from './compare.ts'
import type { TableShape } from './shapes.ts'

/** Rows by "table:id". */
export interface Removed {
  /** What stays although it was to go. */
  readonly kept: ReadonlySet<string>
  /** Those of them that others, not removed with them, refer to; the rest are their parts. */
  readonly held: ReadonlySet<string>
}

/**
 * Removes rows, children before parents. A row that others still refer to stays, and with it the rows that are its
 * parts, as with one whose removal waits: an enterprise keeps its surveys and stages until it is decided whether it goes.
 */
export function removeRows(tx: Transaction, shapes: readonly TableShape[], rows: readonly ComparedRow[]): Removed {
  const going = rows.filter(({ merge }) => merge.what === 'delete')
  const kept = new Set<string>()
  const held = new Set<string>()
  if (going.length === 0) return { kept, held }
  const names = new Set(going.map(keyOf))
  // Removed over there and not here: that waits for a decision, or was refused.
  const staying = new Set(
    rows.filter(({ row, ours, merge }) => row.sent.stamp.gone && ours !== null && !merge.stamp.gone).map(keyOf),
  )
  const referring = findReferring(tx)
  const staysOnItsOwn = ({ shape, row }: ComparedRow): boolean =>
    referring(shape.table, row.id).some((key) => !names.has(key) || kept.has(key))
  const isPartOfKept = ({ shape, ours }: ComparedRow): boolean =>
    (shape.parents ?? []).some((name) => {
      const table = shape.columns.find((column) => column.name === name)?.refers
      const parent = `${table}:${ours?.cells[name] ?? ''}`
      return kept.has(parent) || staying.has(parent)
    })
  // What stays may hold others, and those their parts: until nothing more is found.
  for (let before = -1; before < kept.size;) {
    before = kept.size
    for (const one of going) {
      const key = keyOf(one)
      if (kept.has(key)) continue
      if (staysOnItsOwn(one)) held.add(key)
      else if (!isPartOfKept(one)) continue
      kept.add(key)
    }
  }
  for (const shape of shapes.toReversed()) {
    const remove = tx.sqlite.prepare<[string]>(`DELETE FROM "${shape.table}" WHERE id = ?`)
    for (const one of going.toReversed()) if (one.shape === shape && !kept.has(keyOf(one))) remove.run(one.row.id)
  }
  return { kept, held }
}

function keyOf({ shape, row }: ComparedRow): string {
  return `${shape.table}:${row.id}`
}

/** Answers which rows refer to one, itself aside. */
function findReferring(tx: Transaction): (table: string, id: string) => readonly string[] {
  const references = tx.sqlite
    .prepare<[], { child: string; column: string; parent: string }>(
      `SELECT s.name AS child, f."from" AS "column", f."table" AS parent
       FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table'`,
    )
    .all()
  const asks = new Map<string, ((id: string) => string[])[]>()
  const asksOf = (table: string): ((id: string) => string[])[] => {
    const known =
      asks.get(table) ??
      references
        .filter(({ parent }) => parent === table)
        .map(({ child, column }) => {
          // Names of tables and columns come from the schema, never from a file.
          const ask = tx.sqlite.prepare<[string], string>(`SELECT id FROM "${child}" WHERE "${column}" = ?`).pluck()
          return (id: string): string[] =>
            ask
              .all(id)
              .filter((found) => child !== table || found !== id)
              .map((found) => `${child}:${found}`)
        })
    asks.set(table, known)
    return known
  }
  return (table, id) => asksOf(table).flatMap((ask) => ask(id))
}
