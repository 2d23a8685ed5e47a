import type { CellChange } from '#shared/contract/exchange-rows.ts'

/** Names what is not taken: a whole file (nothing filled in), a table's column, a row, a cell. */
export interface Selector {
  readonly table: string | null
  readonly row: string | null
  readonly column: string | null
}

export type Scope = 'cell' | 'row' | 'column' | 'file'

export function selectorOf({ table, row, column }: CellChange, scope: Scope): Selector {
  switch (scope) {
    case 'cell':
      return { table, row, column }
    case 'row':
      return { table, row, column: null }
    case 'column':
      return { table, row: null, column }
    case 'file':
      return { table: null, row: null, column: null }
  }
}

export function matches(selector: Selector, change: Pick<CellChange, 'table' | 'row' | 'column'>): boolean {
  return (
    (selector.table === null || selector.table === change.table) &&
    (selector.row === null || selector.row === change.row) &&
    (selector.column === null || selector.column === change.column)
  )
}

export function withSelectors(known: readonly Selector[], more: readonly Selector[]): readonly Selector[] {
  const keys = new Set(known.map(keyOf))
  return [...known, ...more.filter((selector) => !keys.has(keyOf(selector)) && keys.add(keyOf(selector)) !== undefined)]
}

function keyOf({ table, row, column }: Selector): string {
  return JSON.stringify([table, row, column])
}
