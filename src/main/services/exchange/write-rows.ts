import type { ContentCells, ContentValue } from '#shared/domain/exchange/content.ts'
import { nameKey } from '#shared/domain/survey/enterprise-name.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { personSortKey, sortKey } from '#shared/domain/text/sort-key.ts'
import type { Transaction } from '../../db/store.ts'
import type { CodeBook } from './local-rows.ts'
import type { TableShape } from './shapes.ts'

/** Writes one row as a decision has it. */
export function writeRowCells(
  tx: Transaction,
  shape: TableShape,
  id: string,
  write: { readonly kind: 'update' | 'create'; readonly cells: ContentCells } | { readonly kind: 'remove' },
  codes: CodeBook,
): void {
  const writer = createRowWriter(tx)
  if (write.kind === 'update') writer.update(shape, id, write.cells, codes)
  else if (write.kind === 'create') writer.insert(shape, id, write.cells, codes)
  else tx.sqlite.prepare(`DELETE FROM "${shape.table}" WHERE id = ?`).run(id)
}

export interface RowWriter {
  insert(shape: TableShape, id: string, cells: ContentCells, codes: CodeBook): void
  update(shape: TableShape, id: string, cells: ContentCells, codes: CodeBook): void
}

export function createRowWriter(tx: Transaction): RowWriter {
  const statements = new Map<string, { run(...values: readonly ContentValue[]): unknown }>()
  const prepare = (sql: string): { run(...values: readonly ContentValue[]): unknown } => {
    const known = statements.get(sql) ?? tx.sqlite.prepare<ContentValue[]>(sql)
    statements.set(sql, known)
    return known
  }
  return {
    // Names of tables and columns come from the schema, never from a file.
    insert(shape, id, cells, codes) {
      const columns = storedColumns(shape, cells, codes, true)
      const names = Object.keys(columns)
      prepare(
        `INSERT INTO "${shape.table}" (id, ${names.map((name) => `"${name}"`).join(', ')})
         VALUES (?, ${names.map(() => '?').join(', ')})`,
      ).run(id, ...Object.values(columns))
      const code = shape.code === undefined ? null : (cells[shape.code] ?? null)
      if (code !== null) codes.learn(shape.table, String(code), id)
    },
    update(shape, id, cells, codes) {
      const columns = storedColumns(shape, cells, codes, false)
      const names = Object.keys(columns)
      if (names.length === 0) return
      prepare(`UPDATE "${shape.table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`).run(
        ...Object.values(columns),
        id,
      )
    },
  }
}

/** Columns as the data file stores them: ids for codes, and with those that are made from others. */
function storedColumns(
  shape: TableShape,
  cells: ContentCells,
  codes: CodeBook,
  isNew: boolean,
): Record<string, ContentValue> {
  const stored: Record<string, ContentValue> = {}
  for (const { name, column, refers, isCoded } of shape.columns) {
    if (!Object.hasOwn(cells, name)) continue
    const value = cells[name] ?? null
    // An empty cell of a new row takes what the schema gives.
    if (isNew && value === null) continue
    stored[column] = isCoded && refers !== null && value !== null ? codes.idOf(refers, String(value)) : value
  }
  for (const { column, from, how } of shape.derived ?? []) {
    const value = cells[from]
    if (typeof value === 'string') stored[column] = derive(value, how)
  }
  return stored
}

function derive(text: string, how: 'fold' | 'sort' | 'person-sort' | 'match'): string {
  switch (how) {
    case 'fold':
      return foldText(text)
    case 'sort':
      return sortKey(text)
    case 'person-sort':
      return personSortKey(text)
    case 'match':
      return nameKey(text)
  }
}
