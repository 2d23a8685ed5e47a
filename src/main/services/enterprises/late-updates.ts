import { prepareOnce } from '../../db/prepare-once.ts'
import type { DbValue, RowUpdate } from '../../db/update-together.ts'
import type { Transaction } from '../../db/store.ts'

type Columns = Readonly<Record<string, DbValue>>

export interface Updates {
  set(id: string, columns: Columns): void
  /** What `set` was told is written when this returns. */
  flush(): void
}

/** From so many rows with the same columns on they are written together. */
const MANY = 100
/** Values that may belong to one row only pass from row to row in the order they are written in. */
const IN_ORDER = new Set(['tax_code'])

/** Updates of one table: one by one at once, or, `together`, gathered by what they set until `flush`. */
export function createUpdates(tx: Transaction, table: string, together: boolean): Updates {
  const prepare = prepareOnce(tx.sqlite)
  const groups = new Map<string, { readonly names: readonly string[]; readonly rows: RowUpdate[] }>()

  // Names of columns come from the lists of the services, never from what was typed.
  function update(id: string, names: readonly string[], values: readonly DbValue[]): void {
    prepare(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`).run(...values, id)
  }

  return {
    set(id, columns) {
      const names = Object.keys(columns)
      const values = Object.values(columns)
      if (!together || names.some((name) => IN_ORDER.has(name))) {
        update(id, names, values)
        return
      }
      const key = names.join()
      const group = groups.get(key) ?? { names, rows: [] }
      groups.set(key, group)
      group.rows.push({ id, values })
    },
    flush() {
      for (const { names, rows } of groups.values())
        if (rows.length >= MANY) tx.updateMany(table, names, rows)
        else for (const { id, values } of rows) update(id, names, values)
      groups.clear()
    },
  }
}
